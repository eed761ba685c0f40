import Testing

@testable import Prose

/// Laws of the merge on random texts.
@Suite struct MergeLawTests {
    private func triple(_ random: inout SeededGenerator, _ round: Int) -> (base: [UInt8], current: [UInt8], yours: [UInt8]) {
        let base = round % 7 == 0 ? random.bytes(most: 40) : random.text(lines: 12)
        return (base, random.edited(base), round % 5 == 0 ? random.text(lines: 12) : random.edited(base))
    }

    /// The words of each line, ends aside, so that a lent or shifted last newline is no other line.
    private func lines(_ text: [UInt8]) -> [[UInt8]: Int] {
        let lines = TextLines(text)
        return (0..<lines.count).reduce(into: [:]) { $0[Array(lines.text[lines.content(of: $1)]), default: 0] += 1 }
    }

    @Test func aSideThatChangedNothingYields() {
        var random = SeededGenerator(seed: 31)
        for round in 0..<2000 {
            let (base, one, _) = triple(&random, round)
            #expect(ThreeWayMerge(base: base, current: base, yours: one).text == one)
            #expect(ThreeWayMerge(base: base, current: one, yours: base).text == one)
            #expect(ThreeWayMerge(base: base, current: one, yours: one).text == one)
        }
    }

    @Test func noAddedLineOfACleanMergeIsLost() {
        var random = SeededGenerator(seed: 32)
        var clean = 0
        for round in 0..<4000 {
            let (base, current, yours) = triple(&random, round)
            let merge = ThreeWayMerge(base: base, current: current, yours: yours)
            guard let text = merge.text, !merge.mergedWords else { continue }
            clean += 1
            let (before, after) = (lines(base), lines(text))
            for side in [lines(current), lines(yours)] {
                for (line, count) in side where count > before[line, default: 0] {
                    #expect(after[line] != nil, "\([base, current, yours, text].map(string))")
                }
            }
            // And nothing came from nowhere.
            let known = [lines(base), lines(current), lines(yours)]
            #expect(after.keys.allSatisfy { line in known.contains { $0[line] != nil } })
        }
        #expect(clean > 500)
    }

    @Test func swappingTheSidesSwapsOnlyTheOrderOfAdditions() {
        var random = SeededGenerator(seed: 33)
        for round in 0..<3000 {
            let (base, current, yours) = triple(&random, round)
            let one = ThreeWayMerge(base: base, current: current, yours: yours)
            let other = ThreeWayMerge(base: base, current: yours, yours: current)
            #expect((one.text == nil) == (other.text == nil), "\([base, current, yours].map(string))")
            #expect(one.keptBoth == other.keptBoth)
            if let text = one.text, let swapped = other.text {
                #expect(lines(text) == lines(swapped), "\([base, current, yours, text, swapped].map(string))")
                if !one.keptBoth { #expect(text == swapped) }
            }
            let conflicts = [one, other].map { $0.regions.filter { if case .conflict = $0 { true } else { false } }.count }
            #expect(conflicts[0] == conflicts[1])
        }
    }

    @Test func regionsAreWhole() {
        var random = SeededGenerator(seed: 34)
        for round in 0..<3000 {
            let (base, current, yours) = triple(&random, round)
            let merge = ThreeWayMerge(base: base, current: current, yours: yours, budget: round % 3 == 0 ? 0 : 100_000)
            var wasSettled = false
            for region in merge.regions {
                switch region {
                case .settled(let text):
                    #expect(!wasSettled && !text.isEmpty)
                    wasSettled = true
                case .conflict(_, let stands, let wanted):
                    #expect(stands != wanted)
                    wasSettled = false
                }
            }
            if let text = merge.text { #expect(merge.markedText(current: "a", yours: "b") == text) }
        }
    }

    /// Each side edits blocks of its own, parted by lines that stay: the result is known line by line.
    @Test func independentEditsComposeExactly() {
        var random = SeededGenerator(seed: 35)
        for _ in 0..<1000 {
            var (base, current, yours, expected) = ("", "", "", "")
            for block in 0..<Int.random(in: 1...8, using: &random) {
                let before = "line \(block)\n"
                let after = ["", "changed \(block)\n", before + "added \(block)\n"][Int.random(in: 0...2, using: &random)]
                let isMine = Bool.random(using: &random)
                base += before + "fixed \(block)\n"
                current += (isMine ? after : before) + "fixed \(block)\n"
                yours += (isMine ? before : after) + "fixed \(block)\n"
                expected += after + "fixed \(block)\n"
            }
            let merge = ThreeWayMerge(base: bytes(base), current: bytes(current), yours: bytes(yours))
            #expect(merge.text.map(string) == expected)
        }
    }

    @Test func aConflictHoldsEveryLineOfBothSides() {
        var random = SeededGenerator(seed: 36)
        for round in 0..<2000 {
            let (base, current, yours) = triple(&random, round)
            let merge = ThreeWayMerge(base: base, current: current, yours: yours)
            guard merge.text == nil, !merge.mergedWords else { continue }
            let marked = lines(merge.markedText(current: "a", yours: "b"))
            let before = lines(base)
            for side in [lines(current), lines(yours)] {
                #expect(side.keys.allSatisfy { before[$0] != nil || marked[$0] != nil })
            }
        }
    }
}
