import Wording

/// Edits, of which a moderator takes many back at once.
extension DeskView {
    /// Whose edits are listed.
    package enum EditsSubject: Sendable, Hashable {
        /// Somebody with an account, by its name.
        case account(String)
        /// Somebody without one.
        case name(String)

        var name: String {
            switch self {
            case .account(let name), .name(let name): name
            }
        }

        var hidden: HiddenField {
            switch self {
            case .account(let name): HiddenField("account", name)
            case .name(let name): HiddenField("name", name)
            }
        }

        func address(after: String? = nil, _ urls: SiteURL) -> String {
            switch self {
            case .account(let name): urls.adminEdits(account: name, after: after)
            case .name(let name): urls.adminEdits(name: name, after: after)
            }
        }
    }

    /// A commit in the list.
    package struct EditLine: Sendable {
        let id: String
        let title: String
        let author: String
        let authorHref: String
        let seconds: Int
        let summary: String
        let isMerge: Bool
        let isUnconfirmed: Bool
        let reason: String?

        /// - Parameters:
        ///   - id: the commit's full id.
        ///   - title: the pages that it changed.
        ///   - authorHref: where all edits of its author stand.
        ///   - seconds: Unix.
        ///   - isMerge: one of those, which are taken back with git.
        ///   - reason: why it was not taken back with the others.
        package init(
            id: String, title: String, author: String, authorHref: String, seconds: Int, summary: String, isMerge: Bool = false,
            isUnconfirmed: Bool = false, reason: String? = nil
        ) {
            self.id = id
            self.title = title
            self.author = author
            self.authorHref = authorHref
            self.seconds = seconds
            self.summary = summary
            self.isMerge = isMerge
            self.isUnconfirmed = isUnconfirmed
            self.reason = reason
        }
    }

    /// What came of taking many back.
    package struct UndoneEdits: Sendable {
        let undone: Int
        let idle: Int
        let left: [EditLine]
        let next: String?

        /// - Parameters:
        ///   - undone: how many were taken back.
        ///   - idle: how many had nothing left to take back.
        ///   - left: those that a person has to take back.
        ///   - next: the cursor from which on more of them wait; nil where all were looked at.
        package init(undone: Int, idle: Int, left: [EditLine], next: String? = nil) {
            self.undone = undone
            self.idle = idle
            self.left = left
            self.next = next
        }
    }

    private static let pickForm = "undo-picked"

    /// Edits with boxes to tick.
    /// - Parameters:
    ///   - subject: whose they are; nil for everybody's.
    ///   - undone: what the press before this did.
    ///   - after: the cursor for the next page.
    package static func edits(
        _ lines: [EditLine], of subject: EditsSubject?, undone: UndoneEdits? = nil, after: String?, isFirstPage: Bool, pages: AdminPages,
        csrf: String, problem: ProblemView? = nil, in context: ViewContext
    ) -> DeskView {
        let (words, urls) = (context.words, context.urls)
        var desk = administration(.edits, pages, problem: problem, in: context)
        if let subject { desk.heading = words.text("edits.of", ["name": .text(subject.name)]) }
        desk.lede = SentenceView("edits.what", in: context)
        func address(_ after: String?) -> String { subject?.address(after: after, urls) ?? urls.adminEdits(after: after) }
        let list = Ledger(
            heading: words.text("edits.list"), rows: lines.map { editRow($0, in: context) }, empty: words.text("edits.empty"),
            more: after.map { LinkView(label: words.text("pager.older"), href: address($0)) },
            first: isFirstPage ? nil : LinkView(label: words.text("pager.newest"), href: address(nil)))
        if let undone { desk.facts = facts(undone, in: context) }
        desk.ledgers = leftLedger(undone, in: context) + [list]
        if !lines.isEmpty {
            desk.forms = [
                FormPanel(
                    action: urls.adminEdits(), csrf: csrf, id: pickForm, heading: words.text("edits.picked"),
                    hidden: subject.map { [$0.hidden] } ?? [], button: words.text("edits.undoPicked"), fine: [words.text("edits.fine")])
            ]
        }
        if let subject { desk.forms.append(daysForm(subject, undone, csrf: csrf, in: context)) }
        if subject != nil { desk.also = [LinkView(label: words.text("edits.everybody"), href: urls.adminEdits())] }
        return desk
    }

    private static func facts(_ undone: UndoneEdits, in context: ViewContext) -> [FactView] {
        let words = context.words
        func fact(_ key: String, _ count: Int) -> FactView {
            FactView(words.text("edits.\(key)"), SentenceView("edits.count", ["count": .number(count)], in: context))
        }
        return [fact("undone", undone.undone)] + (undone.idle > 0 ? [fact("idle", undone.idle)] : [])
            + (undone.left.isEmpty ? [] : [fact("left", undone.left.count)])
    }

    /// What is left for a person, each with the way to its own form.
    private static func leftLedger(_ undone: UndoneEdits?, in context: ViewContext) -> [Ledger] {
        guard let left = undone?.left, !left.isEmpty else { return [] }
        let rows = left.map { line in
            LedgerRow(
                title: line.summary.isEmpty ? context.words.text("revision.noSummary") : line.summary,
                person: PersonView(name: line.author, href: line.authorHref, in: context), href: context.urls.revert(line.id),
                code: String(line.id.prefix(7)), text: line.reason)
        }
        return [Ledger(heading: context.words.text("edits.byHand"), rows: rows, empty: "")]
    }

    private static func editRow(_ line: EditLine, in context: ViewContext) -> LedgerRow {
        let words = context.words
        let marks = (line.isMerge ? ["merge"] : []) + (line.isUnconfirmed ? ["unconfirmed"] : [])
        return LedgerRow(
            title: line.title, person: PersonView(name: line.author, href: line.authorHref, in: context),
            href: context.urls.commit(line.id),
            code: String(line.id.prefix(7)), text: line.summary.isEmpty ? words.text("revision.noSummary") : line.summary,
            marks: marks.map { words.text("mark.\($0)") },
            facts: [SentenceView("edits.when", ["time": .time(Moment(seconds: line.seconds, in: context))], in: context)],
            pick: line.isMerge ? nil : RowPick(form: pickForm, name: "commit", value: line.id, about: line.title))
    }

    private static func daysForm(_ subject: EditsSubject, _ undone: UndoneEdits?, csrf: String, in context: ViewContext) -> FormPanel {
        let words = context.words
        let days = FormField(
            "days", label: words.text("edits.days"),
            control: .choice(["1", "7", "30"].map { FormChoice($0, label: words.text("edits.days\($0)")) }))
        let next = undone?.next.map { [HiddenField("before", $0)] } ?? []
        return FormPanel(
            action: context.urls.adminEdits(), csrf: csrf, heading: words.text("edits.all", ["name": .text(subject.name)]), fields: [days],
            hidden: [subject.hidden] + next, button: words.text(next.isEmpty ? "edits.undoAll" : "edits.goOn"), weight: .quiet,
            fine: next.isEmpty ? [] : [words.text("edits.more")])
    }
}
