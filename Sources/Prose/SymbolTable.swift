/// Gives equal pieces of bytes the same small number, so that a diff compares numbers only.
///
/// Equality is that of bytes: NFC and NFD forms of one letter are two symbols. An open-addressing table over one store of
/// bytes; its hash folds the halves of products with two numbers that are new in each process, so nobody can prepare a text
/// whose pieces collide (the multiplication of wyhash and its kin, keyed).
struct SymbolTable {
    /// The bytes of all different pieces, one after another.
    private var store: [UInt8] = []
    /// Where each piece begins, and after them where the last one ends.
    private var starts: [Int] = [0]
    /// The hash of each piece.
    private var hashes: [UInt64] = []
    /// Symbols at their places, -1 where there is none.
    private var slots = [Int32](repeating: -1, count: 64)

    /// How many different pieces were seen; each symbol is below it.
    var count: Int { hashes.count }

    /// The symbol of each range of `text`, in order. Linear in the bytes.
    mutating func symbols(of text: [UInt8], in ranges: [Range<Int>]) -> [Int] {
        text.withUnsafeBytes { bytes in
            ranges.map { symbol(of: UnsafeRawBufferPointer(rebasing: bytes[$0])) }
        }
    }

    /// The symbol of one piece. Linear in its bytes.
    mutating func symbol(of bytes: ArraySlice<UInt8>) -> Int {
        bytes.withUnsafeBytes { symbol(of: $0) }
    }

    private mutating func symbol(of piece: UnsafeRawBufferPointer) -> Int {
        let hash = SymbolTable.hash(piece)
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] >= 0 {
            let symbol = Int(slots[slot])
            if hashes[symbol] == hash, isPiece(symbol, piece) { return symbol }
            slot = (slot + 1) & mask
        }
        let symbol = count
        slots[slot] = Int32(truncatingIfNeeded: symbol)
        hashes.append(hash)
        store.append(contentsOf: piece)
        starts.append(store.count)
        if count * 2 > slots.count { grow() }
        return symbol
    }

    private func isPiece(_ symbol: Int, _ piece: UnsafeRawBufferPointer) -> Bool {
        let (start, end) = (starts[symbol], starts[symbol + 1])
        guard end - start == piece.count else { return false }
        return store.withUnsafeBytes { UnsafeRawBufferPointer(rebasing: $0[start..<end]).elementsEqual(piece) }
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: slots.count * 4)
        let mask = slots.count - 1
        for (symbol, hash) in hashes.enumerated() {
            var slot = Int(truncatingIfNeeded: hash) & mask
            while slots[slot] >= 0 { slot = (slot + 1) & mask }
            slots[slot] = Int32(truncatingIfNeeded: symbol)
        }
    }

    // The standard library's hash seed: new in each process.
    private static let seeds = (secret(1), secret(2))

    private static func secret(_ number: Int) -> UInt64 {
        var hasher = Hasher()
        hasher.combine(number)
        return UInt64(bitPattern: Int64(hasher.finalize())) | 1
    }

    private static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        let (first, second) = seeds
        var hash = folded(UInt64(truncatingIfNeeded: bytes.count) ^ first, second)
        var place = 0
        while place + 8 <= bytes.count {
            hash = folded(hash ^ UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)), first)
            place += 8
        }
        var rest: UInt64 = 0
        while place < bytes.count {
            rest = rest << 8 | UInt64(bytes[place])
            place += 1
        }
        return folded(hash ^ rest, second ^ hash)
    }

    private static func folded(_ one: UInt64, _ other: UInt64) -> UInt64 {
        let product = one.multipliedFullWidth(by: other)
        return product.high ^ product.low
    }
}
