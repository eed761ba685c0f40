import Wording

/// A page on which somebody wrote, with how much of it is theirs.
package struct PersonPageLine: TemplateView {
    private let page: PageLink
    private let share: String

    /// - Parameter living: how many of their words stand there; none shows the number of edits instead.
    package init(path: [UInt8], title: String, edits: Int, living: Int, in context: ViewContext) {
        page = PageLink(path: path, title: title, in: context)
        share =
            living > 0
            ? context.words.text("profile.words", ["count": .number(living)])
            : context.words.text("person.edits", ["count": .number(edits)])
    }

    package var fields: [String: TemplateValue] { page.fields.merging(["share": .text(raw: share)]) { own, _ in own } }
}
