/// The passages of a text: its lines and sentences that are long enough to be known again elsewhere, by a hash of their words.
///
/// It only tells which texts are worth a closer look; who wrote what, `Prose` decides. Linear.
struct Passages {
    /// The length of each passage in bytes, by its hash.
    private(set) var lengths: [UInt64: Int] = [:]

    /// Shorter passages say nothing, in bytes without white space.
    private static let shortest = 20

    init() {}

    init(_ text: some Collection<UInt8>) {
        var hash = Self.seed
        var length = 0
        var last: UInt8 = 0
        for byte in text {
            if byte == 0x0A || (byte == 0x20 && Self.endsSentence(last)) {
                take(&hash, &length)
            } else if byte > 0x20 {
                hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
                length += 1
            }
            last = byte
        }
        take(&hash, &length)
    }

    /// How many bytes all of them have.
    var bytes: Int { lengths.values.reduce(0, +) }

    /// How many bytes of these passages are among others.
    func bytes(sharedWith others: Passages) -> Int {
        lengths.reduce(0) { $0 + (others.lengths[$1.key] == nil ? 0 : $1.value) }
    }

    /// These without those of another text.
    func subtracting(_ others: Passages) -> Passages {
        var result = Passages()
        result.lengths = lengths.filter { others.lengths[$0.key] == nil }
        return result
    }

    /// The passages of a new text that an old one lacks, found without reading what both begin and end with.
    static func fresh(in new: [UInt8], since old: [UInt8]) -> Passages {
        let limit = min(old.count, new.count)
        var start = 0
        while start < limit, old[start] == new[start] { start += 1 }
        var tail = 0
        while tail < limit - start, old[old.count - 1 - tail] == new[new.count - 1 - tail] { tail += 1 }
        func middle(_ text: [UInt8]) -> ArraySlice<UInt8> {
            let first = text[..<start].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
            let end = text.count - tail
            return text[first..<(text[end...].firstIndex(of: 0x0A) ?? text.count)]
        }
        return Passages(middle(new)).subtracting(Passages(middle(old)))
    }

    // FNV-1a, 64 bit (Fowler, Noll, Vo). Whoever makes texts collide gains a closer look at a page that holds nothing of them.
    private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

    private mutating func take(_ hash: inout UInt64, _ length: inout Int) {
        if length >= Self.shortest { lengths[hash] = length }
        (hash, length) = (Self.seed, 0)
    }

    private static func endsSentence(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
    }
}
