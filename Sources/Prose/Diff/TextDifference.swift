/// In what two texts, or two forms of a block, differ.
package struct TextDifference: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// In words, signs, or the order of blocks.
    package static let text = TextDifference(rawValue: 1)
    /// In what kind of block it is, a level, a depth, a task box, columns.
    package static let structure = TextDifference(rawValue: 2)
    /// In white space: spaces, line breaks within a block, blank lines between blocks.
    package static let space = TextDifference(rawValue: 4)
    /// In how lines end (LF, CRLF).
    package static let lineEnds = TextDifference(rawValue: 8)
    /// In whether the last line has an end.
    package static let lastNewline = TextDifference(rawValue: 16)
    /// In how a letter with marks is written (composed or decomposed), which nobody sees.
    package static let normalisation = TextDifference(rawValue: 32)
    /// In the sign or number before a list item or heading, which the page may not show.
    package static let marker = TextDifference(rawValue: 64)
}
