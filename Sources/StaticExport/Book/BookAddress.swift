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
            guard Self.isHost(host) else { return nil }
            text = Array(scheme.utf8) + host + Self.encoded(rest.dropFirst(host.count))
            return
        }
        guard lower.starts(with: "mailto:".utf8), written.count > 7 else { return nil }
        text = Array("mailto:".utf8) + Self.encoded(written[7...])
    }

    /// Letters, digits, hyphens and points, and perhaps a port.
    private static func isHost(_ text: ArraySlice<UInt8>) -> Bool {
        let parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard let name = parts.first, parts.count <= 2, (1...253).contains(name.count) else { return false }
        let labels = name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let isName = labels.allSatisfy { label in
            (1...63).contains(label.count) && label.first != UInt8(ascii: "-") && label.last != UInt8(ascii: "-")
                && label.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
        }
        let hasPort = parts.count == 2
        let isPort = !hasPort || ((1...5).contains(parts[1].count) && parts[1].allSatisfy { $0 &- 48 < 10 })
        return isName && isPort
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
