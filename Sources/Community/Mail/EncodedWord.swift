/// Text of any script in a header (RFC 2047). Whatever is given, the result is ASCII, and its only line ends are those
/// of folding, each followed by a space: no header can be added through it.
enum EncodedWord {
    /// How many bytes of UTF-8 one word holds: with `Subject: ` before it the line stays under 76 characters.
    private static let wordSize = 39

    /// A header's text without a fixed form, as of `Subject`.
    static func unstructured(_ text: String) -> String {
        let line = oneLine(text)
        let isPlain = line.utf8.count <= 66 && line.utf8.allSatisfy { $0 < 0x80 } && !line.utf8.contains(word: "=?")
        return isPlain ? line : encoded(line)
    }

    /// A person's name before an address, as in `From`.
    static func phrase(_ text: String) -> String {
        let line = oneLine(text)
        let isPlain = line.utf8.count <= 66 && line.utf8.allSatisfy { $0 < 0x80 && !"\"\\".utf8.contains($0) }
        return isPlain && !line.utf8.contains(word: "=?") ? "\"\(line)\"" : encoded(line)
    }

    /// The text with every run of spaces, line ends and control characters as one space, and none at its ends.
    static func oneLine(_ text: String) -> String {
        let words = text.unicodeScalars.split { scalar in
            scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
        }
        return words.map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
    }

    private static func encoded(_ line: String) -> String {
        var words: [[UInt8]] = [[]]
        for scalar in line.unicodeScalars {
            // A word may not end within a character.
            let bytes = Array(String(scalar).utf8)
            if let last = words.last, last.count + bytes.count > wordSize { words.append([]) }
            words[words.count - 1] += bytes
        }
        return words.map { "=?UTF-8?B?\(Sodium.base64($0, isPadded: true))?=" }.joined(separator: "\r\n ")
    }
}

extension Sequence<UInt8> {
    /// Whether the two bytes of `word` stand in it side by side.
    fileprivate func contains(word: StaticString) -> Bool {
        var before: UInt8 = 0
        return contains { byte in
            defer { before = byte }
            return word.withUTF8Buffer { $0.count == 2 && $0[0] == before && $0[1] == byte }
        }
    }
}
