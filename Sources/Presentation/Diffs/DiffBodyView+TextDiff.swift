package import Prose

/// From a computed difference to one on the page.
extension DiffBodyView {
    /// The most lines of one difference on a page; beyond, it would be slower to read than the texts.
    private static let lineLimit = 4000

    /// - Parameters:
    ///   - diff: the difference of two texts.
    ///   - isSplit: side by side.
    package init(_ diff: TextDiff, isSplit: Bool = false, in context: ViewContext) {
        var left = Self.lineLimit
        var hunks: [HunkView] = []
        for hunk in diff.hunks where left > 0 {
            let rows = hunk.rows.prefix(left)
            left -= rows.count
            hunks.append(
                HunkView(oldStart: hunk.oldStart, newStart: hunk.newStart, lines: rows.map(DiffLine.init), isSplit: isSplit, in: context))
        }
        self.init(hunks: hunks, notes: diff.notes.map(Note.init) + (left > 0 ? [] : [.tooLarge]), isSplit: isSplit, in: context)
    }
}

extension DiffLine {
    fileprivate init(_ row: DiffRow) {
        func marked(_ segments: [DiffSegment]) -> [MarkedText] { segments.map { MarkedText($0.text, isMarked: $0.isChanged) } }
        self =
            switch row {
            case .same(let old, let new, let text): .same(old: old, new: new, text: text)
            case .removed(let old, let segments): .removed(old: old, marked(segments))
            case .added(let new, let segments): .added(new: new, marked(segments))
            case .changed(let old, let before, let new, let after): .changed(old: old, marked(before), new: new, marked(after))
            }
    }
}

extension DiffBodyView.Note {
    fileprivate init(_ note: TextDiff.Note) {
        self =
            switch note {
            case .onlyLineEnds: .onlyLineEnds
            case .onlyLastNewline: .onlyLastNewline
            case .alsoLineEnds: .alsoLineEnds
            case .coarse: .coarse
            }
    }
}
