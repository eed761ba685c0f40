import Git
import WikiCore
import Wording

/// The answer to "when did this come in, and who has touched it": the changes that wrote some bytes, and those that wrote the
/// rest of the sentence around them.
struct AskedWords: TemplateView {
    /// The most bytes that are shown again.
    private static let quoteLimit = 600
    /// How far a sentence is looked for.
    private static let sentenceLimit = 4096

    let fields: [String: TemplateValue]

    /// Nil where the bytes lie outside the text.
    init?(_ authors: PageAuthors, _ asked: Range<Int>, notes: (Int) -> ChangeNote, in context: ViewContext) {
        let range = asked.clamped(to: 0..<authors.text.count)
        guard !range.isEmpty else { return nil }
        let sentence = Self.sentence(around: range, in: authors.text)
        let written = Self.changes(in: range, authors)
        let others = Self.changes(in: sentence, authors).filter { !written.contains($0) }
        let quote = authors.text[range.prefix(Self.quoteLimit)]
        let first = written.map { authors.changes[$0].commit }.min { $0.place < $1.place }
        let came = first.map { commit in
            SentenceView(
                "authors.cameIn",
                [
                    "time": .time(Moment(seconds: Int(commit.time), in: context)),
                    "name": .person(PersonView(name: commit.author, in: context)),
                ], in: context)
        }
        fields = [
            "quote": .text(bytes: Array(quote)), "isCut": .flag(range.count > Self.quoteLimit), "came": .view(came),
            "written": .views(written.map(notes)), "others": .views(others.map(notes)), "hasOthers": .flag(!others.isEmpty),
        ]
    }

    /// The changes of some bytes in the order of commits, each once.
    private static func changes(in range: Range<Int>, _ authors: PageAuthors) -> [Int] {
        Set(authors.runs.filter { $0.range.overlaps(range) }.compactMap(\.change)).sorted()
    }

    /// From the end of the sentence or line before to the end of the one that holds the last byte.
    private static func sentence(around range: Range<Int>, in text: [UInt8]) -> Range<Int> {
        var start = range.lowerBound
        let floor = max(0, start - sentenceLimit)
        while start > floor, !ends(text, before: start) { start -= 1 }
        var end = range.upperBound
        let ceiling = min(text.count, end + sentenceLimit)
        while end < ceiling, !ends(text, before: end) { end += 1 }
        return start..<end
    }

    /// True where a line, or a sentence with the space behind it, ends before a place.
    private static func ends(_ text: [UInt8], before place: Int) -> Bool {
        guard place > 0 else { return true }
        if text[place - 1] == 0x0A { return true }
        guard place > 1, text[place - 1] == 0x20 else { return false }
        return [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?")].contains(text[place - 2])
    }
}
