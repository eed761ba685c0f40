/// One changed place between two texts, in lines.
package typealias LineEdit = SequenceEdit

/// The difference of two texts in whole lines.
///
/// Law: old = equal + deleted and new = equal + inserted, byte for byte; a line that no edit names is equal on both sides, its
/// end included. The algorithm is that of `SequenceDiff`.
package struct LineDiff: Sendable, Equatable {
    /// The budget that is right for a page: some tens of milliseconds at the worst.
    package static let defaultBudget = 4_000_000

    /// The old text's lines.
    package let old: TextLines
    /// The new text's lines.
    package let new: TextLines
    /// The changed places only, ascending.
    package let edits: [LineEdit]
    /// Operations spent; at most about twice the budget and a few dozen per line.
    package let cost: Int
    /// Whether the budget ran out, so that more lines may be named than need be.
    package let isCoarse: Bool

    /// - Parameter budget: operations that the search may take. Reading the lines comes on top, linear in the bytes.
    package init(old: [UInt8], new: [UInt8], budget: Int = LineDiff.defaultBudget) {
        let (old, new) = (TextLines(old), TextLines(new))
        self.old = old
        self.new = new
        guard old.text != new.text else {
            (edits, cost, isCoarse) = ([], old.count, false)
            return
        }
        var table = SymbolTable()
        let oldSymbols = table.symbols(of: old.text, in: old.ranges)
        let newSymbols = table.symbols(of: new.text, in: new.ranges)
        var diff = SequenceDiff(old: oldSymbols, new: newSymbols, symbolCount: table.count, budget: budget)
        diff.slide(old: oldSymbols, new: newSymbols, oldEdges: old.edges(), newEdges: new.edges())
        (edits, cost, isCoarse) = (diff.edits, diff.cost, diff.isCoarse)
    }
}
