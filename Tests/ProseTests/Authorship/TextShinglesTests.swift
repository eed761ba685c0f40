import Testing

@testable import Prose

@Suite struct TextShinglesTests {
    private let stone = "The mason cuts the stone with a chisel and a heavy hammer."
    private let river = "A river carries sand and pebbles down to its wide mouth."
    private let harbour = "\u{6E2F}\u{306F}\u{9577}\u{3044}\u{51AC}\u{306B}\u{4E8C}\u{5EA6}\u{6D5A}\u{6E2B}\u{3055}\u{308C}\u{305F}\u{3002}"

    private func shared(_ one: String, _ other: String) -> Int {
        TextShingles(bytes(one)).count(sharedWith: TextShingles(bytes(other)))
    }

    @Test func lineBreaksAndSignsDoNotCount() {
        let wrapped = stone.replacing(" ", with: "\r\n").replacing("stone", with: "**stone**")
        #expect(TextShingles(bytes(stone)).count == 9)
        #expect(TextShingles(bytes(stone)) == TextShingles(bytes(wrapped)))
    }

    @Test func fourWordsInARowAreKnownAgain() {
        #expect(shared(stone, "Nobody cuts the stone with their hands.") == 1)
        #expect(shared(stone, "Nobody cuts the stone by hand.") == 0)
        #expect(shared(stone, "") == 0)
    }

    @Test func eightCharactersAreKnownWhereWordsHaveNoSpaces() {
        #expect(TextShingles(bytes(harbour)).count == 6)
        #expect(shared(harbour, harbour.replacing("\u{6E2F}", with: "\u{6D77}")) == 5)
        #expect(shared("\u{4E8C}\u{5EA6} dredged", "\u{4E8C}\u{5EA6} dredged") == 0)
    }

    @Test func freshOnesAreThoseOfWhatCameIn() {
        let old = bytes("\(stone)\n\n\(stone)\n")
        let new = bytes("\(stone)\n\n\(river)\n\n\(stone)\n")
        let fresh = TextShingles.fresh(in: new, since: old)
        #expect(fresh.count(sharedWith: TextShingles(bytes(river))) == 8)
        #expect(fresh.count(sharedWith: TextShingles(bytes(stone))) == 0)
        #expect(TextShingles.fresh(in: old, since: new).count == 0)
        #expect(TextShingles.fresh(in: new, since: new).count == 0)
        #expect(TextShingles.fresh(in: new, since: []) == TextShingles(new))
    }

    /// What winnowing promises: whatever stands around them, so many words in a row share one.
    @Test(arguments: 0..<50) func enoughWordsInARowShareOneOfThoseThatAreKept(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        func words(_ count: Int, _ random: inout SeededGenerator) -> String {
            (0..<count).map { _ in "w\(random.number(below: 5000))" }.joined(separator: " ")
        }
        let window = 1 + random.number(below: 6)
        let common = words(3 + window, &random)
        let texts = (0..<2).map { _ in
            let (before, after) = (words(random.number(below: 40), &random), words(random.number(below: 40), &random))
            return TextShingles(bytes("\(before) \(common) \(after)"), oneOf: window)
        }
        #expect(texts[0].count(sharedWith: texts[1]) > 0)
        let all = TextShingles(bytes(common))
        #expect(TextShingles(bytes(common), oneOf: window).subtracting(all).count == 0)
    }

    @Test(arguments: 0..<20) func sharedAndLackingOnesAreAll(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        func text(_ most: Int, _ random: inout SeededGenerator) -> TextShingles {
            TextShingles(bytes((0..<random.number(below: most)).map { _ in "w\(random.number(below: 4))" }.joined(separator: " ")))
        }
        let (one, other) = (text(600, &random), text(random.number(below: 2) == 0 ? 30 : 600, &random))
        #expect(one.count(sharedWith: other) + one.subtracting(other).count == one.count)
        #expect(one.count(sharedWith: other) == other.count(sharedWith: one))
        #expect(one.subtracting(other).count(sharedWith: other) == 0)
    }
}
