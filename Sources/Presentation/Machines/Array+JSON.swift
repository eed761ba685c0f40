extension [UInt8] {
    /// Appends a text as a string of JSON (RFC 8259). `<`, `>` and `&` are escaped too, so that it is inert inside HTML; so are
    /// U+2028 and U+2029, which JavaScript once took for line ends, and all that is not seen or turns the direction of writing.
    /// Linear.
    package mutating func appendJSON(_ text: String) {
        append(UInt8(ascii: "\""))
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x22: self += #"\""#.utf8
            case 0x5C: self += #"\\"#.utf8
            case 0x0A: self += #"\n"#.utf8
            case 0x0D: self += #"\r"#.utf8
            case 0x09: self += #"\t"#.utf8
            case 0x3C, 0x3E, 0x26, ..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE...0xFFFF:
                appendJSONEscape(scalar)
            case ..<0x80: append(UInt8(truncatingIfNeeded: scalar.value))
            default: self += UTF8.encode(scalar).map(Array.init) ?? []
            }
        }
        append(UInt8(ascii: "\""))
    }

    private mutating func appendJSONEscape(_ scalar: Unicode.Scalar) {
        let digits = String(scalar.value, radix: 16)
        self += "\\u".utf8
        self += String(repeating: "0", count: 4 - digits.utf8.count).utf8
        self += digits.utf8
    }
}
