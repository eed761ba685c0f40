import Testing

@testable import Prose

/// Laws of the difference on random texts.
@Suite struct DiffLawTests {
    /// Both texts put together again from the pieces.
    private func sides(_ diff: ProseDiff) -> (old: [UInt8], new: [UInt8]) {
        let pieces = diff.changes.flatMap(\.pieces)
        let old = pieces.filter { $0.kind != .inserted }.sorted { $0.oldRange.lowerBound < $1.oldRange.lowerBound }
        let new = pieces.filter { $0.kind != .deleted }.sorted { $0.newRange.lowerBound < $1.newRange.lowerBound }
        return (old.flatMap { diff.old.text[$0.oldRange] }, new.flatMap { diff.new.text[$0.newRange] })
    }

    private func pair(_ random: inout SeededGenerator, _ round: Int) -> (old: [UInt8], new: [UInt8]) {
        switch round % 7 {
        case 0: return (random.bytes(most: 200), random.bytes(most: 200))
        case 1:
            let old = random.text(lines: 20)
            return (old, random.edited(old))
        case 2:
            let old = random.page()
            return (old, random.page())
        case 3, 4:
            let old = random.essay()
            return (random.text(of: old), random.text(of: random.rearranged(old)))
        default:
            let old = random.page()
            return (old, random.revised(old))
        }
    }

    @Test func piecesAreBothTexts() {
        var random = SeededGenerator(seed: 81)
        for round in 0..<1200 {
            let (old, new) = pair(&random, round)
            let budget = round % 5 == 0 ? round % 400 : ProseDiff.defaultBudget
            let diff = ProseDiff(old: old, new: new, budget: budget)
            let (before, after) = sides(diff)
            #expect(before == old && after == new, "\(string(old))\n=====\n\(string(new))")
            for piece in diff.changes.flatMap(\.pieces) {
                switch piece.kind {
                case .equal: #expect(!piece.oldRange.isEmpty && old[piece.oldRange] == new[piece.newRange])
                case .deleted: #expect(!piece.oldRange.isEmpty && piece.newRange.isEmpty)
                case .inserted: #expect(!piece.newRange.isEmpty && piece.oldRange.isEmpty)
                }
            }
        }
    }

    @Test func withoutSpaceEqualPiecesDifferInSpaceAlone() {
        var random = SeededGenerator(seed: 82)
        for round in 0..<600 {
            let (old, new) = pair(&random, round)
            let diff = ProseDiff(old: old, new: new, ignoresSpace: true)
            let (before, after) = sides(diff)
            #expect(before == old && after == new)
            for piece in diff.changes.flatMap(\.pieces) where piece.kind == .equal {
                let seen = [old[piece.oldRange], new[piece.newRange]].map { $0.filter { !$0.isASCIISpace && $0 != UInt8(ascii: ">") } }
                #expect(seen[0] == seen[1] || old[piece.oldRange].contains { $0 >= 0x80 })
            }
        }
    }

    @Test func everyBlockStandsInOneChange() {
        var random = SeededGenerator(seed: 83)
        for round in 0..<600 {
            let (old, new) = pair(&random, round)
            let diff = ProseDiff(old: old, new: new)
            let here = diff.changes.filter { $0.kind != .movedAway }
            #expect(here.flatMap { $0.kind == .added ? [] : Array($0.oldBlocks) }.sorted() == Array(diff.old.blocks.indices))
            #expect(here.flatMap { $0.kind == .removed ? [] : Array($0.newBlocks) } == Array(diff.new.blocks.indices))
            let ends = diff.changes.filter { $0.kind == .moved }.map { [$0.move, $0.oldBlocks.lowerBound] }
            let starts = diff.changes.filter { $0.kind == .movedAway }.map { [$0.move, $0.oldBlocks.lowerBound] }
            #expect(Set(ends) == Set(starts) && ends.count == starts.count)
        }
    }

    @Test func aMovedSentenceStandsAtBothEnds() {
        var random = SeededGenerator(seed: 88)
        var seen = 0
        for round in 0..<1200 {
            let (old, new) = pair(&random, round)
            let diff = ProseDiff(old: old, new: new, budget: round % 7 == 0 ? round * 8 : ProseDiff.defaultBudget)
            let pieces = diff.changes.flatMap(\.pieces).filter { $0.move != nil }
            let (away, here) = (ends(pieces, .deleted), ends(pieces, .inserted))
            let numbers = Array(diff.counts.moves + 1..<diff.counts.moves + diff.counts.sentenceMoves + 1)
            #expect(away.keys.sorted() == numbers && here.keys.sorted() == numbers)
            seen += numbers.count
            for number in numbers {
                let texts = (away[number]?.flatMap { old[$0.oldRange] } ?? [], here[number]?.flatMap { new[$0.newRange] } ?? [])
                #expect(words(texts.0) == words(texts.1) && words(texts.1).count >= 3, "\(string(texts.0))\n\(string(texts.1))")
            }
        }
        #expect(seen > 100)
    }

    private func ends(_ pieces: [DiffPiece], _ kind: DiffPiece.Kind) -> [Int: [DiffPiece]] {
        Dictionary(grouping: pieces.filter { $0.kind == kind }) { $0.move ?? 0 }
    }

    /// What a text says, without white space and the signs of quotes.
    private func words(_ text: [UInt8]) -> [[UInt8]] {
        text.split { $0.isASCIISpace || $0 == UInt8(ascii: ">") }.map(Array.init)
    }

    @Test func wordsAreNeverTorn() {
        var random = SeededGenerator(seed: 84)
        for round in 0..<800 {
            let (old, new) = pair(&random, round)
            let diff = ProseDiff(old: old, new: new)
            let (oldCuts, newCuts) = (cuts(old), cuts(new))
            for piece in diff.changes.flatMap(\.pieces) {
                #expect(oldCuts.contains(piece.oldRange.lowerBound) && oldCuts.contains(piece.oldRange.upperBound))
                #expect(newCuts.contains(piece.newRange.lowerBound) && newCuts.contains(piece.newRange.upperBound))
            }
        }
    }

    /// Where tokens meet, and within white space.
    private func cuts(_ text: [UInt8]) -> Set<Int> {
        var cuts = Set(Tokens(text).list.flatMap { [$0.range.lowerBound, $0.range.upperBound] })
        for place in text.indices where text[place].isASCIISpace && text[place] != 0x0A { cuts.insert(place) }
        cuts.insert(0)
        return cuts
    }

    @Test func theSameTextsGiveTheSameDifference() {
        var random = SeededGenerator(seed: 85)
        for round in 0..<200 {
            let (old, new) = pair(&random, round)
            #expect(ProseDiff(old: old, new: new) == ProseDiff(old: old, new: new))
            #expect(ProseDiff(old: old, new: old).changes.allSatisfy { !$0.isChange })
        }
    }

    @Test func theWorstTextsStayWithinTheBudget() {
        var random = SeededGenerator(seed: 86)
        let noise: (Int, [String]) -> [UInt8] = { count, words in
            bytes((0..<count).map { _ in words[Int.random(in: 0..<words.count, using: &random)] }.joined())
        }
        let cases = [
            ["a\n", "b\n"], ["a ", "b "], ["- a\n", "- b\n"], ["| a | b |\n", "| b | a |\n"], ["word\n\n", "other word\n\n"],
            ["](", "[x](y", "("],
            ["> ", "\n", "a"], ["```\n", "x\n"], ["one two three four five. ", "one two.\n"],
        ]
        for words in cases {
            let (old, new) = (noise(6_000, words), noise(6_000, words))
            let budget = 200_000
            let diff = ProseDiff(old: old, new: new, budget: budget)
            #expect(diff.cost <= 3 * budget + 40 * (old.count + new.count), "\(words)")
            let (before, after) = sides(diff)
            #expect(before == old && after == new)
        }
    }
}
