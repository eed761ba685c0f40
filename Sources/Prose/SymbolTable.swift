/// Gives equal pieces of bytes the same small number, so that a diff compares numbers only.
///
/// Equality is that of bytes: NFC and NFD forms of one letter are two symbols. Hashing is the standard library's SipHash
/// with its seed per process, so nobody can prepare a text that collides.
struct SymbolTable {
    fileprivate struct Piece: Hashable {
        let bytes: ArraySlice<UInt8>

        static func == (one: Piece, other: Piece) -> Bool { one.bytes == other.bytes }

        func hash(into hasher: inout Hasher) {
            bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
        }
    }

    private var numbers: [Piece: Int] = [:]

    /// How many different pieces were seen; each symbol is below it.
    var count: Int { numbers.count }

    /// The symbol of each range of `text`, in order. Linear in the bytes.
    mutating func symbols(of text: [UInt8], in ranges: [Range<Int>]) -> [Int] {
        numbers.reserveCapacity(numbers.count + ranges.count)
        return ranges.map { range in
            let next = numbers.count
            return number(Piece(bytes: text[range]), orElse: next)
        }
    }

    fileprivate mutating func number(_ piece: Piece, orElse next: Int) -> Int {
        if let known = numbers[piece] { return known }
        numbers[piece] = next
        return next
    }
}

extension SymbolTable {
    /// The symbol of one piece. Linear in its bytes.
    mutating func symbol(of bytes: ArraySlice<UInt8>) -> Int {
        let next = count
        return number(Piece(bytes: bytes), orElse: next)
    }
}
