import Prose

/// Rows of tables, cell by cell.
extension RenderedDiffWriter {
    mutating func writeRow(_ edit: LeafEdit, _ leaf: ArticleLeaf, place: Int?) {
        writeTag(edit.side, leaf.row, classes: edit.className)
        let cells = RowCellPairs(edit, leaf, edit.counterpart.map { old.leaves[$0] })
        var (own, other) = (RunPlace(), RunPlace())
        var isFirst = true
        for cell in cells.order {
            let node = cell.new.map { leaf.cells[$0].node } ?? cell.old.map { (edit.side == .new ? cells.old : leaf).cells[$0].node } ?? 0
            let side: RenderedSide = cell.new == nil ? .old : edit.side
            let isLone = edit.side == .new && edit.counterpart != nil && (cell.new == nil || cell.old == nil)
            writeTag(side, node, classes: isLone ? (cell.new == nil ? "diff-deleted" : "diff-inserted") : nil)
            if isFirst { writeNotes(edit, leaf, place: place) }
            isFirst = false
            for segment in cell.segments where !isOverLimit {
                if segment.kind == .deleted, edit.side == .new {
                    writeRuns(.old, cells.old, segment, &other, isSilent: true)
                } else {
                    writeRuns(edit.side, leaf, segment, &own, isSilent: false)
                }
            }
            if let number = cell.new { writeSilent(edit.side, leaf, upTo: leaf.cells[number].range.upperBound, &own) }
            closeLine()
            writeEnd(side, node)
        }
        writeEnd(edit.side, leaf.row)
    }
}
