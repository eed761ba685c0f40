/// A Markdown text as a list of blocks, byte for byte.
package struct StructuredText: Sendable, Equatable {
    /// The text with its lines.
    package let lines: TextLines
    /// All blocks in order. The `extent` of each begins where that of the one before ends; together they are the text.
    package let blocks: [ProseBlock]

    /// Linear in the bytes.
    package init(_ text: [UInt8]) {
        let lines = TextLines(text)
        self.init(lines: lines, blocks: StructureReader.blocks(of: lines))
    }

    init(lines: TextLines, blocks: [ProseBlock]) {
        self.lines = lines
        self.blocks = blocks
    }

    /// The whole text.
    package var text: [UInt8] { lines.text }

    /// The number of the line that holds a byte, from 0; at the end of the text, that after the last. Logarithmic.
    package func line(at place: Int) -> Int {
        var (low, high) = (0, lines.count)
        while low < high {
            let middle = (low + high) / 2
            if lines.ranges[middle].upperBound <= place { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
