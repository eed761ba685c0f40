/// People's words inside a quoted string of a style sheet that stands in a page: every sign but letters and digits is written by
/// its number, so that nothing can end the string or the sheet.
///
/// Source: CSS Syntax Module Level 3, 4.3.7 (escapes).
struct StyleText {
    let text: String

    private static let limit = 120

    init(_ words: String) {
        text = words.unicodeScalars.prefix(Self.limit).map { scalar in
            let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
            return isPlain ? String(scalar) : "\\\(String(max(scalar.value, 1), radix: 16)) "
        }.joined()
    }
}
