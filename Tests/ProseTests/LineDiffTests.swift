import Testing

@testable import Prose

@Suite struct LineDiffTests {
    private func rebuilt(_ diff: LineDiff) -> (old: [UInt8], new: [UInt8]) {
        var (old, new): ([UInt8], [UInt8]) = ([], [])
        var (oldLine, newLine) = (0, 0)
        for edit in diff.edits {
            old += diff.new[newLine..<edit.newRange.lowerBound] + diff.old[edit.oldRange]
            new += diff.old[oldLine..<edit.oldRange.lowerBound] + diff.new[edit.newRange]
            (oldLine, newLine) = (edit.oldRange.upperBound, edit.newRange.upperBound)
        }
        return (old + diff.new[newLine..<diff.new.count], new + diff.old[oldLine..<diff.old.count])
    }

    @Test func eachSideIsTheEqualLinesAndItsOwn() {
        var random = SeededGenerator(seed: 11)
        for round in 0..<2000 {
            let old = round % 3 == 0 ? random.bytes(most: 200) : random.text(lines: 20)
            let new = round % 2 == 0 ? random.edited(old) : random.text(lines: 20)
            let diff = LineDiff(old: old, new: new, budget: round % 5 == 0 ? 10 : LineDiff.defaultBudget)
            let sides = rebuilt(diff)
            #expect(sides.old == old)
            #expect(sides.new == new)
        }
    }

    @Test func linesAreTheTextAndKeepTheirEnds() {
        #expect(TextLines([]).count == 0)
        #expect(TextLines(bytes("a")).ranges == [0..<1])
        #expect(TextLines(bytes("a\r\n\nb")).ranges == [0..<3, 3..<4, 4..<5])
        let lines = TextLines(bytes("a\r\n\nb\r"))
        #expect((0..<3).map { string(lines.text[lines.content(of: $0)]) } == ["a", "", "b\r"])
    }

    @Test func textsDifferByTheirBytes() {
        #expect(LineDiff(old: bytes("caf\u{E9}\n"), new: bytes("cafe\u{301}\n")).edits.count == 1)
        #expect(LineDiff(old: [0xFF, 0x0A], new: [0xFE, 0x0A]).edits.count == 1)
        #expect(LineDiff(old: bytes("a\n"), new: bytes("a\r\n")).edits.count == 1)
        #expect(LineDiff(old: bytes("a\n"), new: bytes("a")).edits.count == 1)
    }

    @Test func anAddedParagraphIsTheParagraphAndTheEmptyLineAfterIt() {
        let diff = LineDiff(old: bytes("One.\n\nThree.\n"), new: bytes("One.\n\nTwo.\n\nThree.\n"))
        #expect(diff.edits == [LineEdit(oldRange: 2..<2, newRange: 2..<4)])
        let last = LineDiff(old: bytes("One.\n"), new: bytes("One.\n\nTwo.\n"))
        #expect(last.edits == [LineEdit(oldRange: 1..<1, newRange: 1..<3)])
    }

    @Test func largeAndOddTextsEnd() {
        let line = [UInt8](repeating: 0x61, count: 1 << 20)
        #expect(LineDiff(old: line, new: line + [0x62]).edits.count == 1)
        let newlines = [UInt8](repeating: 0x0A, count: 200_000)
        let diff = LineDiff(old: newlines, new: Array(newlines.dropLast(1000)))
        #expect(diff.edits.count == 1)
        #expect(diff.cost <= 3 * 400_000)
    }

    @Test func aMegabyteMadeToBeSlowStaysWithinTheBudget() {
        var random = SeededGenerator(seed: 12)
        let texts = (0..<2).map { _ in
            (0..<125_000).flatMap { _ in bytes(Bool.random(using: &random) ? "heads..\n" : "tails..\n") }
        }
        let budget = 200_000
        let diff = LineDiff(old: texts[0], new: texts[1], budget: budget)
        #expect(diff.isCoarse)
        #expect(diff.cost <= 3 * budget + 40 * (diff.old.count + diff.new.count))
        let merge = ThreeWayMerge(base: texts[0], current: texts[1], yours: texts[0] + bytes("last\n"), budget: budget)
        #expect(merge.text.map { $0 == texts[1] + bytes("last\n") } ?? true)
    }
}
