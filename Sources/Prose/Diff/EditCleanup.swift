/// Makes the shortest list of changes into one that reads well.
///
/// - Changes that nothing of weight parts become one: a lone sign or space, a short word between two replacements, words that
///   weigh little beside both changes (the idea of "semantic cleanup" in N. Fraser's diff-match-patch, weighed in bytes of words).
/// - White space that both sides of a joined change begin or end with is no change.
/// - Where next to nothing is left equal, all of it is one change.
///
/// Linear.
struct EditCleanup {
    private let old: [DiffUnit]
    private let new: [DiffUnit]
    private let oldSymbols: [Int]
    private let newSymbols: [Int]
    /// Weights of the units before each, summed up.
    private let oldSums: [Int]
    private let newSums: [Int]

    /// A word between two replacements counts as kept only if longer, in bytes.
    private static let shortWord = 3
    /// A short word beside a change that weighs as many times as much is not kept either.
    private static let vastness = 20
    /// What at least stays of the lighter side, in percent.
    private static let leastKept = 25

    init(old: [DiffUnit], _ oldSymbols: [Int], new: [DiffUnit], _ newSymbols: [Int]) {
        self.old = old
        self.new = new
        self.oldSymbols = oldSymbols
        self.newSymbols = newSymbols
        oldSums = EditCleanup.sums(old)
        newSums = EditCleanup.sums(new)
    }

    private static func sums(_ units: [DiffUnit]) -> [Int] {
        var sums = [0]
        sums.reserveCapacity(units.count + 1)
        var sum = 0
        for unit in units {
            sum += unit.weight
            sums.append(sum)
        }
        return sums
    }

    func cleaned(_ edits: [SequenceEdit]) -> [SequenceEdit] {
        var result: [SequenceEdit] = []
        for edit in edits {
            var edit = edit
            while let last = result.last, isOne(last, edit) {
                edit = SequenceEdit(
                    oldRange: last.oldRange.lowerBound..<edit.oldRange.upperBound,
                    newRange: last.newRange.lowerBound..<edit.newRange.upperBound)
                result.removeLast()
            }
            result.append(edit)
        }
        let lost = result.reduce((old: 0, new: 0)) { ($0.old + oldWeight($1), $0.new + newWeight($1)) }
        let (oldAll, newAll) = (oldSums[old.count], newSums[new.count])
        let kept = oldAll <= newAll ? (oldAll - lost.old, oldAll) : (newAll - lost.new, newAll)
        if !result.isEmpty, 100 * kept.0 < EditCleanup.leastKept * kept.1, lost.old > 0, lost.new > 0 {
            return [withoutOuterSigns()]
        }
        return result.map(withoutOuterSpace)
    }

    private func oldWeight(_ edit: SequenceEdit) -> Int { oldSums[edit.oldRange.upperBound] - oldSums[edit.oldRange.lowerBound] }

    private func newWeight(_ edit: SequenceEdit) -> Int { newSums[edit.newRange.upperBound] - newSums[edit.newRange.lowerBound] }

    /// Whether a reader sees two changes as one.
    private func isOne(_ one: SequenceEdit, _ other: SequenceEdit) -> Bool {
        let between = one.oldRange.upperBound..<other.oldRange.lowerBound
        let kept = oldSums[between.upperBound] - oldSums[between.lowerBound]
        let weights = [one, other].map { max(oldWeight($0), newWeight($0)) }
        let least = min(weights[0], weights[1])
        // Only where there is something on both sides does joining spare the reader a jump.
        let areAlike = one.isInsertion && other.isInsertion || one.isDeletion && other.isDeletion
        if areAlike { return between.count > 1 && 4 * kept <= least && kept > 0 && old[between].contains { $0.kind == .word } }
        if least == 0 { return false }
        if 2 * kept <= least { return true }
        if between.count <= 3, kept <= EditCleanup.shortWord, EditCleanup.vastness * kept <= max(weights[0], weights[1]) { return true }
        guard between.count <= 3, !one.isInsertion, !one.isDeletion, !other.isInsertion, !other.isDeletion else { return false }
        return !old[between].contains { $0.kind == .target || $0.kind == .word && $0.range.count > EditCleanup.shortWord }
    }

    /// All as one change, but for white space and signs at its ends that both sides have.
    private func withoutOuterSigns() -> SequenceEdit {
        let most = min(old.count, new.count)
        var (start, end) = (0, 0)
        while start < most, old[start].weight <= 1, oldSymbols[start] == newSymbols[start] { start += 1 }
        while end < most - start, old[old.count - 1 - end].weight <= 1,
            oldSymbols[old.count - 1 - end] == newSymbols[new.count - 1 - end]
        {
            end += 1
        }
        return SequenceEdit(oldRange: start..<old.count - end, newRange: start..<new.count - end)
    }

    private func withoutOuterSpace(_ edit: SequenceEdit) -> SequenceEdit {
        var (oldRange, newRange) = (edit.oldRange, edit.newRange)
        if let one = oldRange.last, let other = newRange.last, old[one].kind == .space, new[other].kind == .space {
            (oldRange, newRange) = (oldRange.dropLast(), newRange.dropLast())
        }
        if let one = oldRange.first, let other = newRange.first, old[one].kind == .space, new[other].kind == .space {
            (oldRange, newRange) = (oldRange.dropFirst(), newRange.dropFirst())
        }
        return SequenceEdit(oldRange: oldRange, newRange: newRange)
    }
}
