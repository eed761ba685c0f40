/// What a request shows of who makes it: an access token, as password or as bearer.
enum Credential: Hashable {
    case none
    case token(String)
    /// Something that is no token.
    case malformed

    /// Reads an `Authorization` header. The name beside a password does not count: the token says whose it is.
    init(_ header: String?) {
        guard let header, !header.isEmpty else {
            self = .none
            return
        }
        let parts = header.utf8.split(separator: UInt8(ascii: " "), maxSplits: 1)
        let scheme = parts.first.map { String(decoding: $0, as: UTF8.self).lowercased() }
        let value = parts.count == 2 ? parts[1].filter { $0 != UInt8(ascii: " ") } : []
        guard value.count <= Self.longest, !value.isEmpty else {
            self = .malformed
            return
        }
        switch scheme {
        case "bearer": self = .token(String(decoding: value, as: UTF8.self))
        case "basic": self = Self.password(value).map { .token($0) } ?? .malformed
        default: self = .malformed
        }
    }

    /// Longer than any token with any name.
    private static let longest = 4096

    /// What follows the first colon; nil where there is none, or nothing behind it.
    private static func password(_ value: [UInt8]) -> String? {
        guard let bytes = decoded(value), let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let password = bytes[(colon + 1)...]
        return password.isEmpty ? nil : String(validating: password, as: UTF8.self)
    }

    /// Base 64 (RFC 4648, section 4), its padding not asked for.
    private static func decoded(_ text: [UInt8]) -> [UInt8]? {
        var result: [UInt8] = []
        var bits: UInt32 = 0
        var count = 0
        for byte in text.reversed().drop(while: { $0 == UInt8(ascii: "=") }).reversed() {
            guard let value = value(of: byte) else { return nil }
            bits = bits << 6 | value
            count += 6
            if count >= 8 {
                count -= 8
                result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return result
    }

    private static func value(of byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte) - 65
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte) - 71
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte) + 4
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
