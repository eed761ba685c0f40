/// What came and went between two texts, in blocks counted by their kinds.
struct BlockTally {
    private let old: SummaryBlocks
    private let new: SummaryBlocks
    private let edits: [SequenceEdit]
    private var counts: [SummaryBlocks.Kind: EditSummary.Count] = [:]

    init(old: SummaryBlocks, new: SummaryBlocks) {
        self.old = old
        self.new = new
        var table = SymbolTable()
        let oldSymbols = table.symbols(of: old.plain, in: old.plainRanges)
        let newSymbols = table.symbols(of: new.plain, in: new.plainRanges)
        let diff = SequenceDiff(
            old: oldSymbols, new: newSymbols, symbolCount: table.count, budget: LineDiff.defaultBudget / 4)
        edits = diff.edits
        // Blocks that went at one place and came back at another: as many of either are left out of the counts.
        var gone = Self.moved(edits, oldSymbols, newSymbols, symbolCount: table.count)
        var come = gone
        for edit in edits {
            let lost = edit.oldRange.filter { !Self.take(oldSymbols[$0], &gone) }
            let won = edit.newRange.filter { !Self.take(newSymbols[$0], &come) }
            count(lost.map { old.kinds[$0] }, won.map { new.kinds[$0] })
        }
    }

    func counts(_ kind: SummaryBlocks.Kind) -> EditSummary.Count { counts[kind] ?? EditSummary.Count() }

    /// The title of the one heading that all changed places stand under, bad UTF-8 repaired. Each heading is read once.
    var section: String? {
        var title: ArraySlice<UInt8>?
        var (lastOld, lastNew): (Int?, Int?) = (nil, nil)
        for edit in edits {
            let isGone = edit.newRange.isEmpty
            let heading = isGone ? old.headings[edit.oldRange.lowerBound] : new.headings[edit.newRange.lowerBound]
            guard let heading else { return nil }
            if heading == (isGone ? lastOld : lastNew) { continue }
            let next = isGone ? old.title(of: heading) : new.title(of: heading)
            guard title == nil || title == next else { return nil }
            title = next
            if isGone { lastOld = heading } else { lastNew = heading }
        }
        return title.map { String(decoding: $0, as: UTF8.self) }
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

    private mutating func count(_ lost: [SummaryBlocks.Kind], _ won: [SummaryBlocks.Kind]) {
        for kind in SummaryBlocks.Kind.allCases {
            let gone = lost.count { $0 == kind }
            let came = won.count { $0 == kind }
            let both = min(gone, came)
            let sum = counts(kind)
            counts[kind] = EditSummary.Count(
                added: sum.added + came - both, removed: sum.removed + gone - both, changed: sum.changed + both)
        }
    }
}
