/// A network as settings name it (`10.0.0.0/8`, `fd00::/8`), or a single address.
struct NetworkRange: Hashable, Sendable {
    private let bytes: [UInt8]
    /// How many bits from the left are the network's.
    private let prefix: Int

    /// Takes an address, or one with the length of its network's prefix; bits behind the prefix are ignored. Nil for all else.
    init?(_ text: String) {
        let parts = Array(text.utf8).split(separator: UInt8(ascii: "/"), maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let address = ClientAddress(text: first) else { return nil }
        var prefix = address.bytes.count * 8
        if parts.count == 2 {
            guard (1...3).contains(parts[1].count), parts[1].allSatisfy(\.isASCIIDigit) else { return nil }
            // A prefix counts in the bits that were written: 96 of those of ::ffff:10.0.0.0 are no part of the IPv4 address.
            let written = first.contains(UInt8(ascii: ":")) ? 128 : 32
            let given = parts[1].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) } - (written - prefix)
            guard (0...prefix).contains(given) else { return nil }
            prefix = given
        }
        bytes = address.bytes
        self.prefix = prefix
    }

    /// Whether an address is in it. One of the other family, or one that is not known, is in none.
    func contains(_ address: ClientAddress) -> Bool {
        guard address.bytes.count == bytes.count else { return false }
        let whole = prefix / 8
        guard address.bytes.prefix(whole).elementsEqual(bytes.prefix(whole)) else { return false }
        let mask = ~(UInt8.max >> UInt8(prefix % 8))
        return prefix % 8 == 0 || (address.bytes[whole] ^ bytes[whole]) & mask == 0
    }
}
