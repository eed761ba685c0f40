/// An e-mail address that may stand in a header and in SMTP: it can hold no space, no control character and no bracket.
///
/// Stricter than RFC 5321: ASCII alone, a local part of plain atoms (no quotes), a domain of plain labels (no address
/// in brackets; an international domain is written as `xn--…`).
package struct MailAddress: Hashable, Sendable {
    /// More bytes than these do not fit into SMTP's commands (RFC 5321, 4.5.3.1.3).
    package static let maximumLength = 254

    /// The address as it was written.
    package let text: String
    /// What stands behind the `@`.
    package let domain: String

    /// Takes an address; nil where it is none by the rules above.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count <= Self.maximumLength, let sign = bytes.lastIndex(of: UInt8(ascii: "@")) else { return nil }
        guard Self.isLocalPart(bytes[..<sign]), Self.isDomain(bytes[(sign + 1)...]) else { return nil }
        self.text = text
        domain = String(decoding: bytes[(sign + 1)...], as: UTF8.self)
    }

    private static func isLocalPart(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.count <= 64
            && bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { atom in
                !atom.isEmpty && atom.allSatisfy { isLetterOrDigit($0) || "!#$%&'*+-/=?^_`{|}~".utf8.contains($0) }
            }
    }

    /// True for a name of DNS: labels of letters, digits and inner hyphens.
    static func isDomain(_ bytes: some Collection<UInt8>) -> Bool {
        bytes.count <= 253
            && bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { label in
                let hyphen = UInt8(ascii: "-")
                guard (1...63).contains(label.count), label.first != hyphen, Array(label).last != hyphen else { return false }
                return label.allSatisfy { isLetterOrDigit($0) || $0 == hyphen }
            }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
        default: false
        }
    }
}

extension MailAddress: CustomStringConvertible {
    package var description: String { text }
}
