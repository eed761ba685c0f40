/// One line of a list that somebody looks after: a session, a token, an account, an invitation, an entry of the audit.
package struct LedgerRow: TemplateView {
    private let own: [String: TemplateValue]
    private let lines: [SentenceView]
    private let facts: [SentenceView]
    private let person: PersonView?
    private let actions: [RowAction]
    private let pick: RowPick?

    /// - Parameters:
    ///   - title: what it is; empty where `person` says it.
    ///   - person: whom it is about.
    ///   - href: where more of it stands.
    ///   - code: a fingerprint, an address or an id, in monospace.
    ///   - text: people's own words about it.
    ///   - lines: what belongs to it, one below the other.
    ///   - marks: its states in a word each.
    ///   - facts: the small print below.
    ///   - actions: what can be done about it.
    ///   - pick: the box by which a form takes it along.
    package init(
        title: String, person: PersonView? = nil, href: String? = nil, code: String? = nil, text: String? = nil,
        lines: [SentenceView] = [], marks: [String] = [], facts: [SentenceView] = [], actions: [RowAction] = [], pick: RowPick? = nil
    ) {
        self.lines = lines
        self.facts = facts
        self.person = person
        self.actions = actions
        self.pick = pick
        own = [
            "title": .text(raw: title), "href": .text(raw: href), "code": .text(raw: code), "text": .text(raw: text),
            "marks": .list(marks.map { .text(raw: $0) }), "hasLines": .flag(!lines.isEmpty),
        ]
    }

    package var fields: [String: TemplateValue] {
        own.merging([
            "lines": .views(lines), "facts": .views(facts), "person": .view(person), "actions": .views(actions), "pick": .view(pick),
        ]) { own, _ in own }
    }
}
