/// The difference of two texts as a person reads it: hunks of lines, changed lines in pairs, changed words marked.
///
/// Lines are compared without their ends (`LineDiff`), and what differs in ends only is told by a note, not shown as a
/// rewritten page. Changed lines are paired by `LinePairing` and refined by `WordRefinement`.
package struct TextDiff: Sendable, Equatable {
    /// What a reader should know besides the hunks.
    package enum Note: String, Sendable, Equatable, CaseIterable {
        /// The lines are the same; some or all end in another way (LF, CRLF).
        case onlyLineEnds
        /// Only the newline after the last line came or went.
        case onlyLastNewline
        /// Besides what the hunks show, unchanged lines end in another way.
        case alsoLineEnds
        /// The texts are too different for the budget, so more may be shown as changed than need be.
        case coarse
    }

    /// The changes, in order; empty where no line's own text differs.
    package let hunks: [DiffHunk]
    /// How many lines came, changed ones included.
    package let addedLines: Int
    /// How many lines went, changed ones included.
    package let removedLines: Int
    /// What to say besides.
    package let notes: [Note]
    /// Operations spent on lines, pairs and words.
    package let cost: Int

    /// Whether the texts are equal, byte for byte.
    package var isEmpty: Bool { hunks.isEmpty && notes.isEmpty }

    /// The budget for pairing lines and finding words, over the whole text.
    package static let defaultWordBudget = 4_000_000

    /// - Parameters:
    ///   - context: how many equal lines stand around a change; nil shows all (nothing where nothing differs).
    ///   - budget: operations for the lines.
    ///   - wordBudget: operations for pairs and words; where it runs out, lines are shown as removed and added.
    package init(
        old: [UInt8], new: [UInt8], context: Int? = 3, budget: Int = LineDiff.defaultBudget,
        wordBudget: Int = TextDiff.defaultWordBudget
    ) {
        let diff = LineDiff(old: old, new: new, equality: .ignoringEnds, budget: budget)
        var builder = HunkBuilder(diff, context: context, wordBudget: wordBudget)
        hunks = builder.hunks()
        addedLines = diff.edits.reduce(0) { $0 + $1.newRange.count }
        removedLines = diff.edits.reduce(0) { $0 + $1.oldRange.count }
        notes = TextDiff.notes(diff)
        cost = diff.cost + builder.cost
    }

    private static func notes(_ diff: LineDiff) -> [Note] {
        var notes: [Note] = []
        if diff.edits.isEmpty, diff.old.text != diff.new.text {
            notes.append(differInLastNewline(diff.old.text, diff.new.text) ? .onlyLastNewline : .onlyLineEnds)
        } else if hasOtherEnds(diff) {
            notes.append(.alsoLineEnds)
        }
        if diff.isCoarse { notes.append(.coarse) }
        return notes
    }

    private static func differInLastNewline(_ old: [UInt8], _ new: [UInt8]) -> Bool {
        let (short, long) = old.count < new.count ? (old, new) : (new, old)
        return LineEnd.allCases.contains { short + $0.bytes == long }
    }

    /// Whether an unchanged line ends differently, a last line without any end aside.
    private static func hasOtherEnds(_ diff: LineDiff) -> Bool {
        var (old, new) = (0, 0)
        for edit in diff.edits + [SequenceEdit(oldRange: diff.old.count..<diff.old.count, newRange: diff.new.count..<diff.new.count)] {
            while old < edit.oldRange.lowerBound, new < edit.newRange.lowerBound {
                let (one, other) = (diff.old[old], diff.new[new])
                let areEnded = one.last == UInt8(ascii: "\n") && other.last == UInt8(ascii: "\n")
                if areEnded, one.count != other.count { return true }
                (old, new) = (old + 1, new + 1)
            }
            (old, new) = (edit.oldRange.upperBound, edit.newRange.upperBound)
        }
        return false
    }
}
