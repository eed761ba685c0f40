import Prose

/// Which cell of a row became which: those whose closing bars the difference holds to be the same, else, where the rows have as
/// many, one by one.
struct RowCellPairs {
    /// A cell of either row, or of both, and what is written of it.
    struct Cell {
        var old: Int?
        var new: Int?
        var segments: [LeafEdit.Segment] = []
    }

    /// The old row; without one, an empty one.
    let old: ArticleLeaf
    /// All cells in the order in which they are written.
    private(set) var order: [Cell] = []

    /// Linear in cells and stretches.
    init(_ edit: LeafEdit, _ leaf: ArticleLeaf, _ counterpart: ArticleLeaf?) {
        old = counterpart ?? ArticleLeaf(container: -1)
        var partners = [Int](repeating: -1, count: leaf.cells.count)
        if counterpart != nil { partners = RowCellPairs.partners(edit, leaf, old) }
        var left = 0
        for (index, partner) in partners.enumerated() {
            while left < partner {
                order.append(Cell(old: left))
                left += 1
            }
            if partner >= 0 { left = partner + 1 }
            order.append(Cell(old: partner >= 0 ? partner : nil, new: index))
        }
        order += (left..<max(left, old.cells.count)).map { Cell(old: $0) }
        handOut(edit, leaf)
    }

    private static func partners(_ edit: LeafEdit, _ leaf: ArticleLeaf, _ old: ArticleLeaf) -> [Int] {
        var partners = [Int](repeating: -1, count: leaf.cells.count)
        var (left, right) = (0, 0)
        for segment in edit.segments {
            guard segment.kind == .equal, let oldStart = segment.oldStart else { continue }
            while right < leaf.cells.count, leaf.cells[right].bar < segment.range.lowerBound { right += 1 }
            while right < leaf.cells.count, leaf.cells[right].bar < segment.range.upperBound {
                let bar = leaf.cells[right].bar - segment.range.lowerBound + oldStart
                while left < old.cells.count, old.cells[left].bar < bar { left += 1 }
                if left < old.cells.count, old.cells[left].bar == bar { partners[right] = left }
                right += 1
            }
        }
        if leaf.cells.count == old.cells.count, partners.allSatisfy({ $0 < 0 }) { return Array(leaf.cells.indices) }
        return partners
    }

    /// Gives each cell the stretches that stand in it.
    private mutating func handOut(_ edit: LeafEdit, _ leaf: ArticleLeaf) {
        var ofOld = [Int](repeating: 0, count: old.cells.count)
        var ofNew = [Int](repeating: 0, count: leaf.cells.count)
        for (index, cell) in order.enumerated() {
            if let old = cell.old { ofOld[old] = index }
            if let new = cell.new { ofNew[new] = index }
        }
        var (left, right) = (0, 0)
        for segment in edit.segments {
            if segment.kind == .deleted, edit.side == .new {
                add(segment, old.cells, ofOld, &left)
            } else {
                add(segment, leaf.cells, ofNew, &right)
            }
        }
    }

    private mutating func add(_ segment: LeafEdit.Segment, _ cells: [ArticleLeaf.Cell], _ places: [Int], _ next: inout Int) {
        while next < cells.count {
            let part = cells[next].range.clamped(to: segment.range)
            if !part.isEmpty {
                let oldStart = segment.oldStart.map { $0 + part.lowerBound - segment.range.lowerBound }
                order[places[next]].segments.append(LeafEdit.Segment(kind: segment.kind, range: part, oldStart: oldStart))
            }
            guard cells[next].bar < segment.range.upperBound else { return }
            next += 1
        }
    }
}
