/// What became of a block, or of a run of blocks.
package struct BlockChange: Sendable, Equatable {
    /// What a reader would say of it.
    package enum Kind: Sendable, Hashable {
        case unchanged
        /// It stands where it stood, with other words or of another kind.
        case changed
        case added
        case removed
        /// Here it was before it was moved; its pieces stand where it is now.
        case movedAway
        /// It came from elsewhere, perhaps with other words.
        case moved
        /// One block became several.
        case split
        /// Several blocks became one.
        case joined
        /// It says the same in other bytes: line breaks, spaces, blank lines behind it, the form of letters, the sign of a list.
        case reflowed
    }

    /// What a reader would say of it.
    package internal(set) var kind: Kind
    /// Which blocks of the old text; empty where it was added. Of `moved` ones, those that stand elsewhere.
    package let oldBlocks: Range<Int>
    /// Which blocks of the new text; empty where it was removed. Of `movedAway` ones, those that stand elsewhere.
    package let newBlocks: Range<Int>
    /// The number of the move, from 1, that both its ends bear; nil where nothing moved. Neighbours that went together share it.
    package internal(set) var move: Int?
    /// What changed besides words.
    package internal(set) var structure: [StructureChange]
    /// In what the blocks differ.
    package internal(set) var differences: TextDifference
    /// The blocks' bytes in order, with the blank lines behind them; empty for `movedAway`.
    package internal(set) var pieces: [DiffPiece]

    /// Whether a reader has something to see here: not `unchanged`.
    package var isChange: Bool { kind != .unchanged }
}
