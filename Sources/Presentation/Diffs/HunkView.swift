import Wording

/// A stretch of a difference with its surrounding lines.
package struct HunkView: TemplateView {
    private let oldStart: Int
    private let newStart: Int
    private let lines: [DiffLine]
    private let isSplit: Bool
    private let heading: String

    /// - Parameters:
    ///   - oldStart: the first line's number before.
    ///   - newStart: the first line's number after.
    ///   - lines: in order.
    ///   - isSplit: side by side instead of one below the other.
    package init(oldStart: Int, newStart: Int, lines: [DiffLine], isSplit: Bool = false, in context: ViewContext) {
        self.oldStart = oldStart
        self.newStart = newStart
        self.lines = lines
        self.isSplit = isSplit
        heading = context.words.text("diff.hunk", ["line": .number(max(newStart, 1))])
    }

    package var fields: [String: TemplateValue] {
        [
            "heading": .text(raw: heading),
            "isSplit": .flag(isSplit),
            "rows": .views(isSplit ? [] : lines.flatMap(DiffRowView.unified)),
            "pairs": .views(isSplit ? lines.map(DiffRowView.split) : []),
        ]
    }
}
