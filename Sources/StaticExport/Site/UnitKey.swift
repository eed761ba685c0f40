/// What a unit depends on, as one number; no defence against forgery.
///
/// Source: the folded multiplication of wyhash (Wang Yi), eight bytes at a time; each text is told from what follows by its length.
struct UnitKey {
    private var hash: UInt64 = 0x9e37_79b9_7f4a_7c15

    private static let secret: UInt64 = 0xa076_1d64_78bd_642f

    private mutating func mix(_ word: UInt64) {
        let product = (hash ^ word).multipliedFullWidth(by: Self.secret)
        hash = product.high ^ product.low ^ word
    }

    /// A text.
    mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { add($0) }
    }

    /// A number.
    mutating func add(_ number: Int64) { mix(UInt64(bitPattern: number)) }

    /// Bytes.
    mutating func add(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { add($0) } }

    private mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
        let raw = UnsafeRawBufferPointer(bytes)
        var place = 0
        while place + 8 <= raw.count {
            mix(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
            place += 8
        }
        var tail: UInt64 = 0
        while place < raw.count {
            tail = tail << 8 | UInt64(raw[place])
            place += 1
        }
        mix(tail)
        mix(UInt64(raw.count))
    }

    /// The number; never 0, which stands for what must be made anew.
    var value: UInt64 { max(1, hash) }
}
