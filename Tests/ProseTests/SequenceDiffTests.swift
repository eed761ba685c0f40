import Testing

@testable import Prose

@Suite struct SequenceDiffTests {
    /// The length of a longest common subsequence by the textbook's table.
    private func longestCommon(_ one: [Int], _ other: [Int]) -> Int {
        var row = [Int](repeating: 0, count: other.count + 1)
        for element in one {
            var diagonal = 0
            for (index, candidate) in other.enumerated() {
                let above = row[index + 1]
                row[index + 1] = element == candidate ? diagonal + 1 : max(above, row[index])
                diagonal = above
            }
        }
        return row[other.count]
    }

    private func kept(_ sequence: [Int], _ changed: [Range<Int>]) -> [Int] {
        sequence.indices.filter { index in !changed.contains { $0.contains(index) } }.map { sequence[$0] }
    }

    @Test func isRightAndMinimalOnAllKindsOfSequences() {
        var random = SeededGenerator(seed: 1)
        for _ in 0..<3000 {
            let symbols = Int.random(in: 1...9, using: &random)
            let old = (0..<Int.random(in: 0...24, using: &random)).map { _ in Int.random(in: 0..<symbols, using: &random) }
            let new = (0..<Int.random(in: 0...24, using: &random)).map { _ in Int.random(in: 0..<symbols, using: &random) }
            var diff = SequenceDiff(old: old, new: new, symbolCount: symbols, budget: 1_000_000)
            #expect(!diff.isCoarse)
            let common = longestCommon(old, new)
            #expect(kept(old, diff.edits.map(\.oldRange)).count == common)
            let edges = (0...24).map { _ in UInt8.random(in: 0...3, using: &random) }
            diff.slide(old: old, new: new, oldEdges: edges, newEdges: edges)
            let (oldKept, newKept) = (kept(old, diff.edits.map(\.oldRange)), kept(new, diff.edits.map(\.newRange)))
            #expect(oldKept == newKept)
            #expect(oldKept.count == common)
        }
    }

    @Test func isRightWhateverTheBudget() {
        var random = SeededGenerator(seed: 2)
        for _ in 0..<2000 {
            let symbols = Int.random(in: 1...60, using: &random)
            let old = (0..<Int.random(in: 0...80, using: &random)).map { _ in Int.random(in: 0..<symbols, using: &random) }
            let new = (0..<Int.random(in: 0...80, using: &random)).map { _ in Int.random(in: 0..<symbols, using: &random) }
            let budget = Int.random(in: -1...900, using: &random)
            let diff = SequenceDiff(old: old, new: new, symbolCount: symbols, budget: budget)
            #expect(kept(old, diff.edits.map(\.oldRange)) == kept(new, diff.edits.map(\.newRange)))
            for (one, next) in zip(diff.edits, diff.edits.dropFirst()) {
                #expect(one.oldRange.upperBound < next.oldRange.lowerBound)
                #expect(one.newRange.upperBound < next.newRange.lowerBound)
            }
        }
    }

    @Test func staysWithinItsBudgetOnTheWorstSequences() {
        var random = SeededGenerator(seed: 3)
        let count = 120_000
        let coins = (0..<2).map { _ in (0..<count).map { _ in Int.random(in: 0...1, using: &random) } }
        let shuffled = Array(0..<count).shuffled(using: &random)
        let halves = (0..<count).map { $0 % 1000 == 0 ? $0 : $0 % 7 }
        let cases = [(coins[0], coins[1]), (Array(0..<count), shuffled), (halves, halves.reversed()), (shuffled, shuffled.reversed())]
        for (old, new) in cases {
            let budget = 1_000_000
            let diff = SequenceDiff(old: old, new: new, symbolCount: count, budget: budget)
            #expect(diff.isCoarse)
            #expect(diff.cost <= 3 * budget + 40 * (old.count + new.count))
        }
    }

    @Test func aRewrittenTextCostsNoSearch() {
        let diff = SequenceDiff(old: Array(0..<50_000), new: Array(50_000..<100_000), symbolCount: 100_000, budget: 100)
        #expect(diff.edits == [SequenceEdit(oldRange: 0..<50_000, newRange: 0..<50_000)])
        #expect(!diff.isCoarse)
        #expect(diff.cost <= 200_000)
    }

    @Test func anchorsKeepWhatIsUniqueWhenTheBudgetIsGone() {
        // Two coins' worth of noise around lines that stand once: those stay found.
        var random = SeededGenerator(seed: 4)
        let noise: () -> [Int] = { (0..<400).map { _ in Int.random(in: 0...1, using: &random) } }
        let old = (0..<20).flatMap { noise() + [10 + $0] }
        let new = (0..<20).flatMap { noise() + [10 + $0] }
        let diff = SequenceDiff(old: old, new: new, symbolCount: 40, budget: 20_000)
        #expect(diff.isCoarse)
        let kept = kept(old, diff.edits.map(\.oldRange))
        #expect(kept.filter { $0 >= 10 } == Array(10..<30))
    }
}
