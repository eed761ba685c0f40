/// A block, or one side of it, as a row shows it.
package struct LayoutCell: Sendable, Equatable {
    /// A part of a cell's text.
    package enum Part: Sendable, Hashable {
        /// Text to be shown, marked or not. In the left cell of a pair no piece is inserted, in the right one none deleted, except
        /// that a block which came from elsewhere shows both.
        case piece(DiffPiece)
        /// Equal text that is left out in the middle of a long block, and how many sentences (in code, lines) that is.
        case elided(oldRange: Range<Int>, newRange: Range<Int>, sentences: Int)
    }

    /// The place of its change in `ProseDiff.changes`.
    package let change: Int
    /// Its text in order.
    package let parts: [Part]
    /// Its lines in the old text, numbered from 1; empty where it has none there.
    package let oldLines: Range<Int>
    /// Its lines in the new text, likewise.
    package let newLines: Range<Int>
}
