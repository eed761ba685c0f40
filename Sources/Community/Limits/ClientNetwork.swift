import Glibc

/// What shares one allowance of tries: an IPv4 address, or the /64 network that one IPv6 subscriber is given.
enum ClientNetwork {
    /// The key of the network that an address, written in any way, belongs to; texts that are no address stand for themselves.
    static func key(of address: String) -> String {
        let text = PlainText.cut(address, limit: 64)
        var short = in_addr()
        if inet_pton(AF_INET, text, &short) == 1 { return "4 \(withUnsafeBytes(of: short) { hex($0) })" }
        var long = in6_addr()
        guard inet_pton(AF_INET6, text, &long) == 1 else { return text }
        return withUnsafeBytes(of: long) { bytes in
            let isMapped = bytes[..<10].allSatisfy { $0 == 0 } && bytes[10] == 0xFF && bytes[11] == 0xFF
            return isMapped ? "4 \(hex(bytes[12...]))" : "6 \(hex(bytes[..<8]))"
        }
    }

    private static func hex(_ bytes: some Sequence<UInt8>) -> String {
        bytes.map { String($0, radix: 16) }.joined(separator: " ")
    }
}
