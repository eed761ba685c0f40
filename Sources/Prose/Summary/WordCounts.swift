/// Counts per hash of a word: an open-addressing table that is quicker than a dictionary, for hashes that are numbers already.
struct WordCounts {
    private var keys: [UInt64]
    private var counts: [Int32]
    private var used = 0
    private let factor: UInt64

    init(capacity: Int) {
        var size = 64
        while size < 2 * min(capacity, 1 << 22) { size *= 2 }
        keys = [UInt64](repeating: 0, count: size)
        counts = [Int32](repeating: 0, count: size)
        // The standard library's hash seed: new in each process, so nobody can choose words that crowd one place.
        factor = UInt64(bitPattern: Int64(Hasher().finalize())) | 1
    }

    /// Zero marks a free place, so a word whose hash is zero shares the count of one.
    mutating func add(_ hash: UInt64, _ difference: Int32) {
        let key = hash == 0 ? 1 : hash
        let place = place(of: key)
        if keys[place] == 0 {
            keys[place] = key
            used += 1
        }
        counts[place] &+= difference
        if used * 4 > keys.count * 3 { grow() }
    }

    /// The sum of what is above zero, and of what is below.
    var surplus: (above: Int, below: Int) {
        counts.reduce(into: (0, 0)) { sums, count in
            if count > 0 { sums.0 += Int(count) } else { sums.1 -= Int(count) }
        }
    }

    private func place(of key: UInt64) -> Int {
        let mask = keys.count - 1
        var place = Int(truncatingIfNeeded: (key &* factor) >> 32) & mask
        while keys[place] != 0, keys[place] != key { place = (place + 1) & mask }
        return place
    }

    private mutating func grow() {
        let (oldKeys, oldCounts) = (keys, counts)
        keys = [UInt64](repeating: 0, count: oldKeys.count * 2)
        counts = [Int32](repeating: 0, count: oldCounts.count * 2)
        for (key, count) in zip(oldKeys, oldCounts) where key != 0 {
            let place = place(of: key)
            keys[place] = key
            counts[place] = count
        }
    }
}
