import Wording

/// Somebody in the list of people.
package struct PersonLine: TemplateView {
    private let person: PersonView
    private let facts: [SentenceView]
    private let isUnconfirmed: Bool

    /// - Parameters:
    ///   - address: what addresses call the person.
    ///   - living: words that stand today; nil leaves them out.
    ///   - seconds: the last edit, Unix.
    package init(
        name: String, address: String, edits: Int, living: Int? = nil, seconds: Int, isUnconfirmed: Bool = false, in context: ViewContext
    ) {
        person = PersonView(name: name, href: context.urls.person(address), in: context)
        let words = living.map { [SentenceView("contributors.words", ["count": .number($0)], in: context)] } ?? []
        facts =
            words + [
                SentenceView("person.edits", ["count": .number(edits)], in: context),
                SentenceView("contributors.last", ["time": .time(Moment(seconds: seconds, in: context))], in: context),
            ]
        self.isUnconfirmed = isUnconfirmed
    }

    package var fields: [String: TemplateValue] {
        ["person": .view(person), "facts": .views(facts), "isUnconfirmed": .flag(isUnconfirmed)]
    }
}
