import Testing

@testable import Prose

@Suite struct StructuredTextTests {
    private func kinds(_ text: String) -> [ProseBlock.Kind] { StructuredText(bytes(text)).blocks.map(\.kind) }

    private func contents(_ text: String) -> [String] {
        let read = StructuredText(bytes(text))
        return read.blocks.map { string(read.text[$0.content]) }
    }

    @Test func blocksAreTheText() {
        var random = SeededGenerator(seed: 91)
        for round in 0..<2000 {
            let text = round % 3 == 0 ? random.bytes(most: 300) : round % 3 == 1 ? random.text(lines: 20) : random.page()
            let read = StructuredText(text)
            #expect(read.blocks.flatMap { text[$0.extent] } == text)
            for block in read.blocks {
                #expect(!block.range.isEmpty && block.range.lowerBound <= block.content.lowerBound)
                #expect(block.content.upperBound <= block.range.upperBound && block.range.upperBound <= block.end)
                let (first, last) = (read.lines.ranges[block.lines.lowerBound], read.lines.ranges[block.lines.upperBound - 1])
                #expect(block.range == first.lowerBound..<last.upperBound)
            }
        }
    }

    @Test func kindsAreTold() {
        #expect(kinds("# A\n\nText\nmore\n\n***\n") == [.heading(level: 1), .paragraph, .rule])
        #expect(kinds("Title\n===\nOther\n---\n") == [.heading(level: 1), .heading(level: 2)])
        #expect(contents("## Title\n\nTitle\n---\n") == ["Title", "Title"])
        #expect(
            kinds("- a\n  - [x] b\n- [ ] c\n1. d\n") == [
                .listItem(depth: 0, isOrdered: false, task: nil), .listItem(depth: 1, isOrdered: false, task: .done),
                .listItem(depth: 0, isOrdered: false, task: .open), .listItem(depth: 0, isOrdered: true, task: nil),
            ])
        #expect(contents("- a\n  more\n  - [x] b\n10) c\n") == ["a\n  more", "b", "c"])
        #expect(kinds("| a |\n|---|\n| b |\n") == [.tableRow(.header), .tableRow(.delimiter), .tableRow(.body)])
        #expect(kinds("a | b\n--|--\nc | d\n\ne | f\n") == [.tableRow(.header), .tableRow(.delimiter), .tableRow(.body), .paragraph])
        #expect(kinds("```\n# no\n\n- no\n```\ntext\n") == [.code(isFenced: true), .paragraph])
        #expect(kinds("text\n\n    code\n    more\n") == [.paragraph, .code(isFenced: false)])
        #expect(kinds("<div>\nx\n</div>\n\n<https://example.org> says\n") == [.html, .paragraph])
        #expect(kinds("\n \ntext\n") == [.blank, .blank, .paragraph] || kinds("\n \ntext\n") == [.blank, .paragraph])
    }

    @Test func quotesAreTold() {
        let read = StructuredText(bytes("> [!NOTE]\n> Text\n>\n> # Head\n>> deep\n\nout\n"))
        #expect(read.blocks.map(\.quoteDepth) == [1, 1, 2, 0])
        #expect(read.blocks.map(\.kind) == [.paragraph, .heading(level: 1), .paragraph, .paragraph])
        #expect(string(read.text[read.blocks[0].content]) == "[!NOTE]\n> Text")
    }

    @Test func frontMatterIsReadByKey() {
        let text = "---\ntitle: Home\ntags:\n  - a\n\n  - b\n# note\nlang: en\n---\n# A\n"
        let read = StructuredText(bytes(text))
        #expect(
            read.blocks.map(\.kind) == [
                .frontMatterFence, .frontMatterEntry, .frontMatterEntry, .frontMatterEntry, .frontMatterFence, .heading(level: 1),
            ])
        #expect(read.blocks[1...3].map { string(read.text[$0.key]) } == ["title", "tags", "lang"])
        #expect(kinds("---\nno end\n") == [.rule, .paragraph])
        #expect(kinds("+++\na = 1\n+++\n") == [.frontMatterFence, .frontMatterEntry, .frontMatterFence])
    }

    @Test func sentencesAreCut() {
        func sentences(_ text: String) -> [String] {
            Sentences.ranges(of: bytes(text), in: 0..<text.utf8.count).map { string(bytes(text)[$0]) }
        }
        #expect(sentences("One. Two! Three? Four") == ["One. ", "Two! ", "Three? ", "Four"])
        #expect(sentences("He said \u{201C}Go.\u{201D} Then (he) left.") == ["He said \u{201C}Go.\u{201D} ", "Then (he) left."])
        #expect(sentences("See Dr. Who, e.g. here, z. B. Version 1.2 of it.") == ["See Dr. Who, e.g. here, z. B. Version 1.2 of it."])
        #expect(sentences("我们去。你呢？「好！」他说。") == ["我们去。", "你呢？", "「好！」", "他说。"])
        #expect(sentences("Wait... what? Yes.\nNext.") == ["Wait... what? ", "Yes.\n", "Next."])
        #expect(sentences("") == [])
    }
}
