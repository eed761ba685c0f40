import Testing

@testable import Prose

@Suite struct EditSummaryTests {
    private typealias Count = EditSummary.Count

    private func summary(_ old: String?, _ new: String?) -> EditSummary {
        EditSummary(old: old.map(bytes), new: new.map(bytes))
    }

    private let page = """
        # Home

        Welcome.

        ## Setup

        Install it.

        - one
        - two

        ## Use ##

        Run it.

        """

    @Test func kinds() {
        #expect(summary(nil, nil).kind == .unchanged)
        #expect(summary(nil, "a\n").kind == .created)
        #expect(summary("a\n", nil).kind == .deleted)
        #expect(summary("a\n", "a\n").kind == .unchanged)
        #expect(summary("a\n", "b\n").kind == .edited)
        #expect(summary("a b\nc\n", "a  b\r\nc").kind == .whitespace)
        #expect(summary("a b c\n", "a b\nc\n").kind == .whitespace)
        #expect(summary("ab\n", "a b\n").kind == .edited)
        #expect(summary("", " \n").kind == .whitespace)
    }

    @Test func blocksAreCountedByTheirKind() {
        let made = summary(nil, page)
        #expect(made.sections == Count(added: 3))
        #expect(made.paragraphs == Count(added: 3))
        #expect(made.listItems == Count(added: 2))
        #expect(made.section == nil)
        #expect(summary(page, nil).paragraphs == Count(removed: 3))
        let code = summary("Text.\n", "Text.\n\n```\n# no heading\n\n- no item\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n")
        #expect(code.codeBlocks == Count(added: 1))
        #expect(code.tableRows == Count(added: 3))
        #expect(code.sections == Count() && code.listItems == Count() && code.paragraphs == Count())
        #expect(summary("", "Title\n=====\n\nText\non two lines.\n").sections == Count(added: 1))
    }

    @Test func theOnlyChangedPlaceNamesItsSection() {
        let added = summary(page, page.replacing("Install it.\n", with: "Install it.\n\nThen wait.\n"))
        #expect(added.paragraphs == Count(added: 1))
        #expect(added.section == "Setup")
        #expect(added.words == WordChange(old: [], new: bytes("Then wait")))
        let changed = summary(page, page.replacing("Run it.", with: "Run it twice."))
        #expect(changed.paragraphs == Count(changed: 1))
        #expect(changed.section == "Use")
        #expect(summary(page, page.replacing("- two\n", with: "")).listItems == Count(removed: 1))
        #expect(summary(page, page.replacing("- two\n", with: "")).section == "Setup")
        let both = page.replacing("Run it.", with: "Run it twice.").replacing("- one", with: "- first")
        #expect(summary(page, both).section == nil)
        #expect(summary(page, page + "\n### Deeper\n\nMore.\n").section == "Use")
        #expect(summary(page, page + "\n## Next\n\nMore.\n").section == "Home")
    }

    @Test func blocksAreThoseOfDifferences() {
        #expect(summary("", "---\ntitle: A\ntags: [a]\n---\n\nText.\n").codeBlocks == Count(added: 1))
        let renamed = summary("---\ntitle: A\ntags: [a]\n---\nText.\n", "---\ntitle: B\ntags: [b]\n---\nText.\n")
        #expect(renamed.codeBlocks == Count(changed: 1) && renamed.paragraphs == Count())
        #expect(summary("", "---\n\nText after a rule.\n").paragraphs == Count(added: 2), "no front matter without an end")
        #expect(summary("Text.\n", "Text.\n\n    indented\n").codeBlocks == Count(added: 1))
        #expect(summary("Text.\n", "Text.\n\n<div>\n</div>\n").paragraphs == Count(added: 1))
        #expect(summary("Text.\n", "Text.\n\n***\n").paragraphs == Count(added: 1))
        #expect(summary("> - one\n", "> - one\n> - two\n").listItems == Count(added: 1))
    }

    @Test func titlesAreWithoutSigns() {
        func section(_ heading: String) -> String? { summary("\(heading)\n\nOne.\n", "\(heading)\n\nTwo.\n").section }
        #expect(section("# A #") == "A")
        #expect(section("## A # B ##\t") == "A # B")
        #expect(section("# C#") == "C#")
        #expect(section("# #") == "")
        #expect(section("A #\n===") == "A #")
        #expect(section("> # Quoted") == "Quoted")
        #expect(section("###") == "")
    }

    @Test func severalPlacesUnderOneHeading() {
        let page = "# A\n\nOne.\n\nTwo.\n\n# B\n\nThree.\n"
        #expect(summary(page, "# A\n\nTwo.\n\nFour.\n\n# B\n\nThree.\n").section == "A")
        #expect(summary(page, "# A\n\nTwo.\n\n# B\n\n3.\n").section == nil)
        // Two headings of one title are one place to a reader.
        #expect(summary("# A\n\nOne.\n\n# A\n\nTwo.\n", "# A\n\n1.\n\n# A\n\n2.\n").section == "A")
        #expect(summary("# A\n\n## B\n\nOne.\n", "# A\n\n## C\n\nOne.\n").section == "A")
    }

    @Test func whatMovedCountsAsNothing() {
        let moved = summary("One.\n\nTwo.\n\nThree.\n", "Two.\n\nThree.\n\nOne.\n")
        #expect(moved.kind == .edited)
        #expect(moved.paragraphs == Count())
        #expect(moved.words == WordChange(old: [], new: []))
        #expect(summary("One.\n\nTwo.\n", "Two.\n\nOne.\n\nOne.\n").paragraphs == Count(added: 1))
    }

    @Test func anyBytesHaveASummary() {
        var random = SeededGenerator(seed: 71)
        for _ in 0..<500 {
            let (old, new) = (random.bytes(most: 300), random.text(lines: 10))
            let there = EditSummary(old: old, new: new)
            #expect(there.words == WordChange(old: old, new: new))
            #expect(there.kind == .edited || there.kind == .whitespace || there.kind == .unchanged)
        }
    }
}
