/// Base64 with the URL-safe alphabet and without padding (RFC 4648, 5).
package enum Base64URL {
    /// The text for some bytes.
    package static func encoded(_ bytes: [UInt8]) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
        var result: [UInt8] = []
        result.reserveCapacity((bytes.count * 4 + 2) / 3)
        var start = 0
        while start < bytes.count {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let word = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for digit in 0...group.count {
                result.append(alphabet[word >> (18 - 6 * digit) & 63])
            }
            start += 3
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Whether the text is made of the alphabet alone.
    package static func isValid(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0.isASCIILetterOrDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
    }
}
