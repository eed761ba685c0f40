package import Markup

/// Text that a form must give back byte for byte, for a `textarea` or a hidden field.
///
/// `EscapedText` replaces control characters for display; here that would change the page on the next save. Only what HTML gives a
/// meaning is written as a reference. A NUL is the one byte that HTML cannot carry; it becomes U+FFFD in every browser.
package struct VerbatimText: Sendable, Hashable {
    /// The text with its five special characters as references.
    package let html: SafeHTML

    package init(_ raw: String) { self.init(bytes: Array(raw.utf8)) }

    /// Takes UTF-8; bytes that are not become U+FFFD, so check before you offer them for editing.
    package init(bytes: [UInt8]) {
        var escaped: [UInt8] = []
        escaped.reserveCapacity(bytes.count + bytes.count / 16)
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "&"): escaped += "&amp;".utf8
            case UInt8(ascii: "<"): escaped += "&lt;".utf8
            case UInt8(ascii: ">"): escaped += "&gt;".utf8
            case UInt8(ascii: "\""): escaped += "&quot;".utf8
            case UInt8(ascii: "'"): escaped += "&#39;".utf8
            default: escaped.append(byte)
            }
        }
        html = SafeHTML(trusted: String(decoding: escaped, as: UTF8.self))
    }
}
