/// Makes the rows of a `DiffLayout`.
struct LayoutBuilder {
    private let diff: ProseDiff
    private let style: DiffLayout.Style
    private let isElided: Bool
    private(set) var rows: [LayoutRow] = []
    private(set) var count = 0

    init(_ diff: ProseDiff, style: DiffLayout.Style, isElided: Bool) {
        self.diff = diff
        self.style = style
        self.isElided = isElided
    }

    mutating func build(context: Int?, opened: Set<Int>) {
        let changes = diff.changes
        var place = 0
        while place < changes.count {
            let end = changes[place...].firstIndex { $0.isChange != changes[place].isChange } ?? changes.count
            if changes[place].isChange {
                addChanges(place..<end)
            } else {
                addUnchanged(place..<end, context: context, opened: opened)
            }
            place = end
        }
    }

    // MARK: What did not change

    private mutating func addUnchanged(_ run: Range<Int>, context: Int?, opened: Set<Int>) {
        let context = max(0, context ?? run.count)
        let before = run.lowerBound == 0 ? 0 : min(context, run.count)
        let after = run.upperBound == diff.changes.count ? 0 : min(context, run.count)
        let hidden = before + after < run.count ? run.lowerBound + before..<run.upperBound - after : run.upperBound..<run.upperBound
        for index in run.lowerBound..<hidden.lowerBound { addSame(index) }
        let head = tableHead(hidden, before: run.upperBound)
        addHidden(hidden.lowerBound..<head.lowerBound, opened: opened)
        for index in head { addSame(index) }
        addHidden(head.upperBound..<hidden.upperBound, opened: opened)
        for index in hidden.upperBound..<run.upperBound { addSame(index) }
    }

    private mutating func addHidden(_ hidden: Range<Int>, opened: Set<Int>) {
        let fold = folded(hidden)
        if fold.lines > 1, !opened.contains(hidden.lowerBound) {
            rows.append(LayoutRow(content: .folded(fold), number: nil))
        } else {
            for index in hidden { addSame(index) }
        }
    }

    /// The header of the table that goes on behind a hidden part, with its delimiter: cells say little without it.
    private func tableHead(_ hidden: Range<Int>, before end: Int) -> Range<Int> {
        guard end < diff.changes.count, row(end) != nil else { return hidden.upperBound..<hidden.upperBound }
        var index = end
        while index > hidden.lowerBound, row(index - 1) != nil, row(index) != .header { index -= 1 }
        guard hidden.contains(index), row(index) == .header else { return hidden.upperBound..<hidden.upperBound }
        return index..<min(hidden.upperBound, index + 2)
    }

    private func row(_ index: Int) -> ProseBlock.TableRow? {
        let change = diff.changes[index]
        let isOld = change.newBlocks.isEmpty
        let block = isOld ? diff.old.blocks[change.oldBlocks.lowerBound] : diff.new.blocks[change.newBlocks.lowerBound]
        if case .tableRow(let row) = block.kind { return row }
        return nil
    }

    private func folded(_ run: Range<Int>) -> FoldedPart {
        guard let first = run.first, let last = run.last else {
            return FoldedPart(changes: run, oldLines: 0..<0, newLines: 0..<0, oldRange: 0..<0, newRange: 0..<0)
        }
        func joined(_ one: Range<Int>, _ other: Range<Int>) -> Range<Int> { one.lowerBound..<other.upperBound }
        let (one, other) = (diff.changes[first], diff.changes[last])
        return FoldedPart(
            changes: run, oldLines: joined(diff.oldLines(of: one), diff.oldLines(of: other)),
            newLines: joined(diff.newLines(of: one), diff.newLines(of: other)),
            oldRange: joined(diff.oldRange(of: one), diff.oldRange(of: other)),
            newRange: joined(diff.newRange(of: one), diff.newRange(of: other)))
    }

    private mutating func addSame(_ index: Int) {
        switch style {
        case .unified: rows.append(LayoutRow(content: .block(cell(index, shows: .same)), number: nil))
        case .sideBySide: add(.pair(old: cell(index, shows: .old), new: cell(index, shows: .new)), number: nil)
        }
    }

    // MARK: What changed

    private mutating func addChanges(_ run: Range<Int>) {
        count += 1
        var number: Int? = count
        if style == .unified {
            for index in run {
                add(.block(cell(index, shows: .both)), number: number)
                number = nil
            }
            return
        }
        var place = run.lowerBound
        while place < run.upperBound {
            let gone = prefix(place..<run.upperBound) { $0 == .removed || $0 == .movedAway }
            let come = prefix(gone.upperBound..<run.upperBound) { $0 == .added || $0 == .moved }
            if gone.isEmpty, come.isEmpty {
                add(.pair(old: cell(place, shows: .old), new: cell(place, shows: .new)), number: number)
                place += 1
            }
            for offset in 0..<max(gone.count, come.count) {
                let left = offset < gone.count ? cell(gone.lowerBound + offset, shows: .old) : nil
                let right = offset < come.count ? come.lowerBound + offset : nil
                add(.pair(old: left, new: right.map { cell($0, shows: isMoved($0) ? .both : .new) }), number: number)
                number = nil
            }
            place = max(place, come.upperBound)
            number = nil
        }
    }

    private func isMoved(_ index: Int) -> Bool { diff.changes[index].kind == .moved }

    private func prefix(_ run: Range<Int>, _ isMember: (BlockChange.Kind) -> Bool) -> Range<Int> {
        var end = run.lowerBound
        while end < run.upperBound, isMember(diff.changes[end].kind) { end += 1 }
        return run.lowerBound..<end
    }

    private mutating func add(_ content: LayoutRow.Content, number: Int?) {
        rows.append(LayoutRow(content: content, number: number))
    }

    // MARK: Cells

    private enum Shown { case old, new, both, same }

    private func cell(_ index: Int, shows shown: Shown) -> LayoutCell {
        let change = diff.changes[index]
        var parts: [LayoutCell.Part] = []
        if change.kind == .movedAway {
            let range = diff.oldRange(of: change)
            parts = [.piece(DiffPiece(kind: .deleted, role: .text, oldRange: range, newRange: 0..<0))]
        }
        let isWhole = !isElided || !change.isChange || change.pieces.count < 2
        for piece in change.pieces {
            switch (piece.kind, shown) {
            case (.deleted, .new), (.inserted, .old), (.deleted, .same): continue
            case (.equal, _) where !isWhole: parts += elided(piece, in: change)
            default: parts.append(.piece(piece))
            }
        }
        return LayoutCell(
            change: index, parts: parts, oldLines: diff.oldLines(of: change), newLines: diff.newLines(of: change))
    }

    /// Less text than this is not left out, in bytes.
    private static let leastElided = 200

    /// Of a long equal stretch, the sentences at its ends.
    private func elided(_ piece: DiffPiece, in change: BlockChange) -> [LayoutCell.Part] {
        guard piece.newRange.count > LayoutBuilder.leastElided, piece.oldRange.count == piece.newRange.count else { return [.piece(piece)] }
        let cuts = sentences(piece.newRange, isCode: diff.new.blocks[change.newBlocks.lowerBound].isCode)
        guard cuts.count >= 4 else { return [.piece(piece)] }
        let hidden = cuts[1].lowerBound..<cuts[cuts.count - 1].lowerBound
        guard hidden.count >= LayoutBuilder.leastElided else { return [.piece(piece)] }
        let lead = piece.oldRange.lowerBound - piece.newRange.lowerBound
        func part(_ range: Range<Int>) -> DiffPiece {
            DiffPiece(kind: .equal, role: .text, oldRange: range.lowerBound + lead..<range.upperBound + lead, newRange: range)
        }
        return [
            .piece(part(piece.newRange.lowerBound..<hidden.lowerBound)),
            .elided(oldRange: hidden.lowerBound + lead..<hidden.upperBound + lead, newRange: hidden, sentences: cuts.count - 2),
            .piece(part(hidden.upperBound..<piece.newRange.upperBound)),
        ]
    }

    private func sentences(_ range: Range<Int>, isCode: Bool) -> [Range<Int>] {
        guard isCode else { return Sentences.ranges(of: diff.new.text, in: range) }
        let (first, last) = (diff.new.line(at: range.lowerBound), diff.new.line(at: range.upperBound - 1))
        return (first...last).map { diff.new.lines.ranges[$0].clamped(to: range) }
    }
}
