/// Writes numbers in as few bytes as they need: seven bits in each, the lowest first (LEB128).
struct NumberWriter {
    private(set) var bytes: [UInt8] = []

    mutating func write(_ number: UInt64) {
        var rest = number
        while rest > 0x7F {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    mutating func write(_ number: Int) { write(UInt64(max(0, number))) }

    /// How far a number is from the one before: small either way, for the sign goes into the lowest bit.
    mutating func writeStep(_ number: UInt32, from last: inout UInt32) {
        write(NumberWriter.folded(number, last))
        last = number
    }

    static func folded(_ number: UInt32, _ last: UInt32) -> UInt64 {
        let step = Int64(number) - Int64(last)
        return UInt64(bitPattern: (step << 1) ^ (step >> 63))
    }

    /// All of its eight bytes.
    mutating func writeWhole(_ number: UInt64) {
        for shift in stride(from: UInt64(0), to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
    }

    mutating func write(bytes more: [UInt8]) { bytes += more }

    mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }
}
