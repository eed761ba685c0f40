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
    /// Which cell of the table at hand becomes which, by its header.
    var columns: TableColumns?

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

    // MARK: Prose

    mutating func refineProse(_ builder: inout PieceBuilder, _ oldRange: Range<Int>, _ newRange: Range<Int>, isQuoted: Bool) {
        let parts = DifferingParts(old.text, oldRange, new.text, newRange).ranges
        budget.spend((oldRange.count + newRange.count) / 16)
        builder.equal(oldRange.lowerBound..<parts.old.lowerBound, newRange.lowerBound..<parts.new.lowerBound)
        if parts.old.isEmpty || parts.new.isEmpty {
            builder.replaceWhole(parts.old, parts.new)
        } else {
            refineSentences(&builder, parts.old, parts.new, isQuoted: isQuoted)
        }
        builder.equal(parts.old.upperBound..<oldRange.upperBound, parts.new.upperBound..<newRange.upperBound)
    }

    private mutating func refineSentences(_ builder: inout PieceBuilder, _ oldRange: Range<Int>, _ newRange: Range<Int>, isQuoted: Bool) {
        let (one, other) = (Sentences.ranges(of: old.text, in: oldRange), Sentences.ranges(of: new.text, in: newRange))
        budget.spend((oldRange.count + newRange.count) / 2)
        guard one.count > 1, other.count > 1 else { return refineWords(&builder, oldRange, newRange, isQuoted: isQuoted) }
        var table = SymbolTable()
        let symbols = (
            sentenceKeys(old.text, one, isQuoted, &table), sentenceKeys(new.text, other, isQuoted, &table)
        )
        let diff = SequenceDiff(old: symbols.0, new: symbols.1, symbolCount: table.count, budget: budget.left / 4)
        budget.spend(diff.cost)
        var (left, right) = (0, 0)
        for edit in diff.edits + [SequenceEdit(oldRange: one.count..<one.count, newRange: other.count..<other.count)] {
            while left < edit.oldRange.lowerBound {
                refineSame(&builder, one[left], other[right], isQuoted: isQuoted)
                (left, right) = (left + 1, right + 1)
            }
            refineWords(&builder, span(one, edit.oldRange, oldRange), span(other, edit.newRange, newRange), isQuoted: isQuoted)
            (left, right) = (edit.oldRange.upperBound, edit.newRange.upperBound)
        }
    }

    private mutating func sentenceKeys(_ text: [UInt8], _ ranges: [Range<Int>], _ isQuoted: Bool, _ table: inout SymbolTable) -> [Int] {
        ranges.map { range in
            var plain = PlainBytes(text)
            plain.append(range, isQuoted: isQuoted, &forms)
            return table.symbol(of: plain.bytes[...])
        }
    }

    private func span(_ ranges: [Range<Int>], _ part: Range<Int>, _ whole: Range<Int>) -> Range<Int> {
        let start = part.lowerBound < ranges.count ? ranges[part.lowerBound].lowerBound : whole.upperBound
        return part.isEmpty ? start..<start : start..<ranges[part.upperBound - 1].upperBound
    }

    /// Stretches that say the same, perhaps with other white space or forms of letters.
    mutating func refineSame(_ builder: inout PieceBuilder, _ oldRange: Range<Int>, _ newRange: Range<Int>, isQuoted: Bool) {
        if old.text[oldRange] == new.text[newRange] { return builder.equal(oldRange, newRange) }
        refineWords(&builder, oldRange, newRange, isQuoted: isQuoted)
    }

    // MARK: Words

    mutating func refineWords(_ builder: inout PieceBuilder, _ oldRange: Range<Int>, _ newRange: Range<Int>, isQuoted: Bool) {
        let bytes = oldRange.count + newRange.count
        guard !oldRange.isEmpty, !newRange.isEmpty, budget.afford(bytes * BlockMatcher.wordCost) else {
            return builder.replaceWhole(oldRange, newRange)
        }
        let one = UnitCutter.units(of: old.text, in: oldRange, isQuoted: isQuoted)
        let other = UnitCutter.units(of: new.text, in: newRange, isQuoted: isQuoted)
        var table = SymbolTable()
        let oldSymbols = symbols(old.text, one, &table)
        let newSymbols = symbols(new.text, other, &table)
        if oldSymbols == newSymbols { return builder.same(one[...], other[...]) }
        var diff = SequenceDiff(old: oldSymbols, new: newSymbols, symbolCount: table.count, budget: budget.left / 4)
        budget.spend(diff.cost)
        if diff.isCoarse { budget.isCoarse = true }
        diff.slide(old: oldSymbols, new: newSymbols, oldEdges: edges(old.text, one), newEdges: edges(new.text, other))
        let edits = EditCleanup(old: one, oldSymbols, new: other, newSymbols).cleaned(diff.edits)
        append(edits, one, other, &builder)
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
