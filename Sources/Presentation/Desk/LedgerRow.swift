/// One line of a list that somebody looks after: a session, a token, an account, an invitation, an entry of the audit.
package struct LedgerRow: TemplateView {
    private let own: [String: TemplateValue]
    private let facts: [SentenceView]
    private let person: PersonView?
    private let actions: [RowAction]

    /// - Parameters:
    ///   - title: what it is; empty where `person` says it.
    ///   - person: whom it is about.
    ///   - href: where more of it stands.
    ///   - code: a fingerprint, an address or an id, in monospace.
    ///   - text: people's own words about it.
    ///   - marks: its states in a word each.
    ///   - facts: the small print below.
    ///   - actions: what can be done about it.
    package init(
        title: String, person: PersonView? = nil, href: String? = nil, code: String? = nil, text: String? = nil, marks: [String] = [],
        facts: [SentenceView] = [], actions: [RowAction] = []
    ) {
        self.facts = facts
        self.person = person
        self.actions = actions
        own = [
            "title": .text(raw: title), "href": .text(raw: href), "code": .text(raw: code), "text": .text(raw: text),
            "marks": .list(marks.map { .text(raw: $0) }),
        ]
    }

    package var fields: [String: TemplateValue] {
        own.merging(["facts": .views(facts), "person": .view(person), "actions": .views(actions)]) { own, _ in own }
    }
}
