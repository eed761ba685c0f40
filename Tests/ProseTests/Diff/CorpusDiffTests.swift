import Glibc
import Testing

@testable import Prose

/// What people did to real pages over ten years. With `STEMMA_FIGURES=1` in the environment all of it, and what it took is told, in milliseconds
/// of the processor:
/// `STEMMA_FIGURES=1 swift test -c release -Xswiftc -enable-testing --filter CorpusDiff`.
@Suite(.serialized) struct CorpusDiffTests {
    private static let isMeasuring = getenv("STEMMA_FIGURES") != nil

    @Test(
        .enabled("the histories are not beside this repository") {
            ["golang-wiki", "rust-rfcs"].allSatisfy { CorpusRevisions(name: $0).exists }
        },
        arguments: ["golang-wiki", "rust-rfcs"])
    func piecesAreBothTexts(_ name: String) {
        let pairs = CorpusRevisions(name: name).pairs(every: Self.isMeasuring ? 1 : 50)
        #expect(pairs.count > 100)
        var times: [Double] = []
        for (old, new) in pairs {
            let start = clock()
            let diff = ProseDiff(old: old, new: new)
            times.append(Self.milliseconds(since: start))
            let pieces = diff.changes.flatMap(\.pieces)
            let before = pieces.filter { $0.kind != .inserted }.sorted { $0.oldRange.lowerBound < $1.oldRange.lowerBound }
            let after = pieces.filter { $0.kind != .deleted }.sorted { $0.newRange.lowerBound < $1.newRange.lowerBound }
            #expect(before.flatMap { old[$0.oldRange] } == old && after.flatMap { new[$0.newRange] } == new)
            #expect(!diff.notes.contains(.coarse))
        }
        times.sort()
        if Self.isMeasuring { print(name, pairs.count, "median", times[times.count / 2], "worst", times.last ?? 0) }
    }

    /// Undoes an edit under the one that followed, and does it again: what comes out should be what was there.
    @Test(.enabled(if: isMeasuring), arguments: ["golang-wiki", "rust-rfcs"])
    func editsAreUndoneAndDoneAgain(_ name: String) {
        let pairs = CorpusRevisions(name: name).pairs(every: 1)
        let before = Dictionary(pairs.map { ($0.new, $0.old) }) { first, _ in first }
        var (all, undone, redone, same) = (0, 0, 0, 0)
        for (text, later) in pairs {
            guard let earlier = before[text], earlier != later else { continue }
            all += 1
            guard let without = ThreeWayMerge(base: text, current: later, yours: earlier).text else { continue }
            undone += 1
            guard let again = ThreeWayMerge(base: earlier, current: text, yours: without).text else { continue }
            redone += 1
            if again == later { same += 1 }
        }
        print(name, "edits", all, "undone", undone, "done again", redone, "the same", same)
        #expect(redone > undone * 9 / 10)
    }

    private static func milliseconds(since start: clock_t) -> Double {
        Double(clock() - start) / Double(CLOCKS_PER_SEC) * 1000
    }

    /// Megabytes made to be slow.
    @Test(.enabled(if: isMeasuring))
    func theWorst() {
        var random = SeededGenerator(seed: 87)
        let kinds = [
            ["a\n", "b\n"], ["a ", "b "], ["- a\n", "- b\n"], ["| a | b |\n", "| b | a |\n"], ["word\n\n", "other word\n\n"],
            ["](", "[x](y", "("], ["> ", "\n", "a"], ["```\n", "x\n"], ["one two three four five. ", "one two.\n"], ["我", "们", "猫", "。"],
            ["e\u{301}", "\u{E9}", " "], ["*", "_", "!", "."], (0..<50_000).map { "word\($0) " },
            (0..<50_000).map { "- item\($0) of some words\n" }, (0..<50_000).map { "Paragraph \($0) of some words.\n\n" },
        ]
        for words in kinds {
            let texts = (0..<3).map { _ in
                var text: [UInt8] = []
                while text.count < 1_000_000 { text += words[Int.random(in: 0..<words.count, using: &random)].utf8 }
                return text
            }
            var start = clock()
            let diff = ProseDiff(old: texts[0], new: texts[1])
            let time = Self.milliseconds(since: start)
            start = clock()
            let merge = ThreeWayMerge(base: texts[0], current: texts[1], yours: texts[2])
            print(words.prefix(2), "diff", time, diff.notes, "merge", Self.milliseconds(since: start), merge.regions.count)
        }
    }
}
