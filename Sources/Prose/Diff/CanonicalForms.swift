/// Finds words that differ only in how their letters are written: composed (NFC) or decomposed (NFD).
///
/// The standard library's comparison of strings is that of canonical equivalence (Unicode Standard Annex #15), which is wrong
/// for paths and right here.
struct CanonicalForms {
    private let isNeeded: Bool
    private var forms: [String: [UInt8]] = [:]

    init(_ old: [UInt8], _ new: [UInt8]) {
        isNeeded = CanonicalForms.mayHaveMarks(old) || CanonicalForms.mayHaveMarks(new)
    }

    /// The first seen spelling of a word; bytes that are not UTF-8 are their own.
    mutating func form(of word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard isNeeded, word.contains(where: { $0 >= 0x80 }), let string = String(validating: word, as: UTF8.self) else { return word }
        if let known = forms[string] { return known[...] }
        forms[string] = Array(word)
        return word
    }

    /// Whether a scalar may stand here that composes with the one before: combining marks, marks of Indic scripts and kana,
    /// Hangul by parts.
    private static func mayHaveMarks(_ text: [UInt8]) -> Bool {
        var index = 0
        while index + 1 < text.count {
            let byte = text[index]
            if byte >= 0xCC, byte <= 0xCD || byte == 0xE0 || byte == 0xE1 { return true }
            if byte == 0xE3, text[index + 1] == 0x82, index + 2 < text.count, text[index + 2] == 0x99 || text[index + 2] == 0x9A {
                return true
            }
            index += 1
        }
        return false
    }
}
