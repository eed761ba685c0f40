import Testing

@testable import Prose

/// What two people may do to one text without being asked.
@Suite struct ProseMergeTests {
    private func merge(_ base: String, _ current: String, _ yours: String) -> ThreeWayMerge {
        ThreeWayMerge(base: bytes(base), current: bytes(current), yours: bytes(yours))
    }

    /// The merge both ways; nil for a conflict.
    private func text(_ base: String, _ current: String, _ yours: String) -> String? {
        let (one, other) = (merge(base, current, yours), merge(base, yours, current))
        if !one.keptBoth { #expect(one.text == other.text) }
        return one.text.map(string)
    }

    private let sentences = "The first sentence is about apples. The second one tells of bread. A third closes the paragraph."

    @Test func differentSentencesOfOneParagraphMerge() {
        let one = sentences.replacing("The first sentence is about apples.", with: "Nobody eats fruit any more.")
        let other = sentences.replacing("A third closes the paragraph.", with: "That is all there is to say here.")
        #expect(
            text(sentences, one, other) == "Nobody eats fruit any more. The second one tells of bread. That is all there is to say here.")
        #expect(text(sentences, one, sentences.replacing("apples", with: "pears")) == nil, "one sentence written anew, and edited")
    }

    @Test func theSameWordsConflict() {
        let (one, other) = (sentences.replacing("apples", with: "pears"), sentences.replacing("apples", with: "plums"))
        #expect(text(sentences, one, other) == nil)
        #expect(text(sentences, one, sentences.replacing("about apples", with: "on apples")) == nil, "neighbours")
        #expect(text(sentences, one, sentences.replacing("apples. ", with: "")) == nil)
    }

    @Test func chineseSentencesMerge() {
        let base = "我们今天去北京看朋友。他们在家等我们。\n"
        #expect(
            text(base, base.replacing("今", with: "明"), base.replacing("等我们", with: "吃饭")) == "我们明天去北京看朋友。他们在家吃饭。\n")
    }

    private let apples = "A paragraph about apples and pears."
    private let bread = "Another one that tells of bread and butter."
    private let wine = "The last of them is on wine and cheese, and it is the longest."

    @Test func aMovedBlockKeepsTheOthersEdits() {
        let base = "\(apples)\n\n\(bread)\n\n\(wine)\n"
        let moved = "\(bread)\n\n\(wine)\n\n\(apples)\n"
        #expect(text(base, moved, base.replacing("pears", with: "plums")) == moved.replacing("pears", with: "plums"))
        #expect(text(base, moved, base.replacing("bread", with: "rolls")) == moved.replacing("bread", with: "rolls"))
        #expect(
            text(base, moved.replacing("apples", with: "quinces"), base.replacing("pears", with: "plums"))
                == moved.replacing("apples", with: "quinces").replacing("pears", with: "plums"))
        #expect(text(base, moved.replacing("pears", with: "figs"), base.replacing("pears", with: "plums")) == nil)
    }

    @Test func aBlockThatBothMovedOrOneTookAwayIsAConflict() {
        let base = "\(apples)\n\n\(bread)\n\n\(wine)\n\nThis paragraph stays where it always was.\n"
        let there = "\(bread)\n\n\(apples)\n\n\(wine)\n\nThis paragraph stays where it always was.\n"
        let elsewhere = "\(bread)\n\n\(wine)\n\nThis paragraph stays where it always was.\n\n\(apples)\n"
        #expect(text(base, there, elsewhere) == nil)
        #expect(text(base, there, base.replacing("\(apples)\n\n", with: "")) == nil)
        #expect(text(base, elsewhere, elsewhere.replacing("pears", with: "plums")) == elsewhere.replacing("pears", with: "plums"))
    }

    @Test func deletedHereAndEditedThereIsAConflict() {
        let base = "\(apples)\n\n\(bread)\n\n\(wine)\n"
        #expect(text(base, base.replacing("\(bread)\n\n", with: ""), base.replacing("butter", with: "jam")) == nil)
        #expect(text("- a b c\n- d e f\n", "- d e f\n", "- a b c d\n- d e f\n") == nil)
    }

    @Test func listsMergeByItem() {
        let base = "- [ ] buy some milk\n- [ ] bake the bread\n- [ ] wash up\n"
        #expect(
            text(base, base.replacing("[ ] bake", with: "[x] bake"), base.replacing("the bread", with: "the rolls"))
                == base.replacing("[ ] bake the bread", with: "[x] bake the rolls"))
        #expect(
            text(base, base.replacing("- [ ] bake the bread\n", with: ""), base.replacing("wash up", with: "wash the dishes up"))
                == "- [ ] buy some milk\n- [ ] wash the dishes up\n")
        let both = merge(base, base + "- [ ] call Ann\n", base + "- [ ] call Bob\n")
        #expect(both.text.map(string) == base + "- [ ] call Ann\n- [ ] call Bob\n" && both.keptBoth)
    }

    @Test func tablesMergeByCell() {
        let base = "| Name | Age | Town |\n|---|---|---|\n| Ann | 31 | Oslo |\n| Bob | 42 | Rome |\n"
        #expect(
            text(base, base.replacing("42", with: "43"), base.replacing("Rome", with: "Bern"))
                == base.replacing("| 42 | Rome |", with: "| 43 | Bern |"))
        #expect(text(base, base.replacing("42", with: "43"), base.replacing("42", with: "44")) == nil)
        #expect(
            text(base, base + "| Cy | 5 | Ulm |\n", base.replacing("42", with: "43")) == base.replacing("42", with: "43")
                + "| Cy | 5 | Ulm |\n"
        )
        let wider = "| Name | Job | Age | Town |\n|---|---|---|---|\n| Ann | chef | 31 | Oslo |\n| Bob | cook | 42 | Rome |\n"
        #expect(text(base, wider, base.replacing("Rome", with: "Bern")) == wider.replacing("Rome", with: "Bern"))
    }

    @Test func aReflowAndAnEditMerge() {
        let base = "One two three four five six\nseven eight nine ten eleven twelve.\n"
        let reflowed = "One two three four five\nsix seven eight nine\nten eleven twelve.\n"
        #expect(text(base, reflowed, base.replacing("eleven", with: "and eleven")) == reflowed.replacing("eleven", with: "and eleven"))
        #expect(text(base, reflowed, base.replacing("six", with: "6")) == reflowed.replacing("six", with: "6"))
    }

    @Test func aSplitParagraphKeepsTheOthersEdits() {
        let split = sentences.replacing("apples. ", with: "apples.\n\n")
        #expect(text(sentences, split, sentences.replacing("bread", with: "rolls")) == split.replacing("bread", with: "rolls"))
    }

    @Test func aHeadingsLevelAndItsWordsMerge() {
        #expect(
            text("## Setup of it\n\nText.\n", "### Setup of it\n\nText.\n", "## Trial of it\n\nText.\n") == "### Trial of it\n\nText.\n")
    }

    @Test func twoAddedBlocksOfCodeKeepTheirFences() {
        let base = "Text.\n\nEnd.\n"
        let (one, other) = ("```\nlet a = 1\n```\n\n", "```\nlet b = 2\n```\n\n")
        let both = merge(base, base.replacing("End", with: one + "End"), base.replacing("End", with: other + "End"))
        #expect(both.text.map(string) == "Text.\n\n" + one + other + "End.\n")
    }

    @Test func codeMergesByLine() {
        let base = "```\nlet a = 1\nlet b = 2\nlet c = 3\n```\n"
        #expect(
            text(base, base.replacing("= 1", with: "= 10"), base.replacing("= 3", with: "= 30"))
                == base.replacing("= 1", with: "= 10").replacing("= 3", with: "= 30"))
        #expect(text(base, base.replacing("= 2", with: "= 20"), base.replacing("= 2", with: "= 21")) == nil)
    }
}
