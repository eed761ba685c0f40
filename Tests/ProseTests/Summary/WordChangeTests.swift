import Testing

@testable import Prose

@Suite struct WordChangeTests {
    private func change(_ old: String, _ new: String) -> [Int] {
        let change = WordChange(old: bytes(old), new: bytes(new))
        return [change.added, change.removed]
    }

    @Test func wordsAreCountedAsAMultiset() {
        #expect(change("", "") == [0, 0])
        #expect(change("", "one two two") == [3, 0])
        #expect(change("one two two", "two one") == [0, 1])
        #expect(change("The quick fox.", "The slow brown fox.") == [2, 1])
        #expect(change("First this. Then that.", "Then that. First this.") == [0, 0])
        #expect(change("a\r\nb", "a\nb\n") == [0, 0])
        #expect(change("Don't go", "Do not go") == [2, 1])
        #expect(change("\u{4E2D}\u{6587}", "\u{4E2D}\u{56FD}\u{6587}") == [1, 0])
        #expect(change("caf\u{E9}", "cafe\u{301}") == [1, 1])
        #expect(change("one, two", "one two") == [0, 0])
        #expect(change("pre fix", "prefix") == [1, 2])
    }

    /// The quick way finds the same words as the tokens do.
    @Test func agreesWithTokens() {
        var random = SeededGenerator(seed: 61)
        let words = ["a", "b'c", "1.5", "x,y", "e\u{301}", "\u{E9}t\u{E9}", "\u{E01}\u{E33}", " ", " ", "\n", "-", "\u{2019}s", "Z"]
        for _ in 0..<3000 {
            let texts = (0..<2).map { _ in
                bytes(
                    (0..<Int.random(in: 0...12, using: &random)).map { _ in words[Int.random(in: 0..<words.count, using: &random)] }
                        .joined())
            }
            var counts: [ArraySlice<UInt8>: Int] = [:]
            for (text, sign) in zip(texts, [-1, 1]) {
                for token in Tokens(text).list where token.kind == .word { counts[text[token.range], default: 0] += sign }
            }
            let change = WordChange(old: texts[0], new: texts[1])
            #expect(change.added == counts.values.reduce(0) { $0 + max(0, $1) })
            #expect(change.removed == counts.values.reduce(0) { $0 + max(0, -$1) })
        }
    }

    @Test func anyBytesAreCounted() {
        var random = SeededGenerator(seed: 62)
        for _ in 0..<500 {
            let (old, new) = (random.bytes(most: 300), random.bytes(most: 300))
            let (there, back) = (WordChange(old: old, new: new), WordChange(old: new, new: old))
            #expect(there.added == back.removed && there.removed == back.added)
        }
    }

    @Test func aGrowingTableKeepsItsCounts() {
        let words = (0..<5000).map { "w\($0)" }.joined(separator: " ")
        #expect(change("", words) == [5000, 0])
        var counts = WordCounts(capacity: 0)
        for hash in 0..<1000 { counts.add(UInt64(hash + 2), hash % 2 == 0 ? 1 : -1) }
        #expect(counts.surplus == (500, 500))
    }
}
