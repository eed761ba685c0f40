/// A part of a phrase: words to show as they stand, or the place of a value.
///
/// A view that needs a link or a date *inside* a sentence asks for the pieces, so the order of the words stays the translator's.
package enum PhrasePiece: Sendable, Hashable {
    /// Words of the phrase, raw.
    case words(String)
    /// The name between the braces.
    case value(String)

    /// Splits `"Saved by {name}"` into its words and values; braces around anything but a plain name are words.
    static func pieces(of phrase: String) -> [PhrasePiece] {
        var pieces: [PhrasePiece] = []
        var words: [UInt8] = []
        let bytes = Array(phrase.utf8)
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "{"), let end = nameEnd(in: bytes, after: index) {
                if !words.isEmpty { pieces.append(.words(String(decoding: words, as: UTF8.self))) }
                words.removeAll(keepingCapacity: true)
                pieces.append(.value(String(decoding: bytes[(index + 1)..<end], as: UTF8.self)))
                index = end + 1
            } else {
                words.append(bytes[index])
                index += 1
            }
        }
        if !words.isEmpty { pieces.append(.words(String(decoding: words, as: UTF8.self))) }
        return pieces
    }

    private static func nameEnd(in bytes: [UInt8], after brace: Int) -> Int? {
        var end = brace + 1
        while end < bytes.count, isNameByte(bytes[end]) { end += 1 }
        guard end > brace + 1, end < bytes.count, bytes[end] == UInt8(ascii: "}") else { return nil }
        return end
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: false
        }
    }
}
