/// Finds words that differ only in how their letters are written: composed (NFC) or decomposed (NFD).
///
/// The standard library's comparison of strings is that of canonical equivalence (Unicode Standard Annex #15), which is wrong
/// for paths and right here.
struct CanonicalForms {
    private let isNeeded: Bool
    private var forms: [String: [UInt8]] = [:]
    /// Bytes of words that may still be looked at: the comparison costs many times what bytes cost.
    private var left = 256 << 10

    init(_ old: [UInt8], _ new: [UInt8]) {
        isNeeded = CanonicalForms.mayHaveMarks(old) || CanonicalForms.mayHaveMarks(new)
    }

    /// The first seen spelling of a word; bytes that are not UTF-8 are their own.
    mutating func form(of word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard isNeeded, left > 0, word.contains(where: { $0 >= 0x80 }) else { return word }
        left -= word.count
        guard let string = String(validating: word, as: UTF8.self) else { return word }
        if let known = forms[string] { return known[...] }
        forms[string] = Array(word)
        return word
    }

    /// Whether a scalar may stand here that composes with the one before: combining marks, the dot below of Indic scripts, the
    /// voiced marks of kana, Hangul by parts. Where only one spelling has them, both texts are looked at.
    private static func mayHaveMarks(_ text: [UInt8]) -> Bool {
        var index = 0
        while index + 2 < text.count {
            switch (text[index], text[index + 1], text[index + 2]) {
            case (0..<0xCC, _, _): break
            case (0xCC, _, _), (0xCD, _, _), (0xE0, _, 0xBC), (0xE1, 0x84...0x87, _), (0xE1, 0xB7, _), (0xE3, 0x82, 0x99...0x9A):
                return true
            default: break
            }
            index += 1
        }
        return text.count == index + 2 && (text[index] == 0xCC || text[index] == 0xCD)
    }
}
