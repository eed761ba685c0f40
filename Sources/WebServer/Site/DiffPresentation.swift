import Presentation
import Prose

/// Turns differences into what screens show.
enum DiffPresentation {
    /// The most lines of one difference on a page; beyond, the page would be slower to read than the texts.
    private static let lineLimit = 4000

    static func body(_ diff: TextDiff, isSplit: Bool, in context: ViewContext) -> DiffBodyView {
        var notes = diff.notes.map(note)
        var left = lineLimit
        var hunks: [HunkView] = []
        for hunk in diff.hunks {
            guard left > 0 else { break }
            let rows = hunk.rows.prefix(left)
            left -= rows.count
            hunks.append(HunkView(oldStart: hunk.oldStart, newStart: hunk.newStart, lines: rows.map(line), isSplit: isSplit, in: context))
        }
        if left <= 0 { notes.append(.tooLarge) }
        return DiffBodyView(hunks: hunks, notes: notes, isSplit: isSplit, in: context)
    }

    private static func note(_ note: TextDiff.Note) -> DiffBodyView.Note {
        switch note {
        case .onlyLineEnds, .alsoLineEnds: .onlyLineEnds
        case .onlyLastNewline: .onlyLastNewline
        case .coarse: .coarse
        }
    }

    private static func line(_ row: DiffRow) -> DiffLine {
        switch row {
        case .same(let old, let new, let text): .same(old: old, new: new, text: text)
        case .removed(let old, let segments): .removed(old: old, marked(segments))
        case .added(let new, let segments): .added(new: new, marked(segments))
        case .changed(let old, let before, let new, let after): .changed(old: old, marked(before), new: new, marked(after))
        }
    }

    private static func marked(_ segments: [DiffSegment]) -> [MarkedText] {
        segments.map { MarkedText($0.text, isMarked: $0.isChanged) }
    }
}
