/// A piece of text that a difference tells of: whole words, signs and white space, never halves.
package struct DiffPiece: Sendable, Hashable {
    /// What happened to it.
    package enum Kind: Sendable, Hashable {
        /// Both texts have it.
        case equal
        /// Only the old text has it.
        case deleted
        /// Only the new text has it.
        case inserted
    }

    /// What it is to a reader.
    package enum Role: Sendable, Hashable {
        case text
        /// White space alone: a view of prose may leave the mark out.
        case space
        /// Where a link or an image leads, without its brackets: a view may show it apart from the link's text.
        case target
    }

    /// What happened to it.
    package let kind: Kind
    /// What it is; of an equal piece always text.
    package let role: Role
    /// Its bytes in the old text; of an inserted one the place where it is missing, empty.
    package internal(set) var oldRange: Range<Int>
    /// Its bytes in the new text; of a deleted one the place where it is missing, empty.
    package internal(set) var newRange: Range<Int>
    /// The number of the move, above those of blocks, that both its ends bear where it is of a sentence that moved: deleted where it
    /// stood, inserted where it stands; nil for all else.
    package internal(set) var move: Int?
}
