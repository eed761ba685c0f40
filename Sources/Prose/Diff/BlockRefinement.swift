/// Finds what differs inside a pair of blocks.
///
/// Common ends are set aside; then sentences that both have, in order; then words in what is left. Each step is
/// `SequenceDiff`, words are cleaned by `EditCleanup`. Where the budget does not reach for words, sentences are replaced whole.
struct BlockRefinement {
    let old: StructuredText
    let new: StructuredText
    let ignoresSpace: Bool
    var budget: DiffBudget
    var forms: CanonicalForms
    /// Sentences that stand elsewhere in the other text.
    private(set) var moves = MovedSentences()
    /// Which cell of the table at hand becomes which, by its header.
    var columns: TableColumns?

    /// Sets sentences that moved aside.
    /// - Parameter firstMove: the number of the first move.
    mutating func setAside(_ sentences: [MovedSentences.Pair], firstMove: Int) {
        moves = MovedSentences(sentences, firstMove: firstMove) { keptParts($0) }
    }

    /// The pieces of some blocks that became others, with the blank lines behind them.
    mutating func pieces(_ oldBlocks: Range<Int>, _ newBlocks: Range<Int>) -> PieceBuilder {
        var builder = PieceBuilder(old: old.text, new: new.text, ignoresSpace: ignoresSpace)
        let (one, other) = (body(old, oldBlocks), body(new, newBlocks))
        if old.text[one.extent] == new.text[other.extent] {
            builder.equal(one.extent, other.extent)
            return builder
        }
        let (first, second) = (old.blocks[oldBlocks.lowerBound], new.blocks[newBlocks.lowerBound])
        switch (first.kind, second.kind) {
        case (.code, .code): refineCode(&builder, old.lines, first, new.lines, second)
        case (.tableRow, .tableRow): refineRow(&builder, one.body, other.body, isHeader: first.kind == .tableRow(.header))
        default: refineProse(&builder, one.body, other.body, isQuoted: max(first.quoteDepth, second.quoteDepth) > 0)
        }
        refineTail(&builder, one.body.upperBound..<one.extent.upperBound, other.body.upperBound..<other.extent.upperBound)
        return builder
    }

    /// Blocks without the last one's line end, and with all that follows them.
    private func body(_ text: StructuredText, _ blocks: Range<Int>) -> (body: Range<Int>, extent: Range<Int>) {
        let (first, last) = (text.blocks[blocks.lowerBound], text.blocks[blocks.upperBound - 1])
        let end = last.kind == .blank ? last.range.lowerBound : text.lines.content(of: last.lines.upperBound - 1).upperBound
        return (first.range.lowerBound..<end, first.range.lowerBound..<last.end)
    }

    // MARK: Words

    mutating func refineWords(_ builder: inout PieceBuilder, _ oldRange: Range<Int>, _ newRange: Range<Int>, isQuoted: Bool) {
        let bytes = oldRange.count + newRange.count
        guard !oldRange.isEmpty, !newRange.isEmpty, budget.afford(bytes * BlockMatcher.wordCost) else {
            return builder.replaceWhole(oldRange, newRange)
        }
        let one = UnitCutter.units(of: old.text, in: oldRange, isQuoted: isQuoted)
        let other = UnitCutter.units(of: new.text, in: newRange, isQuoted: isQuoted)
        append(wordEdits(one, other), one, other, &builder)
    }

    /// In which units two stretches differ.
    mutating func wordEdits(_ one: [DiffUnit], _ other: [DiffUnit]) -> [SequenceEdit] {
        var table = SymbolTable()
        let oldSymbols = symbols(old.text, one, &table)
        let newSymbols = symbols(new.text, other, &table)
        if oldSymbols == newSymbols { return [] }
        var diff = SequenceDiff(old: oldSymbols, new: newSymbols, symbolCount: table.count, budget: budget.left / 4)
        budget.spend(diff.cost)
        if diff.isCoarse { budget.isCoarse = true }
        diff.slide(old: oldSymbols, new: newSymbols, oldEdges: edges(old.text, one), newEdges: edges(new.text, other))
        return EditCleanup(old: one, oldSymbols, new: other, newSymbols).cleaned(diff.edits)
    }

    private func append(_ edits: [SequenceEdit], _ one: [DiffUnit], _ other: [DiffUnit], _ builder: inout PieceBuilder) {
        var (left, right) = (0, 0)
        for edit in edits {
            builder.same(one[left..<edit.oldRange.lowerBound], other[right..<edit.newRange.lowerBound])
            let oldPlace = edit.oldRange.lowerBound < one.count ? one[edit.oldRange.lowerBound].range.lowerBound : end(one)
            let newPlace = edit.newRange.lowerBound < other.count ? other[edit.newRange.lowerBound].range.lowerBound : end(other)
            let isSpace = one[edit.oldRange].allSatisfy { $0.kind == .space } && other[edit.newRange].allSatisfy { $0.kind == .space }
            if isSpace, edit.isInsertion || edit.isDeletion, isOuter(edit, one.count, other.count) {
                builder.space(bytes(one[edit.oldRange], oldPlace), bytes(other[edit.newRange], newPlace))
            } else {
                builder.replaceText(one[edit.oldRange], other[edit.newRange], at: (oldPlace, newPlace))
            }
            (left, right) = (edit.oldRange.upperBound, edit.newRange.upperBound)
        }
        builder.same(one[left...], other[right...])
    }

    /// White space that came or went at an end parts no words.
    private func isOuter(_ edit: SequenceEdit, _ oldCount: Int, _ newCount: Int) -> Bool {
        let isAtStart = edit.oldRange.lowerBound == 0 && edit.newRange.lowerBound == 0
        return isAtStart || edit.oldRange.upperBound == oldCount && edit.newRange.upperBound == newCount
    }

    private func end(_ units: [DiffUnit]) -> Int { units.last?.range.upperBound ?? 0 }

    private func bytes(_ units: ArraySlice<DiffUnit>, _ place: Int) -> Range<Int> {
        guard let first = units.first, let last = units.last else { return place..<place }
        return first.range.lowerBound..<last.range.upperBound
    }

    private mutating func symbols(_ text: [UInt8], _ units: [DiffUnit], _ table: inout SymbolTable) -> [Int] {
        let space = table.symbol(of: [0x20])
        return units.map { $0.kind == .space ? space : table.symbol(of: forms.form(of: text[$0.range])) }
    }

    /// How well a change begins or ends before each unit, and after the last: best at the ends, then at a sentence, then at a word.
    private func edges(_ text: [UInt8], _ units: [DiffUnit]) -> [UInt8] {
        var edges = [UInt8](repeating: 4, count: units.count + 1)
        guard units.count > 1 else { return edges }
        for index in 1..<units.count {
            if units[index - 1].kind == .space {
                let before = index > 1 ? text[units[index - 2].range.upperBound - 1] : 0
                edges[index] = ".!?".utf8.contains(before) ? 3 : 2
            } else {
                edges[index] = units[index].kind == .space ? 1 : 0
            }
        }
        return edges
    }
}
