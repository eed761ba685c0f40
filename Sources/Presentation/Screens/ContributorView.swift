import Wording

/// A contributor of one page with the number of their edits, or with the share of its words that is theirs.
package struct ContributorView: TemplateView {
    private let person: PersonView
    private let measure: String

    package init(name: String, href: String? = nil, edits: Int, in context: ViewContext) {
        person = PersonView(name: name, href: href, in: context)
        measure = context.words.text("person.edits", ["count": .number(edits)])
    }

    /// - Parameter share: of the words that stand in the page, 0 to 1.
    package init(name: String, href: String? = nil, share: Double, in context: ViewContext) {
        person = PersonView(name: name, href: href, in: context)
        measure = ShareText(share, in: context).text
    }

    package var fields: [String: TemplateValue] { ["person": .view(person), "measure": .text(raw: measure)] }
}
