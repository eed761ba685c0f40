/// Numbers terms in the order in which they come. Its hashes are seeded anew in each process, so that no text can choose terms
/// that collide.
struct TermTable {
    private var bytes: [UInt8] = []
    private var ends: [Int] = [0]
    /// By their hashes: the hash of a term in the upper half, its number plus one in the lower. At most half of them are taken.
    private var slots = [UInt64](repeating: 0, count: 1 << 12)

    /// How many terms there are.
    var count: Int { ends.count - 1 }

    /// A term by its number.
    subscript(number: Int) -> ArraySlice<UInt8> { bytes[ends[number]..<ends[number + 1]] }

    /// The number of a term, a new one where it has none.
    mutating func number(of term: ArraySlice<UInt8>) -> Int {
        let hash = term.withUnsafeBytes { buffer in
            var hasher = Hasher()
            hasher.combine(bytes: buffer)
            return UInt64(UInt32(truncatingIfNeeded: hasher.finalize()))
        }
        var slot = Int(hash) & (slots.count - 1)
        while slots[slot] != 0 {
            let number = Int(slots[slot] & 0xFFFF_FFFF) - 1
            if slots[slot] >> 32 == hash, isTerm(number, term) { return number }
            slot = (slot + 1) & (slots.count - 1)
        }
        bytes += term
        ends.append(bytes.count)
        slots[slot] = hash << 32 | UInt64(count)
        if count * 2 > slots.count { grow() }
        return count - 1
    }

    /// The numbers of all terms in the order of their bytes.
    var sorted: [Int] {
        // The first eight bytes as a number decide nearly every comparison.
        let heads = (0..<count).map { number in
            (0..<8).reduce(0 as UInt64) { head, offset in
                let place = ends[number] + offset
                return head << 8 | (place < ends[number + 1] ? UInt64(bytes[place]) : 0)
            }
        }
        return (0..<count).sorted {
            heads[$0] == heads[$1] ? self[$0].lexicographicallyPrecedes(self[$1]) : heads[$0] < heads[$1]
        }
    }

    private func isTerm(_ number: Int, _ term: ArraySlice<UInt8>) -> Bool {
        let (start, end) = (ends[number], ends[number + 1])
        guard end - start == term.count else { return false }
        var place = term.startIndex
        for index in start..<end {
            if bytes[index] != term[place] { return false }
            place += 1
        }
        return true
    }

    private mutating func grow() {
        let old = slots
        slots = [UInt64](repeating: 0, count: old.count * 2)
        for entry in old where entry != 0 {
            var slot = Int(entry >> 32) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = entry
        }
    }
}
