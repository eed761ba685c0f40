import Testing

@testable import Prose

@Suite struct ThreeWayMergeTests {
    private func merge(_ base: String, _ current: String, _ yours: String) -> ThreeWayMerge {
        ThreeWayMerge(base: bytes(base), current: bytes(current), yours: bytes(yours))
    }

    private func text(_ base: String, _ current: String, _ yours: String) -> String? {
        merge(base, current, yours).text.map(string)
    }

    @Test func changesAtDifferentPlacesAreBothTaken() {
        #expect(text("a\nb\nc\nd\n", "A\nb\nc\nd\n", "a\nb\nc\nD\n") == "A\nb\nc\nD\n")
        #expect(text("a\nb\nc\nd\n", "b\nc\nd\n", "a\nb\nc\nd\ne\n") == "b\nc\nd\ne\n")
    }

    @Test func theSameChangeIsTakenOnce() {
        #expect(text("a\nb\nc\n", "a\nX\nc\n", "a\nX\nc\n") == "a\nX\nc\n")
        #expect(text("a\nb\nc\n", "a\nX\nc\n", "a\nX\nc\nd\n") == "a\nX\nc\nd\n")
        let both = merge("- a\n", "- a\n- b\n", "- a\n- b\n- c\n")
        #expect(both.text.map(string) == "- a\n- b\n- c\n")
        #expect(!both.keptBoth)
    }

    @Test func additionsAtOnePlaceAreBothKeptCurrentFirst() {
        let list = merge("- a\n", "- a\n- b\n", "- a\n- c\n")
        #expect(list.text.map(string) == "- a\n- b\n- c\n")
        #expect(list.keptBoth)
        #expect(text("x\ny\n", "x\n1\ny\n", "x\n2\ny\n") == "x\n1\n2\ny\n")
        #expect(text("x\ny\n", "1\nx\ny\n", "2\nx\ny\n") == "1\n2\nx\ny\n")
    }

    @Test func addedParagraphsStayApart() {
        #expect(text("P.\n", "P.\n\nOne.\n", "P.\n\nTwo.\n") == "P.\n\nOne.\n\nTwo.\n")
        #expect(text("P.\n\nQ.\n", "P.\n\nOne.\n\nQ.\n", "P.\n\nTwo.\n\nQ.\n") == "P.\n\nOne.\n\nTwo.\n\nQ.\n")
        #expect(text("P.\n", "P.\n\n## New\n\nOne.\n", "P.\n\n## New\n\nTwo.\n") == "P.\n\n## New\n\nOne.\n\nTwo.\n")
    }

    @Test func additionsAfterALastLineWithoutNewlineDoNotFuse() {
        let both = merge("- a", "- a\n- b", "- a\n- c")
        #expect(both.text.map(string) == "- a\n- b\n- c")
        #expect(both.keptBoth)
        #expect(text("- a", "- a\n- b\n", "- a\n- c") == "- a\n- b\n- c\n")
        #expect(text("- a\n- z", "- A\n- z", "- a\n- z\n") == "- A\n- z\n")
        #expect(text("a\r\nb", "A\r\nb", "a\r\nb\r\nc") == "A\r\nb\r\nc")
    }

    @Test func additionsBesideAChangedLineAreKept() {
        #expect(text("- a\n- b\n", "- a\n- B!\n", "- a\n- b\n- c\n") == "- a\n- B!\n- c\n")
        #expect(text("- a\n- b\n", "- a\n- b\n- c\n", "- a\n- B!\n") == "- a\n- B!\n- c\n")
        #expect(text("- a\n- b\n", "- A!\n- b\n", "- 0\n- a\n- b\n") == "- 0\n- A!\n- b\n")
        #expect(text("x\n- a\n- b\n", "x\n- a\n", "x\n- a\n- b\n- c\n") == "x\n- a\n- c\n")
    }

    @Test func overlappingChangesAreAConflict() {
        let conflict = merge("a\nb\nc\n", "a\none\nc\n", "a\ntwo\nc\n")
        #expect(conflict.text == nil)
        #expect(
            conflict.regions == [
                .settled(bytes("a\n")), .conflict(base: bytes("b\n"), current: bytes("one\n"), yours: bytes("two\n")),
                .settled(bytes("c\n")),
            ])
        #expect(text("a\nb\nc\nd\n", "a\nc\nd\n", "a\nbee\nc\nd\n") == nil)
        #expect(text("a\nb\nc\nd\n", "a\nd\n", "a\nb\nnew\nc\nd\n") == nil)
    }

    @Test func aTextThatBothBeganIsAConflict() {
        let conflict = merge("", "mine\n", "yours\n")
        #expect(conflict.regions == [.conflict(base: [], current: bytes("mine\n"), yours: bytes("yours\n"))])
        #expect(text("", "same\n", "same\n") == "same\n")
        #expect(text("\n", "mine\n\n", "\nyours\n") == nil)
    }

    @Test func differentWordsOfOneParagraphAreMerged() {
        let base = "The quick brown fox jumps over the lazy dog near the river.\n"
        let merged = merge(base, base.replacing("quick", with: "slow"), base.replacing("lazy", with: "sleeping"))
        #expect(merged.text.map(string) == "The slow brown fox jumps over the sleeping dog near the river.\n")
        #expect(merged.mergedWords)
        #expect(text(base, base.replacing("quick", with: "slow"), base.replacing("brown", with: "red")) == nil, "neighbouring words")
        #expect(text(base, base.replacing("quick", with: "slow"), base.replacing("quick", with: "fast")) == nil, "the same word")
        #expect(text(base, base.replacing("lazy ", with: ""), base.replacing("lazy", with: "old lazy")) == nil, "gone here, changed there")
        #expect(
            text(
                base, base.replacing("quick", with: "slow").replacing("river", with: "sea"),
                base.replacing("quick", with: "slow").replacing("dog", with: "cat"))
                == "The slow brown fox jumps over the lazy cat near the sea.\n")
    }

    @Test func neighbouringLinesMergeByTheirWords() {
        #expect(
            text("- one apple\n- two pears\n", "- one red apple\n- two pears\n", "- one apple\n- two ripe pears\n")
                == "- one red apple\n- two ripe pears\n")
    }

    @Test func aRewrittenParagraphIsNotMixedWithAnother() {
        let base = "Alpha beta gamma delta epsilon zeta.\n"
        #expect(text(base, "Alpha one two three four zeta.\n", "Other beta gamma delta epsilon zeta.\n") == nil)
    }

    @Test func markersStandOnTheirOwnLines() {
        let conflict = merge("x\nb", "x\nmine", "x\nyours")
        #expect(
            string(conflict.markedText(current: "now\n", yours: "draft"))
                == "x\n<<<<<<< now \nmine\n=======\nyours\n>>>>>>> draft\n")
        #expect(
            string(conflict.markedText(current: "now", yours: "draft", base: "before"))
                == "x\n<<<<<<< now\nmine\n||||||| before\nb\n=======\nyours\n>>>>>>> draft\n")
        let long = merge("x\r\nb\r\n", "x\r\nmine\r\n", "x\r\nyours\r\n")
        #expect(
            string(long.markedText(current: "a", yours: "b"))
                == "x\r\n<<<<<<< a\r\nmine\r\n=======\r\nyours\r\n>>>>>>> b\r\n")
    }

    @Test func emojiAndMarksStayWholeInAWordMerge() {
        let place = " meets on Monday in the big "
        let (base, other) = ("\u{1F468}\u{200D}\u{1F469}", "\u{1F468}\u{200D}\u{1F467}")
        #expect(text(base + place + "hall\n", other + place + "hall\n", base + place + "room\n") == other + place + "room\n")
        #expect(text(base + place + "hall\n", other + place + "hall\n", "\u{1F469}\u{200D}\u{1F469}" + place + "hall\n") == nil)
    }
}
