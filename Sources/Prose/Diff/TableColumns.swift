/// Which columns of a table became which, read off its header.
struct TableColumns {
    let oldCount: Int
    let newCount: Int
    /// Places of columns that stayed, ascending on both sides.
    let pairs: [(old: Int, new: Int)]

    /// Columns that went, from 0.
    var removed: [Int] {
        let kept = Set(pairs.map(\.old))
        return (0..<oldCount).filter { !kept.contains($0) }
    }

    /// Columns that came, from 0.
    var inserted: [Int] {
        let kept = Set(pairs.map(\.new))
        return (0..<newCount).filter { !kept.contains($0) }
    }

    /// Cells that say the same are the same column; between them, as many on both sides are the same, one by one.
    init(_ old: [Int], _ new: [Int], symbolCount: Int) {
        let diff = SequenceDiff(old: old, new: new, symbolCount: symbolCount, budget: 10_000)
        var pairs: [(old: Int, new: Int)] = []
        var (left, right) = (0, 0)
        for edit in diff.edits + [SequenceEdit(oldRange: old.count..<old.count, newRange: new.count..<new.count)] {
            while left < edit.oldRange.lowerBound {
                pairs.append((left, right))
                (left, right) = (left + 1, right + 1)
            }
            if edit.oldRange.count == edit.newRange.count { pairs += zip(edit.oldRange, edit.newRange).map { ($0, $1) } }
            (left, right) = (edit.oldRange.upperBound, edit.newRange.upperBound)
        }
        (oldCount, newCount, self.pairs) = (old.count, new.count, pairs)
    }

    /// As many columns, which all stayed.
    init(_ count: Int) { (oldCount, newCount, pairs) = (count, count, (0..<count).map { ($0, $0) }) }
}

extension BlockRefinement {
    /// Cells are compared one by one: by the columns of the header where the row has as many; in their order where the header did not
    /// change; else by what they say.
    mutating func refineRow(_ builder: inout PieceBuilder, _ oldRange: Range<Int>, _ newRange: Range<Int>, isHeader: Bool) {
        let (one, other) = (RowCells(old.text, oldRange), RowCells(new.text, newRange))
        budget.spend(oldRange.count + newRange.count)
        if isHeader { columns = nil }
        let known = columns.flatMap { $0.oldCount == one.cells.count && $0.newCount == other.cells.count ? $0 : nil }
        let map = known ?? (isHeader || one.cells.count != other.cells.count ? ownColumns(one, other) : TableColumns(one.cells.count))
        if isHeader { columns = map }
        refineProse(&builder, one.lead, other.lead, isQuoted: false)
        var (left, right) = (0, 0)
        var (oldPlace, newPlace) = (one.lead.upperBound, other.lead.upperBound)
        for pair in map.pairs + [(one.cells.count, other.cells.count)] {
            let oldEnd = pair.old > left ? one.cells[pair.old - 1].upperBound : oldPlace
            let newEnd = pair.new > right ? other.cells[pair.new - 1].upperBound : newPlace
            builder.replaceWhole(oldPlace..<oldEnd, newPlace..<newEnd)
            guard pair.old < one.cells.count, pair.new < other.cells.count else { break }
            refineWords(&builder, one.cells[pair.old], other.cells[pair.new], isQuoted: false)
            (left, right) = (pair.old + 1, pair.new + 1)
            (oldPlace, newPlace) = (one.cells[pair.old].upperBound, other.cells[pair.new].upperBound)
        }
        refineProse(&builder, one.tail, other.tail, isQuoted: false)
    }

    private mutating func ownColumns(_ one: RowCells, _ other: RowCells) -> TableColumns {
        var table = SymbolTable()
        let old = one.cells.indices.map { table.symbol(of: forms.form(of: self.old.text[one.trimmed($0)])) }
        let new = other.cells.indices.map { table.symbol(of: forms.form(of: self.new.text[other.trimmed($0)])) }
        return TableColumns(old, new, symbolCount: table.count)
    }
}
