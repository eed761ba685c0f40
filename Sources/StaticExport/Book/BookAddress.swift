/// An address outside the book as every reader takes it: checked, and with all that RFC 3986 does not allow encoded.
struct BookAddress {
    /// The address, in ASCII.
    let text: [UInt8]

    private static let hex = Array("0123456789ABCDEF".utf8)
    private static let plain = Set("-._~!$&'()*+,;=:@/?".utf8)

    /// Takes `http`, `https` and `mailto`; nil for everything else, and for a host that is none.
    init?(_ written: [UInt8]) {
        let lower = written.prefix(8).map { $0 >= 65 && $0 <= 90 ? $0 + 32 : $0 }
        for scheme in ["https://", "http://"] where lower.starts(with: scheme.utf8) {
            let rest = written[scheme.utf8.count...]
            let host = rest.prefix { !"/?#".utf8.contains($0) }
            guard let authority = Self.authority(host) else { return nil }
            text = Array(scheme.utf8) + authority + Self.encoded(rest.dropFirst(host.count))
            return
        }
        guard lower.starts(with: "mailto:".utf8), written.count > 7 else { return nil }
        text = Array("mailto:".utf8) + Self.encoded(written[7...])
    }

    /// A name, and perhaps a port; nil for a name of a user, which readers of books may take for a host's, and for numbers in brackets.
    private static func authority(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        let parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard let first = parts.first, parts.count <= 2, let name = HostName(first) else { return nil }
        guard parts.count == 2 else { return name.text }
        guard (1...5).contains(parts[1].count), parts[1].allSatisfy({ $0 &- 48 < 10 }) else { return nil }
        return name.text + [UInt8(ascii: ":")] + parts[1]
    }

    /// Only the first `#` is one: the others are encoded.
    private static func encoded(_ rest: ArraySlice<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        var hasFragment = false
        for index in rest.indices {
            let byte = rest[index]
            let isFragment = byte == UInt8(ascii: "#") && !hasFragment
            if isFragment { hasFragment = true }
            let isEncoded = byte == UInt8(ascii: "%") && index + 2 < rest.endIndex && isHex(rest[index + 1]) && isHex(rest[index + 2])
            if isFragment || isEncoded || isAlphanumeric(byte) || plain.contains(byte) {
                output.append(byte)
            } else {
                output += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
            }
        }
        return output
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool { byte &- 48 < 10 || (byte | 32) &- 97 < 26 }

    private static func isHex(_ byte: UInt8) -> Bool { byte &- 48 < 10 || (byte | 32) &- 97 < 6 }
}
