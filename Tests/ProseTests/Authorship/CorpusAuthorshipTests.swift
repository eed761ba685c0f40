import Glibc
import Testing

@testable import Prose

/// The pages that people wrote over ten years, each replayed from its first text. With `STEMMA_FIGURES=1` in the environment all of
/// them, and what it took is told, in milliseconds of the processor:
/// `STEMMA_FIGURES=1 swift test -c release -Xswiftc -enable-testing --filter CorpusAuthorship`.
@Suite(.serialized) struct CorpusAuthorshipTests {
    private static let isMeasuring = getenv("STEMMA_FIGURES") != nil

    @Test(
        .enabled("the histories are not beside this repository") {
            ["golang-wiki", "rust-rfcs"].allSatisfy { CorpusRevisions(name: $0).exists }
        },
        arguments: ["golang-wiki", "rust-rfcs"])
    func eachTextHasItsAuthors(_ name: String) throws {
        var (pages, all) = (0, Replay())
        try CorpusRevisions(name: name).forEachPage(every: Self.isMeasuring ? 1 : 40) { page, texts in
            let replay = try Replay(of: texts)
            pages += 1
            all.add(replay)
            if Self.isMeasuring, texts.count > 1000 { print(page, replay.figures, try Self.edit(texts)) }
        }
        #expect(pages >= 5 && all.times.count > pages)
        if Self.isMeasuring { print(name, pages, "pages", all.figures) }
    }

    /// What an edit of a page costs that was put down: to decode its state, to append the text, to encode it again.
    private static func edit(_ texts: [[UInt8]]) throws -> String {
        var authorship = Authorship()
        for text in texts { authorship.append(text, by: 1) }
        let state = authorship.encoded()
        let text = (texts.last ?? []) + bytes("Somebody adds a line to what many wrote.\n")
        var start = clock()
        var read = try Authorship(decoding: state)
        let decoding = Replay.milliseconds(since: start)
        start = clock()
        read.append(text, by: 2)
        let appending = Replay.milliseconds(since: start)
        start = clock()
        let size = read.encoded().count
        let encoding = Replay.milliseconds(since: start)
        return "edit: \(decoding) + \(appending) + \(encoding) ms; \(size) bytes, head \(read.head.encoded().count)"
    }
}

/// One page's texts, or several pages', appended one after another.
private struct Replay {
    private(set) var times: [Double] = []
    private var (size, words) = (0, 0)

    init() {}

    init(of texts: [[UInt8]]) throws {
        var authorship = Authorship()
        for (revision, text) in texts.enumerated() {
            let start = clock()
            let report = authorship.append(text, by: UInt32(revision))
            times.append(Self.milliseconds(since: start))
            size += text.count
            words += report.tokens
            #expect(report.operations <= 12_000_000 + 60 * text.count)
        }
        #expect(authorship.head.length == texts.last?.count ?? 0)
        #expect(authorship.head.runs.allSatisfy { $0.origin.page == 0 && $0.origin.revision < UInt32(texts.count) })
        #expect(try Authorship(decoding: authorship.encoded()).head == authorship.head)
    }

    mutating func add(_ other: Replay) {
        times += other.times
        size += other.size
        words += other.words
    }

    var figures: String {
        let sorted = times.sorted()
        let whole = times.reduce(0, +)
        return "\(times.count) texts, \(size >> 20) MiB, \(words) words and signs: \(whole) ms, worst \(sorted.last ?? 0), "
            + "median \(sorted.isEmpty ? 0 : sorted[sorted.count / 2]), \(Int(Double(words) / max(whole, 1))) thousand a second"
    }

    static func milliseconds(since start: clock_t) -> Double { Double(clock() - start) / Double(CLOCKS_PER_SEC) * 1000 }
}
