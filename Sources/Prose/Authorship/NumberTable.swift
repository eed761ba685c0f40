/// Small numbers by 64-bit hashes: open addressing with linear probing (D. Knuth, The Art of Computer Programming 3, 6.4),
/// quicker than a dictionary for keys that are hashes already.
struct NumberTable {
    /// Stands for no number.
    static let none = UInt32.max

    private var keys: [UInt64]
    private var values: [UInt32]
    private var used = 0
    // The standard library's hash seed: new in each process, so nobody can choose keys that crowd one place.
    private static let factor = UInt64(bitPattern: Int64(Hasher().finalize())) | 1

    init(capacity: Int = 0) {
        var size = 16
        while size * 2 < capacity * 3, size < 1 << 30 { size *= 2 }
        keys = [UInt64](repeating: 0, count: size)
        values = [UInt32](repeating: NumberTable.none, count: size)
    }

    /// `none` where the hash has no number. Zero marks a free place, so a hash of zero is one of one.
    subscript(hash: UInt64) -> UInt32 {
        get { values[place(of: hash == 0 ? 1 : hash)] }
        set {
            let key = hash == 0 ? 1 : hash
            let place = place(of: key)
            if keys[place] == 0 {
                keys[place] = key
                used += 1
            }
            values[place] = newValue
            if used * 4 > keys.count * 3 { grow() }
        }
    }

    @inline(__always) private func place(of key: UInt64) -> Int {
        let mask = keys.count - 1
        let product = key &* NumberTable.factor
        var place = Int(truncatingIfNeeded: (product >> 32) ^ product) & mask
        while keys[place] != 0, keys[place] != key { place = (place + 1) & mask }
        return place
    }

    private mutating func grow() {
        let (oldKeys, oldValues) = (keys, values)
        keys = [UInt64](repeating: 0, count: oldKeys.count * 2)
        values = [UInt32](repeating: NumberTable.none, count: oldKeys.count * 2)
        for (key, value) in zip(oldKeys, oldValues) where key != 0 {
            let place = place(of: key)
            keys[place] = key
            values[place] = value
        }
    }
}
