/// A row of a difference on the page: one line for the unified form, two halves for the form side by side.
struct DiffRowView: TemplateView {
    let fields: [String: TemplateValue]

    /// The rows of one line in the unified form: a changed line is its old one, then its new one.
    static func unified(_ line: DiffLine) -> [DiffRowView] {
        switch line {
        case .same(let old, let new, let text):
            [DiffRowView(fields: row("same", old: old, new: new, [MarkedText(text, isMarked: false)]))]
        case .removed(let old, let words): [DiffRowView(fields: row("removed", old: old, words))]
        case .added(let new, let words): [DiffRowView(fields: row("added", new: new, words))]
        case .changed(let old, let before, let new, let after):
            [DiffRowView(fields: row("removed", old: old, before)), DiffRowView(fields: row("added", new: new, after))]
        }
    }

    /// The row of one line in the form side by side.
    static func split(_ line: DiffLine) -> DiffRowView {
        switch line {
        case .same(let old, let new, let text):
            pair(row("same", old: old, [MarkedText(text, isMarked: false)]), row("same", new: new, [MarkedText(text, isMarked: false)]))
        case .removed(let old, let words): pair(row("removed", old: old, words), row("empty", []))
        case .added(let new, let words): pair(row("empty", []), row("added", new: new, words))
        case .changed(let old, let before, let new, let after): pair(row("removed", old: old, before), row("added", new: new, after))
        }
    }

    private static func pair(_ left: [String: TemplateValue], _ right: [String: TemplateValue]) -> DiffRowView {
        DiffRowView(fields: ["left": .view(left), "right": .view(right)])
    }

    private static func row(_ kind: String, old: Int? = nil, new: Int? = nil, _ words: [MarkedText]) -> [String: TemplateValue] {
        [
            "kind": .text(raw: kind),
            "isRemoved": .flag(kind == "removed"),
            "isAdded": .flag(kind == "added"),
            "old": old.map(TemplateValue.number) ?? .absent,
            "new": new.map(TemplateValue.number) ?? .absent,
            "words": .views(words),
        ]
    }
}
