/// A place of a three-way merge in lines of the base, before it is decided: the edits of either side that meet there.
struct MergePart: Equatable {
    /// Lines of the base.
    var base: Range<Int>
    var current: [LineEdit]
    var yours: [LineEdit]

    /// Groups the edits of two sides, ascending: edits that overlap, or both take lines away and touch, are one part; an
    /// insertion at the edge of the other side's edit is its own part; two insertions at one place are one.
    static func parts(current: [LineEdit], yours: [LineEdit]) -> [MergePart] {
        var (left, right) = (current[...], yours[...])
        var parts: [MergePart] = []
        while let first = earlier(left.first, right.first) {
            var part = MergePart(base: first.oldRange, current: [], yours: [])
            if first.isInsertion {
                if left.first?.oldRange == first.oldRange { part.current.append(left.removeFirst()) }
                if right.first?.oldRange == first.oldRange { part.yours.append(right.removeFirst()) }
            } else {
                while part.absorb(&left, \.current) || part.absorb(&right, \.yours) {}
            }
            parts.append(part)
        }
        return parts
    }

    /// The edit that begins first; of two at one place, the insertion.
    private static func earlier(_ one: LineEdit?, _ other: LineEdit?) -> LineEdit? {
        guard let one, let other else { return one ?? other }
        let isOneFirst = (one.oldRange.lowerBound, one.oldRange.upperBound) <= (other.oldRange.lowerBound, other.oldRange.upperBound)
        if one.isInsertion != other.isInsertion, one.oldRange.lowerBound == other.oldRange.lowerBound {
            return one.isInsertion ? one : other
        }
        return isOneFirst ? one : other
    }

    private mutating func absorb(_ edits: inout ArraySlice<LineEdit>, _ side: WritableKeyPath<MergePart, [LineEdit]>) -> Bool {
        guard let next = edits.first else { return false }
        let start = next.oldRange.lowerBound
        let meets = next.isInsertion ? start > base.lowerBound && start < base.upperBound : start <= base.upperBound
        guard meets else { return false }
        self[keyPath: side].append(next)
        base = base.lowerBound..<max(base.upperBound, next.oldRange.upperBound)
        edits.removeFirst()
        return true
    }
}
