/// Where changes stand.
extension ProseDiff {
    /// The bytes of a change in the old text, with the blank lines behind them; empty where it was added.
    package func oldRange(of change: BlockChange) -> Range<Int> { ProseDiff.range(change.oldBlocks, old) }

    /// The bytes of a change in the new text, likewise; empty where it was removed.
    package func newRange(of change: BlockChange) -> Range<Int> { ProseDiff.range(change.newBlocks, new) }

    /// The lines of a change in the old text, numbered from 1, blank lines behind it aside; where it was added, the empty range
    /// at the line it would stand at.
    package func oldLines(of change: BlockChange) -> Range<Int> { ProseDiff.lines(change.oldBlocks, old) }

    /// The lines of a change in the new text, likewise.
    package func newLines(of change: BlockChange) -> Range<Int> { ProseDiff.lines(change.newBlocks, new) }

    private static func range(_ blocks: Range<Int>, _ text: StructuredText) -> Range<Int> {
        let start = blocks.lowerBound < text.blocks.count ? text.blocks[blocks.lowerBound].range.lowerBound : text.text.count
        return blocks.isEmpty ? start..<start : start..<text.blocks[blocks.upperBound - 1].end
    }

    private static func lines(_ blocks: Range<Int>, _ text: StructuredText) -> Range<Int> {
        let start = blocks.lowerBound < text.blocks.count ? text.blocks[blocks.lowerBound].lines.lowerBound + 1 : text.lines.count + 1
        return blocks.isEmpty ? start..<start : start..<text.blocks[blocks.upperBound - 1].lines.upperBound + 1
    }
}
