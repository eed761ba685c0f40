import Wording

/// A form that asks before it changes something, and shows what will happen.
package struct ConfirmView: Screen {
    package static let template = "confirm"

    /// What is asked.
    package enum Question: String, Sendable, CaseIterable {
        /// Take one edit of a page back.
        case undo
        /// Take a whole commit back.
        case revert
        /// Bring an older revision back.
        case restore
        /// Delete a page.
        case delete
        /// Bring a deleted page back.
        case bringBack
    }

    private let own: [String: TemplateValue]
    private let hidden: [(name: String, value: String)]
    private let changes: [FileChangeView]
    private let diff: DiffBodyView?
    private let save: SaveFields
    private let problem: ProblemView?

    /// - Parameters:
    ///   - question: what is asked.
    ///   - title: the page's title, or the commit's first line.
    ///   - revision: the revision in question; its seven characters and its date stand in the sentence.
    ///   - action: where the form is sent.
    ///   - cancel: the way back.
    ///   - hidden: further fields, such as `base` and `revision`.
    ///   - diff: what will change on the page.
    ///   - changes: the same for several pages.
    ///   - detail: a further sentence, such as how many pages link here.
    package init(
        _ question: Question, title: String, revision: RevisionBrief? = nil, action: String, cancel: String,
        hidden: [(name: String, value: String)] = [], diff: DiffBodyView? = nil, changes: [FileChangeView] = [], detail: String? = nil,
        save: SaveFields, problem: ProblemView? = nil, in context: ViewContext
    ) {
        self.hidden = hidden
        self.changes = changes
        self.diff = diff
        self.save = save
        self.problem = problem
        let words = context.words
        let key = "confirm.\(question.rawValue)"
        let sentence = SentenceView(
            "\(key).what",
            [
                "title": .text(title), "id": .code(revision.map { String($0.id.prefix(7)) } ?? ""),
                "author": .people(revision?.people ?? []),
                "time": .date(Moment(seconds: revision?.seconds ?? 0, in: context)),
            ], in: context)
        own = [
            "heading": .text(raw: words.text("\(key).heading", ["title": .text(title)])),
            "sentence": .view(sentence),
            "safe": .text(raw: words.text("\(key).safe")),
            "button": .text(raw: words.text("\(key).button")),
            "detail": .text(raw: detail),
            "action": .text(raw: action),
            "cancelHref": .text(raw: cancel),
            "isGrave": .flag(question == .delete),
            "hasChanges": .flag(diff != nil || !changes.isEmpty),
        ]
    }

    package var styles: [String] { Self.workStyles }

    package var fields: [String: TemplateValue] {
        own.merging([
            "hidden": .list(hidden.map { .view(["name": .text(raw: $0.name), "value": .text(verbatim: Array($0.value.utf8))]) }),
            "diff": .view(diff), "changes": .views(changes), "save": .view(save), "problem": .view(problem),
        ]) { own, _ in own }
    }
}
