/// Unchanged blocks that are folded away, with what opens them.
struct FoldView: TemplateView {
    /// How many there are, in words.
    let summary: String
    /// The blocks, where they are small enough to be on the page.
    var rows: [DiffRowView] = []
    /// The address that shows them, where they are not.
    var href: String?

    var fields: [String: TemplateValue] {
        [
            "summary": .text(raw: summary), "isOpenable": .flag(!rows.isEmpty), "href": .text(raw: href),
            "rows": .list(rows.map { .view($0.fields(last: 0)) }),
        ]
    }
}
