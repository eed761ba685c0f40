/// Hashes of bytes and numbers that may be stored: the same in every process.
///
/// Each eight bytes are mixed by the two halves of one wide product, the "mum" of Wang Yi's wyhash (2019).
enum ByteHash {
    private static let seed: UInt64 = 0x2D35_8DCC_AA6C_78A5
    private static let factor: UInt64 = 0x8BB8_4B93_962E_ACC9

    /// Linear.
    static func of(_ text: [UInt8], in range: Range<Int>) -> UInt64 {
        let range = range.clamped(to: 0..<text.count)
        return text.withUnsafeBytes { of($0, range) }
    }

    static func of(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> UInt64 {
        var hash = seed ^ UInt64(truncatingIfNeeded: range.count)
        var place = range.lowerBound
        while range.upperBound - place >= 8 {
            hash = mixed(hash, UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
            place += 8
        }
        var rest: UInt64 = 0
        while place < range.upperBound {
            rest = rest << 8 | UInt64(bytes[place])
            place += 1
        }
        return mixed(mixed(hash, rest), seed)
    }

    /// A hash that also knows one more number.
    @inline(__always) static func mixed(_ hash: UInt64, _ number: UInt64) -> UInt64 {
        let product = (hash ^ number ^ seed).multipliedFullWidth(by: factor)
        return (product.high ^ product.low) &+ hash
    }

    /// That of several numbers in order.
    static func of(_ numbers: ArraySlice<UInt32>) -> UInt64 {
        numbers.reduce(UInt64(truncatingIfNeeded: numbers.count)) { mixed($0, UInt64($1)) }
    }
}
