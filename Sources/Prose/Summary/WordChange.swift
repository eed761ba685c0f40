/// How many words an edit brought and took, as a list of changes shows beside it.
///
/// Words are compared as a multiset of hashes: a moved sentence counts as nothing, a replaced word as one of either. One pass
/// over the part that differs (common ends are skipped, from space to space); linear, and no text makes it slower: the table's
/// places come from a multiplication by a secret odd number (M. Dietzfelbinger et al., "A Reliable Randomized Algorithm for
/// the Closest-Pair Problem", 1997). The hash of a word is FNV-1a (G. Fowler, L. C. Noll, P. Vo); two words that share it
/// would be counted as one, which a made-up text may do to itself.
package struct WordChange: Sendable, Equatable {
    /// Words of the new text that the old one did not have, each as often as it is more frequent.
    package let added: Int
    /// Words of the old text that the new one does not have, likewise.
    package let removed: Int

    package init(old: [UInt8], new: [UInt8]) {
        let (oldPart, newPart) = DifferingParts(old, new).ranges
        var counts = WordCounts(capacity: (oldPart.count + newPart.count) / 4)
        WordChange.forEachWord(of: old, in: oldPart) { counts.add($0, -1) }
        WordChange.forEachWord(of: new, in: newPart) { counts.add($0, 1) }
        (added, removed) = counts.surplus
    }

    /// Calls back with the hash of each word. Plain ASCII words are hashed on the way; others go through `TokenCutter`.
    private static func forEachWord(of text: [UInt8], in range: Range<Int>, _ body: (UInt64) -> Void) {
        var place = range.lowerBound
        while place < range.upperBound {
            guard text[place].isASCIIWord || text[place] >= 0x80 else {
                place += 1
                continue
            }
            var hash = WordChange.seed
            let start = place
            while place < range.upperBound, text[place].isASCIIWord {
                hash = mixed(hash, text[place])
                place += 1
            }
            if place == range.upperBound || !text[place].continuesWord {
                body(hash)
                continue
            }
            var cutter = TokenCutter(reader: ScalarReader(text: text, end: range.upperBound), place: start)
            guard let token = cutter.next() else { return }
            place = token.range.upperBound
            if token.kind == .word { body(text[token.range].reduce(WordChange.seed, mixed)) }
        }
    }

    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    private static func mixed(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
}

extension UInt8 {
    /// A letter, a digit or an underscore of ASCII.
    fileprivate var isASCIIWord: Bool { (self | 0x20) &- 0x61 < 26 || self &- 0x30 < 10 || self == 0x5F }

    /// Whether, after a letter, the word may go on with this.
    fileprivate var continuesWord: Bool { self >= 0x80 || self == 0x27 || self == 0x2C || self == 0x2E }
}
