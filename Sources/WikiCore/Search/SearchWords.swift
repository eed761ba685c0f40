/// Turns texts and queries into words for SQLite's FTS5, whose tokeniser takes a run of Chinese, Japanese or Thai as
/// one word. A zero-width space between their characters makes each its own word, so a query of one, two or twenty
/// characters is a phrase that is found wherever it stands, and excerpts look as the text does once it is gone.
enum SearchWords {
    /// What separates characters of scripts that write no spaces.
    static let separator: Unicode.Scalar = "\u{200B}"

    /// The text with separators, ready for the index or a query.
    static func prepare(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: writesNoSpaces) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if writesNoSpaces(scalar) {
                result.append(separator)
                result.append(scalar)
                result.append(separator)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    /// The text as people wrote it.
    static func restore(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != separator }))
    }

    /// True for the characters of scripts that write no spaces.
    static func writesNoSpaces(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x0E00: false
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF: true  // Thai, Lao, Burmese, Khmer
        case 0x2E80...0x2FDF, 0x3005...0x3007, 0x3040...0x30FF, 0x31F0...0x31FF: true  // radicals, kana
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true  // ideographs
        default: false
        }
    }
}
