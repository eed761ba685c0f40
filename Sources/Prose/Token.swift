/// A piece of text that a diff never cuts.
package struct Token: Sendable, Equatable {
    /// What a token is to a reader.
    package enum Kind: Sendable {
        /// A run of letters, digits and their marks; in scripts written without spaces, one character.
        case word
        /// Punctuation, a symbol, an emoji with all its parts, or bytes that are not UTF-8.
        case sign
        /// White space within a line.
        case space
        /// One line end.
        case lineEnd
    }

    /// Where it stands, in bytes.
    package let range: Range<Int>
    /// What it is.
    package let kind: Kind
}
