import Prose
import Wording

/// Makes the rows of a difference for a page: which blocks, what is said of them, what is folded, and where it ends.
struct DiffRows {
    /// The most rows of one difference; beyond, it would be slower to read than the texts.
    private static let rowLimit = 4000
    /// Folded blocks of no more bytes than this are on the page all the same.
    private static let foldLimit = 16 << 10
    /// Those of one difference together.
    private static let allFolds = 128 << 10

    private let diff: ProseDiff
    private let choice: DiffChoice
    private let changesBefore: Int
    private let whole: String?
    private let words: Phrasebook
    private let marks: BlockMarks
    private var lastMarks: [BlockMark] = []
    private var knownMoves: Set<String> = []
    private var fold: (part: FoldedPart, rows: [DiffRowView])?

    /// Bytes of text that may still be shown.
    private(set) var bytesLeft: Int
    /// The rows.
    private(set) var rows: [DiffRowView] = []
    /// How many changes there are.
    private(set) var count = 0
    /// How many of them are shown.
    private(set) var shown = 0
    /// Whether something is not shown.
    private(set) var isCut = false

    init(
        _ diff: ProseDiff, _ choice: DiffChoice, changesBefore: Int, movesBefore: Int, whole: String?, most: Int, _ words: Phrasebook
    ) {
        (self.diff, self.choice, self.changesBefore, self.whole, self.words) = (diff, choice, changesBefore, whole, words)
        marks = BlockMarks(diff: diff, movesBefore: movesBefore, words: words)
        bytesLeft = most
    }

    /// Linear in what is shown.
    mutating func build() {
        let closed = layout(opened: [])
        count = closed.count
        // What is far from changes is worth a look only where there are changes.
        guard count > 0 || choice.isWhole else { return }
        var folds = smallFolds(closed)[...]
        for row in layout(opened: Set(folds.map(\.changes.lowerBound))).rows {
            guard rows.count < Self.rowLimit, bytesLeft > 0 else {
                isCut = true
                break
            }
            let places = Self.changes(of: row)
            if let place = places.first, let next = folds.first, next.changes.contains(place), fold == nil {
                fold = (next, [])
                folds.removeFirst()
            }
            if let part = fold?.part, let place = places.first, part.changes.contains(place) {
                let view = view(row, places)
                fold?.rows.append(view)
            } else {
                closeFold()
                rows.append(view(row, places))
            }
        }
        closeFold()
    }

    private func layout(opened: Set<Int>) -> DiffLayout {
        DiffLayout(
            diff, style: choice.form == .split ? .sideBySide : .unified, context: choice.isWhole ? nil : 1, opened: opened,
            isElided: !choice.isWhole)
    }

    private func smallFolds(_ layout: DiffLayout) -> [FoldedPart] {
        var left = Self.allFolds
        return layout.rows.compactMap { row in
            guard case .folded(let part) = row.content, part.newRange.count <= min(Self.foldLimit, left) else { return nil }
            left -= part.newRange.count
            return part
        }
    }

    private mutating func closeFold() {
        guard let fold else { return }
        rows.append(DiffRowView(fold: FoldView(summary: summary(fold.part), rows: fold.rows)))
        self.fold = nil
    }

    private func summary(_ part: FoldedPart) -> String { words.text("diff.folded", ["count": .number(part.blocks)]) }

    private static func changes(of row: LayoutRow) -> [Int] {
        switch row.content {
        case .block(let cell): [cell.change]
        case .pair(let old, let new): old?.change == new?.change ? [old?.change].compactMap(\.self) : [old, new].compactMap { $0?.change }
        case .folded: []
        }
    }

    private mutating func view(_ row: LayoutRow, _ places: [Int]) -> DiffRowView {
        let changes = places.map { diff.changes[$0] }
        var view = DiffRowView(number: row.number.map { $0 + changesBefore }, kind: DiffRowView.kind(changes))
        if row.number != nil { shown += 1 }
        switch row.content {
        case .folded(let part):
            view.fold = FoldView(summary: summary(part), href: whole)
        case .block(let cell):
            view.cells = [self.cell(cell, .both)]
        case .pair(let old, let new):
            view.cells = [self.cell(old, .old), self.cell(new, .new)]
        }
        bytesLeft -= view.cells.reduce(0) { $0 + $1.cost + 64 }
        view.marks = fresh(changes.flatMap { marks.marks(of: $0) }, isFirst: row.number != nil)
        return view
    }

    private func cell(_ cell: LayoutCell?, _ side: MarkedParts.Side) -> DiffCellView {
        DiffCellView(cell, of: diff, side: side, whole: whole, movesBefore: marks.movesBefore, words)
    }

    /// What need be said: not again what the row above says, and each end of a move has its name once.
    private mutating func fresh(_ marks: [BlockMark], isFirst: Bool) -> [BlockMark] {
        defer { lastMarks = marks }
        if !isFirst, marks == lastMarks { return [] }
        return marks.map { mark in
            guard let id = mark.id, !knownMoves.insert(id).inserted else { return mark }
            var repeated = mark
            repeated.id = nil
            return repeated
        }
    }
}
