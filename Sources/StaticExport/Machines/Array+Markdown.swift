extension [UInt8] {
    /// Appends people's words as they are read in a line of Markdown, and ends the line.
    mutating func appendMarkdownLine(_ text: String) {
        appendMarkdown(text)
        append(UInt8(ascii: "\n"))
    }

    /// Appends people's words as they are read in a line of Markdown: no sign of theirs begins anything. Brackets are written by
    /// their numbers, since simple readers of links end a text at the first one. What is not seen becomes U+FFFD, as on pages; line
    /// ends and tabs a space.
    mutating func appendMarkdown(_ text: String) {
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: append(0x20)
            case 0x5B: self += "&#91;".utf8
            case 0x5D: self += "&#93;".utf8
            case 0x3C: self += "&lt;".utf8
            case 0x26: self += "&amp;".utf8
            case 0x5C, 0x60, 0x2A, 0x5F, 0x7E: self += [UInt8(ascii: "\\"), UInt8(truncatingIfNeeded: scalar.value)]
            case ..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: self += "\u{FFFD}".utf8
            default: self += UTF8.encode(scalar).map(Array.init) ?? []
            }
        }
    }

    /// Appends an address as the target of a link: parentheses, spaces and signs that would end it are encoded.
    mutating func appendMarkdownAddress(_ address: String) {
        for byte in address.utf8 {
            switch byte {
            case UInt8(ascii: "("): self += "%28".utf8
            case UInt8(ascii: ")"): self += "%29".utf8
            case UInt8(ascii: "<"): self += "%3C".utf8
            case UInt8(ascii: ">"): self += "%3E".utf8
            case UInt8(ascii: "\\"): self += "%5C".utf8
            case ...0x20, 0x7F:
                let digits = Array("0123456789ABCDEF".utf8)
                self += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            default: append(byte)
            }
        }
    }
}
