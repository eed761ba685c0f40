/// Neighbouring bytes of one origin: whole words and signs, each with the white space behind it.
package struct AuthoredRun: Hashable, Sendable {
    /// In bytes, at least 1.
    package var length: Int
    /// Words among them; signs and white space are none. In scripts written without spaces a character is a word.
    package var words: Int
    /// Where they were first written.
    package let origin: Origin

    package init(length: Int, words: Int, origin: Origin) {
        self.length = length
        self.words = words
        self.origin = origin
    }
}
