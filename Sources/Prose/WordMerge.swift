/// Merges lines of which two people changed different words.
///
/// The same diff3 as for lines, over `Tokens`, but careful: it settles nothing unless every change of one side is parted from
/// every change of the other by a word or a line end that both kept, and either side kept a good part of the words. Changes
/// that are the same on both sides are taken once.
struct WordMerge {
    /// Operations for all regions of one merge.
    static let defaultBudget = 1_000_000
    /// The share of the base's word bytes that either side must have kept, in percent.
    static let leastKept = 40
    /// Longer regions are left to a person.
    static let longestRegion = 64 << 10

    /// The merged text; nil where it takes a person.
    let text: [UInt8]?
    /// Operations spent.
    let cost: Int

    init(base: [UInt8], current: [UInt8], yours: [UInt8], budget: Int) {
        guard max(base.count, current.count, yours.count) <= WordMerge.longestRegion, budget > 0 else {
            (text, cost) = (nil, 0)
            return
        }
        let one = TokenDiff(old: Tokens(base), new: Tokens(current), budget: budget / 2)
        let other = TokenDiff(old: one.old, new: Tokens(yours), budget: budget / 2)
        cost = one.cost + other.cost
        let isNear = one.keptShare >= WordMerge.leastKept && other.keptShare >= WordMerge.leastKept
        text = isNear && !one.isCoarse && !other.isCoarse ? WordMerge.merged(one, other) : nil
    }

    private static func merged(_ one: TokenDiff, _ other: TokenDiff) -> [UInt8]? {
        var text: [UInt8] = []
        var (left, right) = (one.edits[...], other.edits[...])
        var place = 0
        var last: (end: Int, isLeft: Bool)?
        while let next = [left.first, right.first].compactMap({ $0 }).min(by: { $0.oldRange.lowerBound < $1.oldRange.lowerBound }) {
            let isLeft = left.first == next
            let isSame = left.first.flatMap { mine in right.first.map { isSameChange(mine, one, $0, other) } } ?? false
            let start = next.oldRange.lowerBound
            if let last, isSame || last.isLeft != isLeft, !isParted(one.old, last.end, start) { return nil }
            text += one.old[place..<start]
            text += isLeft ? one.new[next.newRange] : other.new[next.newRange]
            place = next.oldRange.upperBound
            // After a change of both, either side's next change is a neighbour of its own.
            last = isSame ? nil : (place, isLeft)
            if isSame || isLeft { left.removeFirst() }
            if isSame || !isLeft { right.removeFirst() }
        }
        return text + one.old[place..<one.old.count]
    }

    private static func isSameChange(_ mine: SequenceEdit, _ one: TokenDiff, _ theirs: SequenceEdit, _ other: TokenDiff) -> Bool {
        mine.oldRange == theirs.oldRange && one.new[mine.newRange] == other.new[theirs.newRange]
    }

    /// Whether a word or a line end stands between two places of the base.
    private static func isParted(_ tokens: Tokens, _ start: Int, _ end: Int) -> Bool {
        start < end && tokens.list[start..<end].contains { $0.kind == .word || $0.kind == .lineEnd }
    }
}
