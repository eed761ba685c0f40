import Git

/// Makes names and texts that somebody sent fit for a terminal and a log: nothing in them can move a cursor, turn the
/// direction of writing, hide, or begin a new line.
enum TerminalText {
    /// The most bytes of a text that are shown.
    static let limit = 300

    /// The text with what is not to be seen written in digits: a byte that is no UTF-8 as `\xFF`, a character as `\u{202E}`,
    /// a backslash as two.
    static func escaped(_ bytes: some Collection<UInt8>) -> String {
        var result = ""
        var rest = Array(bytes.prefix(limit))[...]
        while let first = rest.first {
            guard let (scalar, length) = scalar(at: rest) else {
                result += "\\x" + hexadecimal(UInt32(first), width: 2)
                rest = rest.dropFirst()
                continue
            }
            result += shown(scalar)
            rest = rest.dropFirst(length)
        }
        return bytes.count > limit ? result + "…" : result
    }

    /// The same for a text.
    static func escaped(_ text: String) -> String { escaped(text.utf8) }

    /// The same for a path.
    static func escaped(_ path: GitPath) -> String { escaped(path.bytes) }

    private static func shown(_ scalar: Unicode.Scalar) -> String {
        if scalar == "\\" { return "\\\\" }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate:
            return "\\u{" + hexadecimal(scalar.value, width: 1) + "}"
        default: return String(Character(scalar))
        }
    }

    /// The character that begins here, and its bytes; nil where these are no UTF-8.
    private static func scalar(at bytes: ArraySlice<UInt8>) -> (Unicode.Scalar, Int)? {
        guard let first = bytes.first else { return nil }
        let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        let part = bytes.prefix(length)
        guard part.count == length, let text = String(validating: part, as: UTF8.self), let scalar = text.unicodeScalars.first,
            text.unicodeScalars.count == 1
        else { return nil }
        return (scalar, length)
    }

    private static func hexadecimal(_ value: UInt32, width: Int) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
