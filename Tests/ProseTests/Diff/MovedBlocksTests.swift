import Testing

@testable import Prose

/// Blocks that went elsewhere however little they say, because of what stands beside them.
@Suite struct MovedBlocksTests {
    private func marks(_ old: String, _ new: String) -> [String] { MarkedDiff(old, new).lines }

    private let first = "The first of the parts is about apples and pears."
    private let second = "The second one tells of bread and of butter."
    private let third = "The third is on wine, on cheese, and on much more than that."

    @Test func aSectionMovesWithItsHeading() {
        let base = "# A\n\n\(first)\n\n# B\n\n\(second)\n\n# C\n\n\(third)\n"
        let moved = "# A\n\n\(first)\n\n# C\n\n\(third)\n\n# B\n\n\(second)\n"
        #expect(marks(base, moved) == ["movedAway 1: # B", "movedAway 1: \(second)", "moved 1: # B", "moved 1: \(second)"])
        let edited = moved.replacing("butter", with: "jam")
        #expect(
            marks(base, edited) == [
                "movedAway 1: # B", "movedAway 1: \(second)", "moved 1: # B",
                "moved 1: The second one tells of bread and of [-butter-]{+jam+}.",
            ])
    }

    @Test func aHeadingWithOtherWordsIsKnownByWhatFollows() {
        let base = "# A\n\n\(first)\n\n# History\n\n\(second)\n"
        #expect(marks(base, base.replacing("History", with: "Past times")) == ["changed: # [-History-]{+Past times+}"])
    }

    @Test func shortRowsAndItemsMoveWithinTheirTableAndList() {
        let rows = ["| Ann | Oslo |\n", "| Bob | Rome |\n", "| Cy | Ulm |\n", "| Di | Bern |\n"]
        func table(_ order: [Int]) -> String { "| Name | Town |\n|---|---|\n" + order.map { rows[$0] }.joined() }
        #expect(marks(table([0, 1, 2, 3]), table([3, 0, 1, 2])) == ["moved 1: | Di | Bern |", "movedAway 1: | Di | Bern |"])
        let sorted = MarkedDiff(table([0, 1, 2, 3]), table([3, 2, 1, 0])).diff
        #expect(sorted.counts.addedBlocks == 0 && sorted.counts.removedBlocks == 0 && sorted.counts.movedBlocks == 3)
        #expect(marks("- a\n- b\n- c\n", "- b\n- c\n- a\n") == ["movedAway 1: - a", "moved 1: - a"])
    }

    @Test func shortItemsOfTwoListsAreNotMixedUp() {
        let base = "- yes\n- no\n- maybe\n\nText that stays between them.\n\n- one\n- two\n"
        let new = "- no\n- maybe\n\nText that stays between them.\n\n- one\n- two\n- yes\n"
        #expect(marks(base, new) == ["removed: [-- yes-]", "added: {+- yes+}"])
    }

    @Test func keysOfTheFrontMatterMoveWithOtherValues() {
        let base = "---\ntitle: X\ntags: [a, b]\nlang: de\n---\n\nText.\n"
        let new = "---\ntags: [a, b]\nlang: de\ntitle: Y\n---\n\nText.\n"
        #expect(marks(base, new) == ["movedAway 1: title: X", "moved 1: title: [-X-]{+Y+}"])
    }

    @Test func shortSentencesThatWereCutApartAreASplit() {
        #expect(marks("It rains. We stay.\n", "It rains.\n\nWe stay.\n") == ["split: It rains.[- -]{+\n\n+}We stay."])
        #expect(marks("It rains.\n\nWe stay.\n", "It rains. We stay.\n") == ["joined: It rains.[-\n\n-]{+ +}We stay."])
        #expect(marks("It rains. We stay.\n", "It rains.\n\nWe go.\n").contains { $0.hasPrefix("split") } == false)
    }

    @Test func theSignsOfATablesRuleStayInTheirColumns() {
        let table = "| A | B | C |\n| --- | --- | --- |\n| 1 | 2 | 3 |\n"
        #expect(
            marks(table, table.replacing("| --- | --- | --- |", with: "| :-- | --- | --: |")) == [
                "changed: | [-----]{+:--+} | --- | [-----]{+--:+} |"
            ])
        #expect(
            marks(table, table.replacing("| 1 | 2 | 3 |", with: "| 2 | 3 | 4 |")) == [
                "changed: | [-1-]{+2+} | [-2-]{+3+} | [-3-]{+4+} |"
            ])
    }
}
