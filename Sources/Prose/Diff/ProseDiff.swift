/// The difference of two Markdown texts as an editor would mark it: blocks that were changed, added, removed, moved, split or
/// joined, and the words that differ inside them.
///
/// **Law.** Of all pieces of all changes: equal and deleted ones, ordered by their place in the old text, are the old text;
/// equal and inserted ones, ordered by their place in the new text, are the new text, byte for byte. Both sides of an equal
/// piece are the same bytes; with `ignoresSpace` they may differ in white space (how much of it, of which kind, and, at the
/// end of a block, whether there is any).
///
/// `BlockMatcher` tells how blocks are found, `BlockRefinement` how words are. All of it works in one budget of operations;
/// where that runs out words give way to sentences, and sentences to whole blocks: the answer is coarser, and still right.
/// A difference never changes, so it may be kept by what it was made from.
package struct ProseDiff: Sendable, Equatable {
    /// What to say of two texts as a whole.
    package enum Note: String, Sendable, Hashable, CaseIterable {
        /// Nothing but how lines end (LF, CRLF).
        case onlyLineEnds
        /// Nothing but whether the last line has an end.
        case onlyLastNewline
        /// Nothing but how letters with marks are written (NFC, NFD).
        case onlyNormalisation
        /// Nothing but white space, line breaks within paragraphs, and what `onlyLineEnds` and `onlyLastNewline` say.
        case onlySpace
        /// No words, but white space, forms of letters or signs before list items.
        case onlyForm
        /// Besides what is shown, lines end in another way.
        case alsoLineEnds
        /// Besides what is shown, the end of the last line came or went.
        case alsoLastNewline
        /// The texts are too large or too different for the budget, so more may be shown as changed than need be.
        case coarse
    }

    /// The old text in blocks.
    package let old: StructuredText
    /// The new text in blocks.
    package let new: StructuredText
    /// What became of each block, in the order of reading: as in the new text, what went standing where it stood.
    package let changes: [BlockChange]
    /// What to say besides.
    package let notes: [Note]
    /// How much changed.
    package let counts: DiffCounts
    /// Whether white space was ignored.
    package let ignoresSpace: Bool
    /// Operations spent.
    package let cost: Int

    /// Whether the texts are equal, byte for byte.
    package var isEmpty: Bool { old.text == new.text }

    /// The budget that is right for a page.
    package static let defaultBudget = 10_000_000

    /// - Parameters:
    ///   - ignoresSpace: no white space is marked as changed where both texts have some: runs of spaces, tabs and line breaks
    ///     are equal whatever their length, as are blank lines between blocks and line ends. Space where the other text
    ///     has none, as in "pre fix" and "prefix", is a change all the same, and indentation that makes another block too.
    ///   - budget: operations that may be spent: elements compared, about four for each byte that is read into words.
    package init(old: [UInt8], new: [UInt8], ignoresSpace: Bool = false, budget: Int = ProseDiff.defaultBudget) {
        self.init(old: StructuredText(old), new: StructuredText(new), ignoresSpace: ignoresSpace, budget: budget)
    }

    /// As above, of texts that were read before.
    package init(old: StructuredText, new: StructuredText, ignoresSpace: Bool = false, budget: Int = ProseDiff.defaultBudget) {
        let matcher = BlockMatcher(old: old, new: new, budget: DiffBudget(budget))
        let builder = ChangeBuilder(matcher, ignoresSpace: ignoresSpace)
        self.old = old
        self.new = new
        self.ignoresSpace = ignoresSpace
        changes = builder.changes
        cost = builder.budget.cost
        counts = DiffCounts(changes, old: old, new: new)
        notes = ProseDiff.notes(changes, isCoarse: builder.budget.isCoarse)
    }

    private static func notes(_ changes: [BlockChange], isCoarse: Bool) -> [Note] {
        let all = changes.reduce(into: TextDifference()) { $0.formUnion($1.differences) }
        let isMoved = changes.contains { $0.move != nil || $0.kind == .split || $0.kind == .joined }
        var notes: [Note] = []
        if !isMoved, all.isDisjoint(with: [.text, .structure]) {
            switch all {
            case []: break
            case .lineEnds: notes.append(.onlyLineEnds)
            case .lastNewline: notes.append(.onlyLastNewline)
            case .normalisation: notes.append(.onlyNormalisation)
            case _ where all.isSubset(of: [.space, .lineEnds, .lastNewline]): notes.append(.onlySpace)
            default: notes.append(.onlyForm)
            }
        } else {
            if all.contains(.lineEnds) { notes.append(.alsoLineEnds) }
            if all.contains(.lastNewline) { notes.append(.alsoLastNewline) }
        }
        if isCoarse { notes.append(.coarse) }
        return notes
    }
}
