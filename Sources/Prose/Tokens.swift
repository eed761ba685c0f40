/// A text cut into words, signs and white space, so that a difference can be told in whole words.
///
/// The rules are a plain form of Unicode Standard Annex #29 (word and grapheme cluster boundaries): letters, digits and their
/// marks run together, an apostrophe between letters and a point or comma between digits too; Han, kana, Thai, Lao, Khmer and
/// Myanmar are cut after each character with its marks; an emoji keeps its skin tone, selector and everything joined to it,
/// a flag its two halves, a run of one ASCII sign (`**`, `---`) stays together. The tokens are the text, byte for byte; bytes
/// that are not UTF-8 are signs. Linear.
package struct Tokens: Sendable, Equatable {
    /// The text they were cut from.
    package let text: [UInt8]
    /// All of them, in order, without gaps.
    package let list: [Token]

    /// - Parameter range: the part of `text` to cut; all of it where nil.
    package init(_ text: [UInt8], in range: Range<Int>? = nil) {
        let range = (range ?? 0..<text.count).clamped(to: 0..<text.count)
        var cutter = TokenCutter(reader: ScalarReader(text: text, end: range.upperBound), place: range.lowerBound)
        var list: [Token] = []
        list.reserveCapacity(range.count / 3)
        while let token = cutter.next() { list.append(token) }
        self.text = text
        self.list = list
    }

    /// How many there are.
    package var count: Int { list.count }

    /// A token's bytes.
    package subscript(index: Int) -> ArraySlice<UInt8> { text[list[index].range] }

    /// The bytes of several tokens.
    package subscript(range: Range<Int>) -> ArraySlice<UInt8> {
        range.isEmpty ? [] : text[list[range.lowerBound].range.lowerBound..<list[range.upperBound - 1].range.upperBound]
    }
}
