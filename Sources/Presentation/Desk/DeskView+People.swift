import Wording

/// The accounts of a wiki, for those who look after it.
extension DeskView {
    /// A screen of the administration, with the way to the others that this person may open.
    static func administration(
        _ page: AdminPages.Page, _ pages: AdminPages, problem: ProblemView?, in context: ViewContext
    ) -> DeskView {
        let words = context.words
        var desk = DeskView(heading: words.text("admin.\(page.rawValue).heading"))
        desk.overline = words.text("admin.overline")
        desk.problem = problem
        desk.nav = AdminPages.Page.allCases.filter(pages.pages.contains).map {
            LinkView(label: words.text("admin.\($0.rawValue).tab"), href: AdminPages.address(of: $0, context.urls), isCurrent: $0 == page)
        }
        return desk
    }

    /// An account as the list shows it.
    package struct PersonLine: Sendable {
        let name: String
        let displayName: String
        let role: String
        let state: String
        let created: Int
        let lastSeen: Int?
        let isInvited: Bool
        let email: String?

        /// - Parameters:
        ///   - role, state: wording keys below `role.` and `state.`
        ///   - created, lastSeen: Unix.
        ///   - isInvited: an invitation brought it here.
        ///   - email: for admins alone.
        package init(
            name: String, displayName: String, role: String, state: String, created: Int, lastSeen: Int?, isInvited: Bool = false,
            email: String? = nil
        ) {
            self.name = name
            self.displayName = displayName
            self.role = role
            self.state = state
            self.created = created
            self.lastSeen = lastSeen
            self.isInvited = isInvited
            self.email = email
        }
    }

    /// All accounts.
    /// - Parameters:
    ///   - query: what the list was narrowed to.
    ///   - after: the cursor for the next page.
    package static func people(
        _ lines: [PersonLine], query: String, total: Int, after: String?, isFirstPage: Bool, pages: AdminPages, in context: ViewContext
    ) -> DeskView {
        let (words, urls) = (context.words, context.urls)
        var desk = administration(.people, pages, problem: nil, in: context)
        desk.lede = SentenceView("people.total", ["count": .number(total)], in: context)
        let filter = FilterPanel(
            action: urls.adminPeople(),
            fields: [
                FormField("q", id: "people-q", label: words.text("people.search"), control: .line(.search), value: query, longest: 100)
            ],
            button: words.text("search.button"))
        let rows = lines.map { line in
            LedgerRow(
                title: line.name, person: PersonView(name: line.displayName, in: context), href: urls.adminPerson(line.name),
                marks: marks(line, words), facts: facts(line, in: context))
        }
        desk.ledgers = [
            Ledger(
                heading: words.text("people.list"), rows: rows, empty: words.text("people.empty"), filter: filter,
                more: after.map {
                    LinkView(label: words.text("pager.more"), href: urls.adminPeople(matching: query.isEmpty ? nil : query, after: $0))
                },
                first: isFirstPage ? nil : LinkView(label: words.text("pager.first"), href: urls.adminPeople()))
        ]
        return desk
    }

    private static func marks(_ line: PersonLine, _ words: Phrasebook) -> [String] {
        let role = words.text("role.\(line.role).name")
        return line.state == "active" ? [role] : [role, words.text("state.\(line.state)")]
    }

    private static func facts(_ line: PersonLine, in context: ViewContext) -> [SentenceView] {
        var facts = [
            SentenceView("people.since", ["time": .date(Moment(seconds: line.created, in: context))], in: context),
            line.lastSeen.map { SentenceView("people.lastSeen", ["time": .time(Moment(seconds: $0, in: context))], in: context) }
                ?? SentenceView("people.neverSeen", in: context),
        ]
        if line.isInvited { facts.append(SentenceView("people.invited", in: context)) }
        if let email = line.email { facts.append(SentenceView("people.email", ["address": .code(email)], in: context)) }
        return facts
    }

    /// What may be done about an account.
    package struct PersonRights: Sendable {
        /// Give it another role.
        package let setsRole: Bool
        /// Shut it out as a moderator, or let it in again.
        package let blocks: Bool
        /// Shut it out as an admin, or let it in again; make links for it; confirm its address.
        package let disables: Bool

        package init(setsRole: Bool, blocks: Bool, disables: Bool) {
            self.setsRole = setsRole
            self.blocks = blocks
            self.disables = disables
        }
    }

    /// One account and what can be done about it.
    /// - Parameters:
    ///   - roles: wording keys below `role.`, the lowest first.
    ///   - unconfirmedAddresses: those that it claims and has not proved.
    ///   - link: a one-time link that was made just now.
    package static func person(
        _ line: PersonLine, roles: [String], unconfirmedAddresses: [String], rights: PersonRights, link: String? = nil, pages: AdminPages,
        csrf: String, problem: ProblemView? = nil, in context: ViewContext
    ) -> DeskView {
        let (words, urls) = (context.words, context.urls)
        var desk = administration(.people, pages, problem: problem, in: context)
        desk.heading = line.displayName
        desk.facts =
            [
                FactView(words.text("person.account"), SentenceView(said: line.name)),
                FactView(words.text("person.state"), SentenceView(said: words.text("state.\(line.state)"))),
            ] + facts(line, in: context).map { FactView("", $0) }
        if let link {
            desk.secret = SecretView(
                heading: words.text("person.linkMade"), what: words.text("person.linkShownOnce"),
                items: [(words.text("person.link"), link)])
        }
        if rights.setsRole {
            desk.form = FormPanel(
                action: urls.adminPerson(line.name, "role"), csrf: csrf,
                fields: [
                    FormField(
                        "role", label: words.text("person.role"),
                        control: .choice(roles.map { FormChoice($0, label: words.text("role.\($0).what")) }), value: line.role)
                ], button: words.text("person.setRole"))
        }
        if rights.disables, !unconfirmedAddresses.isEmpty {
            desk.ledgers = [addressLedger(unconfirmedAddresses, of: line.name, csrf: csrf, in: context)]
        }
        desk.forms = stateForms(line, rights, csrf: csrf, in: context)
        desk.also = [LinkView(label: words.text("person.allEdits"), href: urls.adminEdits(account: line.name))]
        return desk
    }

    private static func addressLedger(_ addresses: [String], of name: String, csrf: String, in context: ViewContext) -> Ledger {
        let words = context.words
        let rows = addresses.map { address in
            LedgerRow(
                title: "", code: address, marks: [words.text("claims.waiting")],
                actions: [
                    RowAction(
                        words.text("person.confirmAddress"), about: address, action: context.urls.adminPerson(name, "address"), csrf: csrf,
                        hidden: [HiddenField("email", address)])
                ])
        }
        return Ledger(heading: words.text("person.addresses"), rows: rows, empty: "")
    }

    private static func stateForms(_ line: PersonLine, _ rights: PersonRights, csrf: String, in context: ViewContext) -> [FormPanel] {
        let (words, urls) = (context.words, context.urls)
        func form(_ state: String, _ key: String, _ weight: FormPanel.Weight) -> FormPanel {
            FormPanel(
                action: urls.adminPerson(line.name, "state"), csrf: csrf, lede: SentenceView("person.\(key)What", in: context),
                hidden: [HiddenField("state", state)], button: words.text("person.\(key)"), weight: weight)
        }
        var forms: [FormPanel] = []
        if rights.disables, line.state == "active" {
            forms.append(
                FormPanel(
                    action: urls.adminPerson(line.name, "link"), csrf: csrf, lede: SentenceView("person.makeLinkWhat", in: context),
                    button: words.text("person.makeLink"), weight: .quiet))
        }
        switch line.state {
        case "active":
            if rights.blocks { forms.append(form("blocked", "block", .quiet)) }
            if rights.disables { forms.append(form("disabled", "disable", .quiet)) }
        case "blocked":
            if rights.blocks { forms.append(form("active", "unblock", .quiet)) }
        case "disabled":
            if rights.disables { forms.append(form("active", "enable", .quiet)) }
        default: break
        }
        return forms
    }
}
