/// Blocks without a change that a layout leaves out, and what is needed to bring them back.
package struct FoldedPart: Sendable, Hashable {
    /// Their places in `ProseDiff.changes`.
    package let changes: Range<Int>
    /// Their lines in the old text, numbered from 1, with blank lines between them.
    package let oldLines: Range<Int>
    /// Their lines in the new text, likewise.
    package let newLines: Range<Int>
    /// Their bytes in the old text.
    package let oldRange: Range<Int>
    /// Their bytes in the new text.
    package let newRange: Range<Int>

    /// How many blocks.
    package var blocks: Int { changes.count }
    /// How many lines of the new text.
    package var lines: Int { newLines.count }
}
