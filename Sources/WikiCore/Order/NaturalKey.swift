/// Names as bytes that compare in natural order. Runs of digits of any script count as numbers; case, accents, and the ways to
/// write a space between words do not count. Holds no zero byte, as long as the name holds none.
struct NaturalKey {
    private var bytes: [UInt8] = []
    /// The digits of the number that is being read, but for leading zeros.
    private var digits: [UInt8] = []
    private var isInNumber = false

    /// The key of a name; linear.
    static func of(_ name: some Collection<UInt8>) -> [UInt8] {
        var key = NaturalKey()
        key.bytes.reserveCapacity(name.count + 4)
        if name.allSatisfy({ $0 < 128 }) {
            for byte in name { key.take(lower(byte)) }
        } else {
            key.takeFolded(String(decoding: name.map(lower), as: UTF8.self))
        }
        key.endNumber()
        return key.bytes
    }

    private mutating func takeFolded(_ text: String) {
        for scalar in SearchFold.of(UnicodeForm.canonical(text).unicodeScalars).unicodeScalars {
            if scalar.isASCII {
                take(UInt8(truncatingIfNeeded: scalar.value))
            } else if scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue {
                take(48 + UInt8(value))
            } else {
                endNumber()
                bytes.append(contentsOf: Array(String(scalar).utf8))
            }
        }
    }

    private mutating func take(_ byte: UInt8) {
        guard (48...57).contains(byte) else {
            endNumber()
            return bytes.append(byte)
        }
        isInNumber = true
        // Leading zeros say nothing of the size.
        if byte != 48 || !digits.isEmpty { digits.append(byte) }
    }

    /// A digit first, so that numbers stand among the other characters where digits do; then how many digits there are, since
    /// more of them are more; then these.
    private mutating func endNumber() {
        guard isInNumber else { return }
        bytes.append(48)
        var count = digits.count
        while count >= 254 {
            bytes.append(255)
            count -= 254
        }
        bytes.append(UInt8(count + 1))
        bytes.append(contentsOf: digits)
        digits.removeAll(keepingCapacity: true)
        isInNumber = false
    }

    private static func lower(_ byte: UInt8) -> UInt8 {
        switch byte {
        case 65...90: byte + 32
        case UInt8(ascii: "-"), UInt8(ascii: "_"): UInt8(ascii: " ")
        default: byte
        }
    }
}
