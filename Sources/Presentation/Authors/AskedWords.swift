import Git
import Prose
import WikiCore
import Wording

/// The answer to "when did this come in, and who has touched it": the changes that wrote some bytes, those that wrote the rest of
/// the sentence around them, and those that changed it and whose words are gone again.
struct AskedWords: TemplateView {
    /// The most bytes that are shown again.
    private static let quoteLimit = 600

    let fields: [String: TemplateValue]

    /// Nil where the bytes lie outside the text.
    /// - Parameter touches: who changed the sentence; nil where nobody looked.
    init?(
        _ authors: PageAuthors, _ asked: Range<Int>, touches: SentenceTouches?, notes: (Int) -> ChangeNote, in context: ViewContext
    ) {
        let range = asked.clamped(to: 0..<authors.text.count)
        guard !range.isEmpty else { return nil }
        let sentence = SurroundingSentence.range(around: range, in: authors.text)
        let written = Self.changes(in: range, authors)
        let others = Self.changes(in: sentence, authors).filter { !written.contains($0) }
        let standing = Set((written + others).map { authors.changes[$0].commit.id })
        let gone = (touches?.revisions ?? []).filter { !standing.contains($0.id) }.map {
            ChangeNote($0, path: authors.path.bytes, in: context)
        }
        let quote = authors.text[range.prefix(Self.quoteLimit)]
        let first = written.map { authors.changes[$0] }.min { $0.commit.place < $1.commit.place }
        let came = first.map { change in
            SentenceView(
                "authors.cameIn",
                [
                    "time": .time(Moment(seconds: Int(change.commit.time), in: context)),
                    "name": .people(RevisionBrief(change.commit, in: context.urls).people),
                ], in: context)
        }
        fields = [
            "quote": .text(bytes: Array(quote)), "isCut": .flag(range.count > Self.quoteLimit), "came": .view(came),
            "written": .views(written.map(notes)), "others": .views(others.map(notes)), "hasOthers": .flag(!others.isEmpty),
            "gone": .views(gone), "hasGone": .flag(!gone.isEmpty), "isPartial": .flag(touches?.isWhole == false),
        ]
    }

    /// The changes of some bytes in the order of commits, each once.
    private static func changes(in range: Range<Int>, _ authors: PageAuthors) -> [Int] {
        Set(authors.runs.filter { $0.range.overlaps(range) }.compactMap(\.change)).sorted()
    }
}
