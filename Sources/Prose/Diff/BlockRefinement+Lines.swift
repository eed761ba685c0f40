extension BlockRefinement {
    /// At one changed place of a block of code, more pairs of lines than this are not compared.
    private static let largestTable = 10_000

    /// Code is compared line by line, then by words inside lines that are alike.
    mutating func refineCode(
        _ builder: inout PieceBuilder, _ oldLines: TextLines, _ first: ProseBlock, _ newLines: TextLines, _ second: ProseBlock
    ) {
        let one = first.lines.map { BlockRefinement.inner(oldLines, $0, of: first) }
        let other = second.lines.map { BlockRefinement.inner(newLines, $0, of: second) }
        var table = SymbolTable()
        let symbols = (
            first.lines.map { table.symbol(of: oldLines.text[oldLines.content(of: $0)]) },
            second.lines.map { table.symbol(of: newLines.text[newLines.content(of: $0)]) }
        )
        var diff = SequenceDiff(old: symbols.0, new: symbols.1, symbolCount: table.count, budget: budget.left / 4)
        budget.spend(diff.cost)
        if diff.isCoarse { budget.isCoarse = true }
        let flat = ([UInt8](repeating: 0, count: one.count + 1), [UInt8](repeating: 0, count: other.count + 1))
        diff.slide(old: symbols.0, new: symbols.1, oldEdges: flat.0, newEdges: flat.1)
        var (left, right) = (0, 0)
        for edit in diff.edits + [SequenceEdit(oldRange: one.count..<one.count, newRange: other.count..<other.count)] {
            while left < edit.oldRange.lowerBound {
                refineSame(&builder, one[left], other[right], isQuoted: false)
                (left, right) = (left + 1, right + 1)
            }
            refineLines(&builder, one[edit.oldRange], other[edit.newRange], places: (start(one, left, first), start(other, right, second)))
            (left, right) = (edit.oldRange.upperBound, edit.newRange.upperBound)
        }
    }

    /// A line of a block; the last without its end, which is compared with the blank lines that follow.
    private static func inner(_ lines: TextLines, _ line: Int, of block: ProseBlock) -> Range<Int> {
        line == block.lines.upperBound - 1 ? lines.content(of: line) : lines.ranges[line]
    }

    private func start(_ lines: [Range<Int>], _ index: Int, _ block: ProseBlock) -> Int {
        index < lines.count ? lines[index].lowerBound : lines.last?.upperBound ?? block.range.lowerBound
    }

    private mutating func refineLines(
        _ builder: inout PieceBuilder, _ one: ArraySlice<Range<Int>>, _ other: ArraySlice<Range<Int>>, places: (old: Int, new: Int)
    ) {
        var (left, right) = (one.startIndex, other.startIndex)
        var (oldPlace, newPlace) = places
        for pair in linePairs(one, other) + [(one.endIndex, other.endIndex)] {
            let oldEnd = pair.0 > left ? one[pair.0 - 1].upperBound : oldPlace
            let newEnd = pair.1 > right ? other[pair.1 - 1].upperBound : newPlace
            builder.replaceWhole(oldPlace..<oldEnd, newPlace..<newEnd)
            guard pair.0 < one.endIndex, pair.1 < other.endIndex else { break }
            refineWords(&builder, one[pair.0], other[pair.1], isQuoted: false)
            (left, right) = (pair.0 + 1, pair.1 + 1)
            (oldPlace, newPlace) = (one[pair.0].upperBound, other[pair.1].upperBound)
        }
    }

    private mutating func linePairs(_ one: ArraySlice<Range<Int>>, _ other: ArraySlice<Range<Int>>) -> [(Int, Int)] {
        guard !one.isEmpty, !other.isEmpty else { return [] }
        if one.count == 1, other.count == 1 { return [(one.startIndex, other.startIndex)] }
        let bytes = one.reduce(0) { $0 + $1.count } + other.reduce(0) { $0 + $1.count }
        let cells = one.count * other.count
        guard cells <= BlockRefinement.largestTable, budget.afford(bytes * BlockMatcher.wordCost + cells * 8) else { return [] }
        var table = SymbolTable()
        let (mine, theirs) = (bags(old.text, one, &table), bags(new.text, other, &table))
        return OrderedPairs.best(rows: one.count, columns: other.count, floor: BlockMatcher.placeFloor) {
            mine[$0].similarity(theirs[$1])
        }.map { (one.startIndex + $0.row, other.startIndex + $0.column) }
    }

    private mutating func bags(_ text: [UInt8], _ lines: ArraySlice<Range<Int>>, _ table: inout SymbolTable) -> [WordBag] {
        lines.map { line in
            let units = UnitCutter.units(of: text, in: line, isQuoted: false)
            return WordBag(units, units.map { table.symbol(of: forms.form(of: text[$0.range])) })
        }
    }

    /// The last line's end and the blank lines that follow a block.
    func refineTail(_ builder: inout PieceBuilder, _ oldRange: Range<Int>, _ newRange: Range<Int>) {
        if old.text[oldRange] == new.text[newRange] { return builder.equal(oldRange, newRange) }
        let isLast = oldRange.upperBound == old.text.count && newRange.upperBound == new.text.count
        if isLast, oldRange.isEmpty || newRange.isEmpty, isOneEnd(old.text[oldRange]) || isOneEnd(new.text[newRange]) {
            builder.differences.insert(.lastNewline)
            if ignoresSpace { return builder.equal(oldRange, newRange) }
            return builder.replace(oldRange, newRange, role: .space)
        }
        let (one, other) = (ends(old.text, oldRange), ends(new.text, newRange))
        let most = min(one.count, other.count)
        for (before, after) in zip(one, other) { builder.space(before, after) }
        let oldRest = (most > 0 ? one[most - 1].upperBound : oldRange.lowerBound)..<oldRange.upperBound
        let newRest = (most > 0 ? other[most - 1].upperBound : newRange.lowerBound)..<newRange.upperBound
        if !oldRest.isEmpty || !newRest.isEmpty { builder.space(oldRest, newRest) }
    }

    private func isOneEnd(_ bytes: ArraySlice<UInt8>) -> Bool { LineEnd.allCases.contains { bytes.elementsEqual($0.bytes) } }

    /// Blank lines one by one, the first being the end of the line before.
    private func ends(_ text: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
        var ends: [Range<Int>] = []
        var start = range.lowerBound
        for place in range where text[place] == 0x0A {
            ends.append(start..<place + 1)
            start = place + 1
        }
        if start < range.upperBound { ends.append(start..<range.upperBound) }
        return ends
    }
}
