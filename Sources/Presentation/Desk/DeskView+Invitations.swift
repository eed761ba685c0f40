import Wording

/// Inviting people, and who has come.
extension DeskView {
    /// An invitation in the list.
    package struct InvitationLine: Sendable {
        /// What has become of it.
        package enum State: String, Sendable {
            case waiting, accepted, expired, revoked
        }

        let id: Int64
        let address: String?
        let role: String
        let state: State
        let account: String?
        let by: String?
        let made: Int
        let expires: Int

        /// - Parameters:
        ///   - address: whom it is for; nil for whoever has the link, and where the address was dropped after a while.
        ///   - role: a wording key below `role.`
        ///   - account: the name under which the person came.
        ///   - by: who invited.
        ///   - made, expires: Unix.
        package init(
            id: Int64, address: String?, role: String, state: State, account: String?, by: String?, made: Int, expires: Int
        ) {
            self.id = id
            self.address = address
            self.role = role
            self.state = state
            self.account = account
            self.by = by
            self.made = made
            self.expires = expires
        }
    }

    /// What somebody has filled in for new invitations.
    package struct InvitationDraft: Sendable {
        /// Addresses, however they are parted.
        package var addresses: String
        /// The role they shall get.
        package var role: String
        /// In how many days they end.
        package var days: String
        /// A line of one's own.
        package var note: String

        package init(addresses: String = "", role: String = "contributor", days: String = "14", note: String = "") {
            self.addresses = addresses
            self.role = role
            self.days = days
            self.note = note
        }
    }

    /// The form that invites, and all invitations.
    /// - Parameters:
    ///   - roles: those that this person may give.
    ///   - sendsMail: false where links are to be copied.
    ///   - links: those that were made just now, to hand on.
    ///   - after: the cursor for the next page.
    package static func invitations(
        _ lines: [InvitationLine], draft: InvitationDraft = InvitationDraft(), roles: [String], sendsMail: Bool,
        links: [(address: String, link: String)] = [], after: String? = nil, isFirstPage: Bool = true, pages: AdminPages, csrf: String,
        problem: ProblemView? = nil, in context: ViewContext
    ) -> DeskView {
        let (words, urls) = (context.words, context.urls)
        var desk = administration(.invitations, pages, problem: problem, in: context)
        desk.lede = SentenceView(sendsMail ? "invitations.byMail" : "invitations.byLink", in: context)
        if !links.isEmpty {
            desk.secret = SecretView(
                heading: words.text("invitations.links"), what: words.text("invitations.shownOnce"),
                items: links.map { ($0.address, $0.link) })
        }
        desk.form = FormPanel(
            action: urls.adminInvitations(), csrf: csrf, fields: invitationFields(draft, roles, words),
            button: words.text(sendsMail ? "invitations.send" : "invitations.make"))
        desk.ledgers = [
            Ledger(
                heading: words.text("invitations.list"), rows: lines.map { invitationRow($0, csrf: csrf, in: context) },
                empty: words.text("invitations.empty"),
                more: after.map { LinkView(label: words.text("pager.older"), href: urls.adminInvitations(after: $0)) },
                first: isFirstPage ? nil : LinkView(label: words.text("pager.newest"), href: urls.adminInvitations()))
        ]
        return desk
    }

    private static func invitationFields(_ draft: InvitationDraft, _ roles: [String], _ words: Phrasebook) -> [FormField] {
        [
            FormField(
                "addresses", label: words.text("invitations.addresses"), control: .text(rows: 5), value: draft.addresses,
                hint: words.text("invitations.addressesHint"), autocomplete: .off, isRequired: true),
            FormField(
                "role", label: words.text("invitations.role"),
                control: .choice(roles.map { FormChoice($0, label: words.text("role.\($0).what")) }), value: draft.role),
            FormField(
                "days", label: words.text("invitations.expires"),
                control: .choice(["3", "14", "60"].map { FormChoice($0, label: words.text("invitations.days\($0)")) }), value: draft.days),
            FormField(
                "note", label: words.text("invitations.note"), control: .text(rows: 2), value: draft.note,
                hint: words.text("invitations.noteHint"), autocomplete: .off, longest: 500),
        ]
    }

    private static func invitationRow(_ line: InvitationLine, csrf: String, in context: ViewContext) -> LedgerRow {
        let words = context.words
        func date(_ seconds: Int) -> SentenceValue { .date(Moment(seconds: seconds, in: context)) }
        let address = line.address ?? words.text("invitations.anybody")
        var facts = [
            line.by.map { SentenceView("invitations.invitedBy", ["name": .text($0), "time": date(line.made)], in: context) }
                ?? SentenceView("invitations.made", ["time": date(line.made)], in: context)
        ]
        if line.state == .waiting { facts.append(SentenceView("invitations.until", ["time": date(line.expires)], in: context)) }
        if let account = line.account {
            let link = SentenceValue.link(account, href: context.urls.adminPerson(account))
            facts.append(SentenceView("invitations.cameAs", ["name": link], in: context))
        }
        let revoke = RowAction(
            words.text("invitations.revoke"), about: address, action: context.urls.adminRevokeInvitation, csrf: csrf,
            hidden: [HiddenField("invitation", String(line.id))])
        return LedgerRow(
            title: address, marks: [words.text("invitations.\(line.state.rawValue)"), words.text("role.\(line.role).name")],
            facts: facts, actions: line.state == .waiting ? [revoke] : [])
    }
}
