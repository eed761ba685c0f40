/// Merges lines of which two people changed different words, cells, items or sentences.
///
/// The same diff3 as for lines, over the pieces of a `ProseDiff`, but careful. It settles nothing unless
/// - every change of one side is parted from every change of the other by something that both kept (`MergeGround`), or one of
///   the two is of white space alone, or takes and brings whole lines at the beginning of a block;
/// - of every sentence, cell or line of code that both changed, either side kept a good part of the words.
///
/// Changes that are the same on both sides are taken once; whole lines that both added at one place are both kept.
struct ProseMerge {
    /// Operations for all regions of one merge.
    static let defaultBudget = 4_000_000
    /// Longer regions are left to a person, in bytes.
    private static let longestRegion = 512 << 10

    /// The merged text; nil where it takes a person.
    private(set) var text: [UInt8]?
    /// Whether additions of both at one place were both kept.
    private(set) var keptBoth = false
    /// Operations spent.
    private(set) var cost = 0

    private let base: [UInt8]
    private let current: [UInt8]
    private let yours: [UInt8]
    private var merged: [UInt8] = []

    init(base: [UInt8], current: [UInt8], yours: [UInt8], budget: Int) {
        (self.base, self.current, self.yours) = (base, current, yours)
        guard max(base.count, current.count, yours.count) <= ProseMerge.longestRegion, budget > 0 else { return }
        let ground = StructuredText(base)
        let one = ProseDiff(old: ground, new: StructuredText(current), budget: budget / 2)
        let other = ProseDiff(old: ground, new: StructuredText(yours), budget: budget / 2)
        cost = one.cost + other.cost + base.count / 4
        guard [one, other].allSatisfy({ !$0.notes.contains(.coarse) && $0.counts.moves == 0 }) else { return }
        merge(SideEdit.edits(one), SideEdit.edits(other), on: MergeGround(ground))
    }

    private mutating func merge(_ mine: [SideEdit], _ theirs: [SideEdit], on ground: MergeGround) {
        var (left, right) = (mine[...], theirs[...])
        var (leftOwn, rightOwn): ([SideEdit], [SideEdit]) = ([], [])
        var place = 0
        var lastLeft: SideEdit?
        var lastRight: SideEdit?
        while left.first != nil || right.first != nil {
            if let one = left.first, let other = right.first, isSame(one, other) {
                take(one, current, &place)
                (lastLeft, lastRight) = (nil, nil)
                left.removeFirst()
                right.removeFirst()
            } else if let one = left.first, let other = right.first, one.base.isEmpty, one.base == other.base {
                guard addBoth(one, other, &place) else { return }
                (lastLeft, lastRight) = (one, other)
                left.removeFirst()
                right.removeFirst()
            } else if let one = left.first, right.first.map({ ProseMerge.isBefore(one, $0) }) ?? true {
                guard areApart(&lastRight, yours, one, current, ground) else { return }
                take(one, current, &place)
                leftOwn.append(one)
                lastLeft = left.removeFirst()
            } else if let other = right.first {
                guard areApart(&lastLeft, current, other, yours, ground) else { return }
                take(other, yours, &place)
                rightOwn.append(other)
                lastRight = right.removeFirst()
            }
        }
        guard ground.isKept(leftOwn, rightOwn) else { return }
        text = merged + base[place...]
    }

    private mutating func take(_ edit: SideEdit, _ side: [UInt8], _ place: inout Int) {
        merged += base[place..<edit.base.lowerBound]
        merged += side[edit.side]
        place = edit.base.upperBound
    }

    /// Both sides put something at one place.
    private mutating func addBoth(_ one: SideEdit, _ other: SideEdit, _ place: inout Int) -> Bool {
        guard one.isWhole(base, current), other.isWhole(base, yours) else { return false }
        let additions = MergedAdditions(Array(current[one.side]), Array(yours[other.side]))
        merged += base[place..<one.base.lowerBound]
        merged += additions.text
        place = one.base.upperBound
        if additions.keptBoth { keptBoth = true }
        return true
    }

    private func isSame(_ one: SideEdit, _ other: SideEdit) -> Bool {
        one.base == other.base && current[one.side] == yours[other.side]
    }

    private static func isBefore(_ one: SideEdit, _ other: SideEdit) -> Bool {
        (one.base.lowerBound, one.base.upperBound) <= (other.base.lowerBound, other.base.upperBound)
    }

    /// Whether a change and the last one of the other side before it can both be taken. What was looked at between them is not
    /// looked at again: the earlier one is forgotten, or stretched as far.
    private func areApart(
        _ earlier: inout SideEdit?, _ earlierText: [UInt8], _ edit: SideEdit, _ text: [UInt8], _ ground: MergeGround
    ) -> Bool {
        guard let last = earlier else { return true }
        let (end, start) = (last.base.upperBound, edit.base.lowerBound)
        guard end <= start else { return false }
        if ground.isParted(end, start) {
            earlier = nil
            return true
        }
        // White space beside words that the other side changed takes nothing from them.
        let isBeside = last.isSpace != edit.isSpace
        let isWhole = end == start && ground.isBlockStart(start) && (last.isWhole(base, earlierText) || edit.isWhole(base, text))
        earlier?.base = last.base.lowerBound..<start
        return isBeside || isWhole
    }
}
