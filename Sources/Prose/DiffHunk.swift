/// Changes that stand close together, with some lines around them.
package struct DiffHunk: Sendable, Equatable {
    /// The number of its first old line, from 1; with no old line, that of the line before it (0 at the beginning), as in a patch.
    package let oldStart: Int
    /// How many old lines it has.
    package let oldCount: Int
    /// As `oldStart`, of the new text.
    package let newStart: Int
    /// How many new lines it has.
    package let newCount: Int
    /// What it shows, in order.
    package let rows: [DiffRow]

    init(old: Range<Int>, new: Range<Int>, rows: [DiffRow]) {
        oldStart = old.isEmpty ? old.lowerBound : old.lowerBound + 1
        oldCount = old.count
        newStart = new.isEmpty ? new.lowerBound : new.lowerBound + 1
        newCount = new.count
        self.rows = rows
    }
}
