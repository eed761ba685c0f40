import Testing

@testable import Prose

/// Blocks that somebody else has read are compared like those of Markdown.
struct StructuredTextBuilderTests {
    private func text(_ blocks: [(String, ProseBlock.Kind)]) -> StructuredText {
        var builder = StructuredTextBuilder()
        for (content, kind) in blocks { builder.append(content.utf8, kind: kind, quoteDepth: 0) }
        return builder.structuredText
    }

    @Test func blocksAreTheTextByteForByte() {
        let text = text([
            ("", .paragraph), ("# no heading", .paragraph), ("a\n\nb\n", .code(isFenced: false)), ("\n", .rule), ("e", .paragraph),
        ])
        #expect(String(decoding: text.text, as: UTF8.self) == "\n# no heading\na\n\nb\n\ne\n")
        #expect(text.blocks.map(\.kind) == [.paragraph, .paragraph, .code(isFenced: false), .rule, .paragraph])
        var (place, line) = (0, 0)
        for block in text.blocks {
            #expect(block.range.lowerBound == place && block.end == block.range.upperBound)
            #expect(block.lines.lowerBound == line && !block.lines.isEmpty)
            #expect(block.content.lowerBound == place && block.content.upperBound < block.end)
            (place, line) = (block.end, block.lines.upperBound)
        }
        #expect(place == text.text.count && line == text.lines.count)
    }

    @Test func kindsAndWordsAreTold() {
        let old = text([("Some words of a title", .paragraph), ("| a | b |", .tableRow(.header)), ("gone for good", .paragraph)])
        let new = text([("Some words of a title", .heading(level: 2)), ("| a | c | b |", .tableRow(.header))])
        let diff = ProseDiff(old: old, new: new)
        #expect(diff.changes.map(\.kind) == [.changed, .changed, .removed])
        #expect(diff.changes[0].structure == [.kind(.paragraph, .heading(level: 2))])
        #expect(diff.changes[1].structure == [.columns(removed: [], inserted: [1])])
        let kept = diff.changes.flatMap(\.pieces).filter { $0.kind != .inserted }.flatMap { old.text[$0.oldRange] }
        #expect(kept == old.text)
    }

    @Test func nothingIsATextToo() {
        #expect(text([]).blocks.isEmpty && text([]).text.isEmpty)
        #expect(ProseDiff(old: text([]), new: text([("a", .paragraph)])).changes.map(\.kind) == [.added])
    }
}
