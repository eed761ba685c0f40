/// Hashes of every few words in a row of a text, by which texts are known that have words in common, whatever their lines,
/// spaces and signs.
///
/// They are the "shingles" of A. Broder, "On the resemblance and containment of documents" (1997): four words, or eight characters of
/// a script that is written without spaces. A long text can be told by some of them: of each few in a row the least one, which hangs
/// on these words alone, so that two texts with enough words in common share one (S. Schleimer, D. Wilkerson and A. Aiken,
/// "Winnowing: local algorithms for document fingerprinting", 2003).
///
/// They only say which texts are worth a closer look. Who makes two hashes collide gains such a look, and nothing else.
package struct TextShingles: Hashable, Sendable {
    // Ascending, each once.
    private var hashes: [UInt64] = []

    /// What a shingle's words weigh together, at least.
    private static let weight = 8

    /// None.
    package init() {}

    /// Those of a text. O(n log n) in its words.
    /// - Parameters:
    ///   - range: the bytes that are read; all of them where nil.
    ///   - window: of so many in a row one is kept; all of them where 1.
    package init(_ text: [UInt8], in range: Range<Int>? = nil, oneOf window: Int = 1) {
        hashes = Self.unique(Self.winnowed(Self.all(of: text, in: range ?? 0..<text.count), window))
    }

    private init(sorted: [UInt64]) { hashes = sorted }

    /// How many different ones there are.
    package var count: Int { hashes.count }

    /// Those of a new text that an old one lacks, told without reading what both begin and end with. A range is read by whole lines.
    package static func fresh(in new: [UInt8], since old: [UInt8]) -> TextShingles {
        let limit = min(old.count, new.count)
        var start = 0
        while start < limit, old[start] == new[start] { start += 1 }
        var tail = 0
        while tail < limit - start, old[old.count - 1 - tail] == new[new.count - 1 - tail] { tail += 1 }
        func middle(_ text: [UInt8]) -> Range<Int> {
            let first = text[..<start].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
            return first..<(text[(text.count - tail)...].firstIndex(of: 0x0A) ?? text.count)
        }
        let shingles = TextShingles(new, in: middle(new))
        return shingles.count == 0 ? shingles : shingles.subtracting(TextShingles(old, in: middle(old)))
    }

    /// How many are among others. Linear; where one side has far fewer, in these times the logarithm of the others.
    package func count(sharedWith others: TextShingles) -> Int {
        let (few, many) = count <= others.count ? (hashes, others.hashes) : (others.hashes, hashes)
        if few.count * 16 < many.count { return few.reduce(0) { $0 + (Self.contains(many, $1) ? 1 : 0) } }
        var (shared, place) = (0, 0)
        for hash in few {
            while place < many.count, many[place] < hash { place += 1 }
            if place < many.count, many[place] == hash { shared += 1 }
        }
        return shared
    }

    /// These without others. Linear.
    package func subtracting(_ others: TextShingles) -> TextShingles {
        guard !others.hashes.isEmpty else { return self }
        var place = 0
        return TextShingles(
            sorted: hashes.filter { hash in
                while place < others.hashes.count, others.hashes[place] < hash { place += 1 }
                return place >= others.hashes.count || others.hashes[place] != hash
            })
    }

    private static func contains(_ sorted: [UInt64], _ hash: UInt64) -> Bool {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < hash { low = middle + 1 } else { high = middle }
        }
        return low < sorted.count && sorted[low] == hash
    }

    /// In the order of the text. The words of one are at most as many as its weight.
    private static func all(of text: [UInt8], in range: Range<Int>) -> [UInt64] {
        var reader = SolidReader(text, in: range)
        var words: [(hash: UInt64, weight: Int)] = []
        var sum = 0
        var result: [UInt64] = []
        while let token = reader.next() {
            guard token.shape > 0 else { continue }
            words.append((token.hash, isUnspaced(text, token.range) ? 1 : 2))
            sum += words[words.count - 1].weight
            while sum - words[0].weight >= weight { sum -= words.removeFirst().weight }
            if sum >= weight { result.append(words.reduce(UInt64(words.count)) { ByteHash.mixed($0, $1.hash) }) }
        }
        return result
    }

    private static func isUnspaced(_ text: [UInt8], _ range: Range<Int>) -> Bool {
        guard text[range.lowerBound] >= 0xE0 else { return false }
        return ScalarReader(text: text, end: range.upperBound).kind(at: range.lowerBound)?.kind == .ideograph
    }

    /// The last of the least of each window; where there are fewer, the least.
    private static func winnowed(_ all: [UInt64], _ window: Int) -> [UInt64] {
        guard window > 1 else { return all }
        guard all.count >= window else { return all.min().map { [$0] } ?? [] }
        var kept: [UInt64] = []
        var last = -1
        for end in (window - 1)..<all.count {
            var least = end
            for place in stride(from: end - 1, through: end - window + 1, by: -1) where all[place] < all[least] { least = place }
            if least > last { kept.append(all[least]) }
            last = max(last, least)
        }
        return kept
    }

    private static func unique(_ hashes: [UInt64]) -> [UInt64] {
        var kept: [UInt64] = []
        kept.reserveCapacity(hashes.count)
        for hash in hashes.sorted() where hash != kept.last { kept.append(hash) }
        return kept
    }
}
