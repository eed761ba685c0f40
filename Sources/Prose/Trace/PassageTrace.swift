/// Finds a passage of a text in an earlier text, and tells whether it said the same there.
///
/// Words and signs, without white space, are compared by `SequenceDiff` between the common ends of both texts. Of those of the
/// passage that the earlier text has, the ones that stand together there are where it stood; the sentences around them are what
/// it was. A passage that was moved is not found.
package struct PassageTrace: Sendable, Equatable {
    /// Where the passage, as it was, stands in the earlier text.
    package let range: Range<Int>
    /// Whether a word or sign of it differs; white space does not count.
    package let isChanged: Bool

    /// Operations that the search may take.
    private static let budget = 200_000
    /// Of so many words one at least must be left for the passage to be known again.
    private static let rewritten = 4

    /// Nil where too few of its words stand there. Linear in the bytes between common ends, plus the budget.
    /// - Parameter passage: bytes of `new`, of whole sentences.
    package init?(_ passage: Range<Int>, of new: [UInt8], in old: [UInt8]) {
        let passage = passage.clamped(to: 0..<new.count)
        let part = DifferingParts(old, new).ranges.new
        let shift = old.count - new.count
        let isBefore = passage.upperBound <= part.lowerBound
        if isBefore || passage.lowerBound >= part.upperBound {
            let same = isBefore ? passage : passage.lowerBound + shift..<passage.upperBound + shift
            // Words that went right beside it may have been of its sentence.
            if SurroundingSentence.range(around: same, in: old) == same {
                (range, isChanged) = (same, false)
                return
            }
        }
        let start = min(part.lowerBound, passage.lowerBound)
        let end = max(part.upperBound, passage.upperBound)
        let (before, after) = (Self.tokens(old, start..<end + shift), Self.tokens(new, start..<end))
        let own = Self.tokens(new, passage)
        guard let found = Self.place(of: passage, before: before, after: after) else { return nil }
        range = SurroundingSentence.range(around: found, in: old)
        isChanged = Self.tokens(old, range).map(\.hash) != own.map(\.hash)
    }

    private static func tokens(_ text: [UInt8], _ range: Range<Int>) -> [SolidToken] {
        var reader = SolidReader(text, in: range)
        var tokens: [SolidToken] = []
        while let token = reader.next() { tokens.append(token) }
        return tokens
    }

    private static func place(of passage: Range<Int>, before: [SolidToken], after: [SolidToken]) -> Range<Int>? {
        let first = after.firstIndex { $0.range.upperBound > passage.lowerBound } ?? after.count
        let end = after[first...].firstIndex { $0.range.lowerBound >= passage.upperBound } ?? after.count
        let kept = survivors(of: first..<end, before: before, after: after)
        let together = densest(kept, before, gap: max(16, end - first))
        let (left, words) = (together.count { before[$0].shape > 0 }, after[first..<end].count { $0.shape > 0 })
        guard left > 0, left * rewritten >= words, let from = together.first, let to = together.last else { return nil }
        return before[from].range.lowerBound..<before[to].range.upperBound
    }

    /// The places in `before` of those tokens of `after` in a range that are in both, ascending.
    private static func survivors(of wanted: Range<Int>, before: [SolidToken], after: [SolidToken]) -> [Int] {
        var symbols: [UInt64: Int] = [:]
        func symbol(_ token: SolidToken) -> Int {
            if let known = symbols[token.hash] { return known }
            let next = symbols.count
            symbols[token.hash] = next
            return next
        }
        let (old, new) = (before.map(symbol), after.map(symbol))
        let diff = SequenceDiff(old: old, new: new, symbolCount: symbols.count, budget: budget)
        var kept: [Int] = []
        var (place, shift) = (wanted.lowerBound, 0)
        for edit in diff.edits {
            let next = min(edit.newRange.lowerBound, wanted.upperBound)
            if place < next { kept += (place..<next).map { $0 + shift } }
            place = max(place, edit.newRange.upperBound)
            shift = edit.oldRange.upperBound - edit.newRange.upperBound
        }
        if place < wanted.upperBound { kept += (place..<wanted.upperBound).map { $0 + shift } }
        return kept
    }

    /// The places with the most words among those that no wider gap parts.
    private static func densest(_ places: [Int], _ tokens: [SolidToken], gap: Int) -> ArraySlice<Int> {
        var (best, most) = (places[0..<0], 0)
        var start = 0
        var words = 0
        for index in places.indices {
            if index > start, places[index] - places[index - 1] > gap { (start, words) = (index, 0) }
            if tokens[places[index]].shape > 0 { words += 1 }
            if words > most { (best, most) = (places[start...index], words) }
        }
        return best
    }
}
