import Prose

/// What is to be written of a leaf: its words, and those that gave way to them.
struct LeafEdit {
    /// What a reader is told of the leaf as a whole.
    enum Mark: Equatable {
        case unchanged
        case changed
        case inserted
        case deleted
        /// It came from elsewhere, under the number of the move.
        case moved(Int)
        /// It stands elsewhere now: only that is said.
        case movedAway(Int)
    }

    /// A stretch that both articles have, or one of them.
    struct Segment {
        let kind: DiffPiece.Kind
        /// Its bytes in the new text; where it is deleted, in the old one.
        let range: Range<Int>
        /// Where the same words begin in the old text; nil where it does not have them, or has other white space.
        let oldStart: Int?
        /// The number of the move, where it is a sentence that moved.
        var move: Int?
    }

    /// The article whose structure is written.
    let side: RenderedSide
    /// The leaf's number there.
    let leaf: Int
    /// The leaf of the other article that it was made from.
    var counterpart: Int?
    var mark: Mark
    var structure: [StructureChange] = []
    /// Whether one became several, or several one; told at the first.
    var kind: BlockChange.Kind = .unchanged
    var segments: [Segment] = []
    /// What became of words that stayed.
    var inlines = InlineChanges()
}
