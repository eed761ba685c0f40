/// A 64-bit hash of content, for cache keys and colours; no defence against forgery.
///
/// Source: FNV-1a, 64 bit (Fowler, Noll, Vo).
package struct ContentHash: Sendable, Hashable {
    /// The hash so far.
    package private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    package init(_ bytes: some Sequence<UInt8> = []) { combine(bytes) }

    /// Adds bytes; the order counts.
    package mutating func combine(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    }

    /// Ten hex digits, enough for an address.
    package var short: String {
        let digits = String(value, radix: 16)
        return String((String(repeating: "0", count: 16 - digits.utf8.count) + digits).prefix(10))
    }
}
