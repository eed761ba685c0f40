/// The difference of two sequences of symbols, as few changed elements as the budget allows to find.
///
/// In this order: elements that the other side does not have at all are set aside (they change in any case); the rest goes
/// through E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1 (1986), in the linear-space form
/// of its section 4b, with common ends trimmed; a box that costs too much is cut at its unique common elements instead
/// (`anchors(in:)`) and its parts get a share of what is left; where that too runs out, the box counts as replaced.
/// Edits that could stand in several places are slid to the best one (`SequenceEdit.slid`).
///
/// Whatever the budget, the result is right: what no edit names is equal on both sides.
struct SequenceDiff {
    /// The changed places, ascending, at least one equal element between two of them.
    private(set) var edits: [SequenceEdit] = []
    /// Operations spent, at most about twice the budget plus a few per element.
    private(set) var cost = 0
    /// Whether the budget ran out somewhere, so that more may be named changed than need be.
    private(set) var isCoarse = false

    /// - Parameters:
    ///   - old: symbols from 0 up to, not including, `symbolCount`.
    ///   - new: likewise.
    ///   - budget: operations (visited diagonals and compared elements) to spend on the search.
    init(old: [Int], new: [Int], symbolCount: Int, budget: Int) {
        var search = DiffSearch(old: old, new: new, symbolCount: symbolCount)
        search.run(budget: budget)
        cost = search.cost
        isCoarse = search.isCoarse
        edits = search.edits()
    }

    /// Slides every edit to where its edges score best; `oldEdges` and `newEdges` are scores of the position before each
    /// element and after the last.
    mutating func slide(old: [Int], new: [Int], oldEdges: [UInt8], newEdges: [UInt8]) {
        edits = EditSlide(old: old, new: new, oldEdges: oldEdges, newEdges: newEdges).slid(edits)
    }
}
