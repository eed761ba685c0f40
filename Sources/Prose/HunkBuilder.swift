/// Makes hunks of a difference in lines: which lines to show, and the rows for them.
struct HunkBuilder {
    private let diff: LineDiff
    private let context: Int?
    private var budget: Int
    private(set) var cost = 0

    init(_ diff: LineDiff, context: Int?, wordBudget: Int) {
        self.diff = diff
        self.context = context.map { max(0, $0) }
        budget = wordBudget
    }

    mutating func hunks() -> [DiffHunk] {
        var hunks: [DiffHunk] = []
        for group in groups() { hunks.append(hunk(of: group)) }
        return hunks
    }

    /// Edits whose contexts touch or overlap belong together.
    private func groups() -> [ArraySlice<LineEdit>] {
        let edits = diff.edits
        guard let context else { return edits.isEmpty ? [] : [edits[...]] }
        var groups: [ArraySlice<LineEdit>] = []
        var start = 0
        for index in edits.indices {
            let isLast = index + 1 == edits.count
            // Halves, so that no context can overflow.
            let gap = isLast ? 0 : edits[index + 1].oldRange.lowerBound - edits[index].oldRange.upperBound
            if isLast || (gap + 1) / 2 > context {
                groups.append(edits[start...index])
                start = index + 1
            }
        }
        return groups
    }

    private mutating func hunk(of group: ArraySlice<LineEdit>) -> DiffHunk {
        guard let first = group.first, let last = group.last else { return DiffHunk(old: 0..<0, new: 0..<0, rows: []) }
        let before = min(context ?? Int.max, first.oldRange.lowerBound)
        let after = min(context ?? Int.max, diff.old.count - last.oldRange.upperBound)
        let oldLines = first.oldRange.lowerBound - before..<last.oldRange.upperBound + after
        let newLines = first.newRange.lowerBound - before..<last.newRange.upperBound + after
        var rows: [DiffRow] = []
        var (old, new) = (oldLines.lowerBound, newLines.lowerBound)
        for edit in group {
            appendSame(&rows, from: &old, to: edit.oldRange.lowerBound, &new)
            appendChanged(&rows, edit)
            (old, new) = (edit.oldRange.upperBound, edit.newRange.upperBound)
        }
        appendSame(&rows, from: &old, to: oldLines.upperBound, &new)
        return DiffHunk(old: oldLines, new: newLines, rows: rows)
    }

    private func appendSame(_ rows: inout [DiffRow], from old: inout Int, to end: Int, _ new: inout Int) {
        while old < end {
            rows.append(.same(old: old + 1, new: new + 1, text: Array(diff.new.text[diff.new.content(of: new)])))
            (old, new) = (old + 1, new + 1)
        }
    }

    private mutating func appendChanged(_ rows: inout [DiffRow], _ edit: LineEdit) {
        let pairing = LinePairing(diff, edit, budget: budget)
        spend(pairing.cost)
        var (old, new) = (edit.oldRange.lowerBound, edit.newRange.lowerBound)
        for pair in pairing.pairs {
            let words = WordRefinement(
                old: diff.old.text, diff.old.content(of: pair.old), new: diff.new.text, diff.new.content(of: pair.new), budget: budget)
            spend(words.cost)
            guard let segments = words.segments else { continue }
            appendLone(&rows, old..<pair.old, new..<pair.new)
            rows.append(.changed(old: pair.old + 1, oldSegments: segments.old, new: pair.new + 1, newSegments: segments.new))
            (old, new) = (pair.old + 1, pair.new + 1)
        }
        appendLone(&rows, old..<edit.oldRange.upperBound, new..<edit.newRange.upperBound)
    }

    private func appendLone(_ rows: inout [DiffRow], _ old: Range<Int>, _ new: Range<Int>) {
        for line in old { rows.append(.removed(old: line + 1, segments: whole(diff.old, line))) }
        for line in new { rows.append(.added(new: line + 1, segments: whole(diff.new, line))) }
    }

    private func whole(_ lines: TextLines, _ line: Int) -> [DiffSegment] {
        let text = Array(lines.text[lines.content(of: line)])
        return text.isEmpty ? [] : [DiffSegment(text: text, isChanged: true)]
    }

    private mutating func spend(_ operations: Int) {
        cost += operations
        budget = max(0, budget - operations)
    }
}
