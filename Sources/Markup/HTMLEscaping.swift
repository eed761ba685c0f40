/// Escapes text for HTML content and quoted attributes, scalar by scalar; both quotes are escaped. Control characters and bidirectional overrides become U+FFFD.
package func escapedHTML(_ text: String) -> String {
    escapedHTML(text.utf8)
}

/// Escapes bytes for HTML content and quoted attributes. What is not UTF-8, control characters and bidirectional overrides become U+FFFD.
package func escapedHTML(_ bytes: some Sequence<UInt8>) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.underestimatedCount + bytes.underestimatedCount / 16)
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    while true {
        switch decoder.decode(&iterator) {
        case .scalarValue(let scalar): output.appendEscapedForDisplay(scalar)
        case .error: output.appendScalar("\u{FFFD}")
        case .emptyInput: return String(decoding: output, as: UTF8.self)
        }
    }
}

extension [UInt8] {
    /// Appends one UTF-8 byte, escaped where it is ASCII that HTML reads as markup. Other bytes pass, so whole texts can be fed byte by byte.
    mutating func appendEscaped(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "&"): append(contentsOf: "&amp;".utf8)
        case UInt8(ascii: "<"): append(contentsOf: "&lt;".utf8)
        case UInt8(ascii: ">"): append(contentsOf: "&gt;".utf8)
        case UInt8(ascii: "\""): append(contentsOf: "&quot;".utf8)
        case UInt8(ascii: "'"): append(contentsOf: "&#39;".utf8)
        case 0: appendScalar("\u{FFFD}")
        default: append(byte)
        }
    }

    /// Appends UTF-8 text, escaped, with control characters (but tab and line ends) as U+FFFD.
    mutating func appendEscaped(contentsOf bytes: some Sequence<UInt8>) {
        for byte in bytes {
            switch byte {
            case 0..<9, 11, 12, 14..<32, 127: appendScalar("\u{FFFD}")
            default: appendEscaped(byte)
            }
        }
    }

    /// Appends the UTF-8 of a scalar as it is.
    mutating func appendScalar(_ scalar: Unicode.Scalar) {
        append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }

    fileprivate mutating func appendEscapedForDisplay(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 9, 10, 13: append(UInt8(scalar.value))
        // The last two are no characters at all: XML forbids them.
        case 0..<32, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0xFFFE...0xFFFF: appendScalar("\u{FFFD}")
        case 32..<127: appendEscaped(UInt8(scalar.value))
        default: appendScalar(scalar)
        }
    }
}
