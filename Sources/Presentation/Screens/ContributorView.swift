import Wording

/// A contributor of one page with the number of their edits.
package struct ContributorView: TemplateView {
    private let person: PersonView
    private let edits: String

    package init(name: String, href: String? = nil, edits: Int, in context: ViewContext) {
        person = PersonView(name: name, href: href, in: context)
        self.edits = context.words.text("person.edits", ["count": .number(edits)])
    }

    package var fields: [String: TemplateValue] { ["person": .view(person), "edits": .text(raw: edits)] }
}
