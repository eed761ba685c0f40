/// The difference of two texts in blocks, counted by their kinds.
struct BlockDiff {
    private let old: TextBlocks
    private let new: TextBlocks
    private let edits: [SequenceEdit]
    private var counts: [Block.Kind: EditSummary.Count] = [:]

    init(old: TextBlocks, new: TextBlocks) {
        self.old = old
        self.new = new
        var table = SymbolTable()
        let oldSymbols = table.symbols(of: old.plain, in: old.plainRanges)
        let newSymbols = table.symbols(of: new.plain, in: new.plainRanges)
        let diff = SequenceDiff(
            old: oldSymbols, new: newSymbols, symbolCount: table.count, budget: LineDiff.defaultBudget / 4)
        edits = diff.edits
        // Blocks that went at one place and came back at another: as many of either are left out of the counts.
        var gone = BlockDiff.moved(edits, oldSymbols, newSymbols, symbolCount: table.count)
        var come = gone
        for edit in edits {
            let lost = edit.oldRange.filter { !BlockDiff.take(oldSymbols[$0], &gone) }
            let won = edit.newRange.filter { !BlockDiff.take(newSymbols[$0], &come) }
            count(lost.map { old.blocks[$0].kind }, won.map { new.blocks[$0].kind })
        }
    }

    func counts(_ kind: Block.Kind) -> EditSummary.Count { counts[kind] ?? EditSummary.Count() }

    /// The title of the one heading that all changed places stand under.
    var section: String? {
        var title: String?
        for (index, edit) in edits.enumerated() {
            let isBeyond = edit.newRange.isEmpty
            let blocks = isBeyond ? old : new
            let place = isBeyond ? edit.oldRange.lowerBound : edit.newRange.lowerBound
            guard let heading = blocks.heading(above: place) else { return nil }
            let next = blocks.title(heading)
            if index > 0, next != title { return nil }
            title = next
        }
        return title
    }

    /// For each symbol, how many blocks went at one place and came back at another.
    private static func moved(_ edits: [SequenceEdit], _ old: [Int], _ new: [Int], symbolCount: Int) -> [Int] {
        var gone = [Int](repeating: 0, count: symbolCount)
        var came = gone
        for edit in edits {
            for place in edit.oldRange { gone[old[place]] += 1 }
            for place in edit.newRange { came[new[place]] += 1 }
        }
        return zip(gone, came).map { min($0, $1) }
    }

    private static func take(_ symbol: Int, _ moved: inout [Int]) -> Bool {
        guard moved[symbol] > 0 else { return false }
        moved[symbol] -= 1
        return true
    }

    private mutating func count(_ lost: [Block.Kind], _ won: [Block.Kind]) {
        for kind in Block.Kind.allCases {
            let gone = lost.count { $0 == kind }
            let came = won.count { $0 == kind }
            let both = min(gone, came)
            let sum = counts(kind)
            counts[kind] = EditSummary.Count(
                added: sum.added + came - both, removed: sum.removed + gone - both, changed: sum.changed + both)
        }
    }
}
