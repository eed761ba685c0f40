/// Puts a structured text together from blocks that somebody else has read, such as those of a finished page.
///
/// Each block takes whole lines: one whose bytes do not end with a line feed gets one.
package struct StructuredTextBuilder: Sendable {
    private var text: [UInt8] = []
    private var blocks: [(kind: ProseBlock.Kind, quoteDepth: Int, range: Range<Int>)] = []

    package init() {}

    /// How many bytes there are, and so where the next block begins.
    package var count: Int { text.count }

    /// Adds a block.
    /// - Parameters:
    ///   - content: what it says, without signs before it; of a table's row the cells between bars, as in Markdown.
    ///   - quoteDepth: how many quotes it stands in.
    package mutating func append(_ content: some Sequence<UInt8>, kind: ProseBlock.Kind, quoteDepth: Int) {
        let start = text.count
        text.append(contentsOf: content)
        if text.count == start || text.last != 0x0A { text.append(0x0A) }
        blocks.append((kind, quoteDepth, start..<text.count))
    }

    /// The text with exactly these blocks, in order. Linear in the bytes.
    package var structuredText: StructuredText {
        let lines = TextLines(text)
        var line = 0
        let read = blocks.map { block in
            let first = line
            while line < lines.count, lines.ranges[line].upperBound <= block.range.upperBound { line += 1 }
            let content = block.range.lowerBound..<max(block.range.lowerBound, lines.content(of: line - 1).upperBound)
            return ProseBlock(
                kind: block.kind, quoteDepth: block.quoteDepth, lines: first..<line, range: block.range, content: content,
                end: block.range.upperBound, key: block.range.lowerBound..<block.range.lowerBound)
        }
        return StructuredText(lines: lines, blocks: read)
    }
}
