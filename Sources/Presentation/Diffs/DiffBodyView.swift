import Wording

/// The difference itself, without the screen around it: in the diff view, a commit, a confirmation, a preview of changes.
package struct DiffBodyView: TemplateView {
    /// Why a difference has little or nothing to show.
    package enum Note: String, Sendable, CaseIterable {
        case onlyLineEnds, onlyLastNewline, alsoLineEnds, coarse, tooLarge, notText
    }

    private let hunks: [HunkView]
    private let notes: [String]
    private let isSplit: Bool

    /// - Parameters:
    ///   - hunks: made with the same `isSplit`.
    ///   - notes: what a reader should know besides.
    ///   - isSplit: side by side.
    package init(hunks: [HunkView], notes: [Note] = [], isSplit: Bool = false, in context: ViewContext) {
        self.hunks = hunks
        self.notes = notes.map { context.words.text("diff.note.\($0.rawValue)") }
        self.isSplit = isSplit
    }

    package var fields: [String: TemplateValue] {
        [
            "hunks": .views(hunks),
            "notes": .list(notes.map { .view(["text": .text(raw: $0)]) }),
            "isSplit": .flag(isSplit),
            "isEmpty": .flag(hunks.isEmpty && notes.isEmpty),
        ]
    }
}
