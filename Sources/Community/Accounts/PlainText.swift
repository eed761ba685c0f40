import WikiCore

/// Short texts that people give: display names, titles, notes.
enum PlainText {
    /// The text in normal form C without the space around. Throws `MemberError.badText` where it is empty, longer than
    /// `limit` scalars, or holds what cannot be seen: control characters, and those that turn the direction of writing.
    static func line(_ text: String, limit: Int) throws(MemberError) -> String {
        let clean = try note(text, limit: limit, allowsNewlines: false)
        guard !clean.isEmpty else { throw .badText }
        return clean
    }

    /// The same for a text that may be empty and have lines.
    static func note(_ text: String, limit: Int, allowsNewlines: Bool = true) throws(MemberError) -> String {
        let scalars = UnicodeForm.canonical(text).unicodeScalars
        let kept = scalars.drop(while: isSpace).reversed().drop(while: isSpace).reversed()
        guard kept.count <= limit, kept.allSatisfy({ isSeen($0) || (allowsNewlines && ($0 == "\n" || $0 == "\r")) }) else { throw .badText }
        return String(String.UnicodeScalarView(kept))
    }

    /// A text from a machine, cut to `limit` bytes at the end of a scalar, with control characters as spaces.
    static func cut(_ text: String, limit: Int) -> String {
        var result = String.UnicodeScalarView()
        var size = 0
        for scalar in text.unicodeScalars {
            size += UTF8.width(scalar)
            guard size <= limit else { break }
            result.append(isSeen(scalar) ? scalar : " ")
        }
        return String(result)
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

    private static func isSeen(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .surrogate: false
        // Marks of direction reorder the text around them; the joiners are part of words in Persian and in emoji.
        case .format: scalar.value == 0x200C || scalar.value == 0x200D
        default: true
        }
    }
}
