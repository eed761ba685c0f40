package import Git

/// The form in which the forgiving lookup compares names: case, space, `_` and `-` are alike, and so are texts that
/// Unicode holds canonically equal. Bytes that are not UTF-8 stay apart from each other.
package enum LookupKey {
    /// The key of a whole path, its segments kept apart by `/`.
    package static func of(_ path: GitPath) -> String { of(path.bytes) }

    /// The key of a path's last segment.
    package static func ofName(_ path: GitPath) -> String { of(path.name) }

    /// The key of a text.
    package static func of(_ text: String) -> String { of(text.utf8) }

    /// The key of bytes.
    package static func of(_ bytes: some Collection<UInt8>) -> String {
        if bytes.allSatisfy({ $0 < 128 }) {
            return String(decoding: bytes.map(foldASCII), as: UTF8.self)
        }
        let text = String(decoding: bytes, as: UTF8.self)
        // A replaced byte would make two different names alike: those keep their bytes, written in hexadecimal.
        guard !text.unicodeScalars.contains("\u{FFFD}") else {
            return "\u{FFFD}" + bytes.map { String($0, radix: 16) }.joined(separator: ".")
        }
        var folded = String.UnicodeScalarView()
        for scalar in UnicodeForm.canonical(text).unicodeScalars {
            if scalar.isASCII {
                folded.append(Unicode.Scalar(foldASCII(UInt8(truncatingIfNeeded: scalar.value))))
            } else {
                folded.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
            }
        }
        return UnicodeForm.canonical(String(folded))
    }

    private static func foldASCII(_ byte: UInt8) -> UInt8 {
        switch byte {
        case 65...90: byte + 32
        case UInt8(ascii: " "), UInt8(ascii: "_"): UInt8(ascii: "-")
        default: byte
        }
    }
}
