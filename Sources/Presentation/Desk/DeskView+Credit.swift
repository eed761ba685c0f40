package import Community
import WikiCore
import Wording

/// Whose words count for whom: addresses found in the history, and pushes that nobody has vouched for yet.
extension DeskView {
    /// An address that a person claims.
    package struct ClaimLine: Sendable {
        let address: String
        let isConfirmed: Bool

        package init(address: String, isConfirmed: Bool) {
            self.address = address
            self.isConfirmed = isConfirmed
        }
    }

    /// A push with people whom nobody has confirmed.
    package struct PushLine: Sendable {
        let id: Int64
        let pusher: String
        let time: Int
        let waiting: WaitingPeople
        let commits: Int
        let newest: String

        /// - Parameters:
        ///   - time: when it came, Unix.
        ///   - waiting: whom the click confirms.
        ///   - commits: how many commits came.
        ///   - newest: the full id of its newest commit.
        package init(id: Int64, pusher: String, time: Int, waiting: WaitingPeople, commits: Int, newest: String) {
            self.id = id
            self.pusher = pusher
            self.time = time
            self.waiting = waiting
            self.commits = commits
            self.newest = newest
        }
    }

    /// A person's addresses in the history, and pushes of their words by others.
    /// - Parameter asksPassword: false for whoever has none.
    package static func credit(
        _ claims: [ClaimLine], pushes: [PushLine], given: String = "", asksPassword: Bool, csrf: String,
        problem: ProblemView? = nil, in context: ViewContext
    ) -> DeskView {
        let (words, urls) = (context.words, context.urls)
        var desk = settings(.credit, problem: problem, in: context)
        desk.lede = SentenceView("claims.what", in: context)
        desk.form = FormPanel(
            action: urls.settings(.credit), csrf: csrf,
            fields: [
                FormField(
                    "email", label: words.text("claims.email"), control: .line(.email), value: given, hint: words.text("claims.hint"),
                    autocomplete: .off, isRequired: true, longest: 254)
            ] + (asksPassword ? [currentPassword(words)] : []), button: words.text("claims.button"))
        let rows = claims.map { claim in
            LedgerRow(title: "", code: claim.address, marks: [words.text(claim.isConfirmed ? "claims.confirmed" : "claims.waiting")])
        }
        desk.ledgers = [Ledger(heading: words.text("claims.list"), rows: rows, empty: words.text("claims.empty"))]
        if !claims.isEmpty { desk.forms = [releaseForm(claims, asksPassword: asksPassword, csrf: csrf, in: context)] }
        guard !pushes.isEmpty else { return desk }
        desk.ledgers.append(pushLedger(pushes, action: urls.settings(.credit, "confirm"), csrf: csrf, in: context))
        return desk
    }

    private static func releaseForm(_ claims: [ClaimLine], asksPassword: Bool, csrf: String, in context: ViewContext) -> FormPanel {
        let words = context.words
        let which = FormField(
            "email", id: "field-release", label: words.text("claims.which"),
            control: .choice(claims.map { FormChoice($0.address, label: $0.address) }))
        return FormPanel(
            action: context.urls.settings(.credit, "release"), csrf: csrf, heading: words.text("claims.releaseHeading"),
            fields: [which] + (asksPassword ? [currentPassword(words, id: "field-release-current")] : []),
            button: words.text("claims.release"), weight: .quiet)
    }

    /// An address that waits for an admin's word.
    package struct WaitingClaim: Sendable {
        let name: String
        let displayName: String
        let address: String

        package init(name: String, displayName: String, address: String) {
            self.name = name
            self.displayName = displayName
            self.address = address
        }
    }

    /// All pushes and addresses that wait, for those who may vouch for others.
    /// - Parameter claims: for admins alone.
    package static func credits(
        _ pushes: [PushLine], claims: [WaitingClaim], pages: AdminPages, csrf: String, problem: ProblemView? = nil, in context: ViewContext
    ) -> DeskView {
        var desk = administration(.credits, pages, problem: problem, in: context)
        desk.lede = SentenceView("credits.what", in: context)
        desk.ledgers = [pushLedger(pushes, action: context.urls.adminCredits, csrf: csrf, in: context)]
        if !claims.isEmpty { desk.ledgers.append(claimLedger(claims, csrf: csrf, in: context)) }
        return desk
    }

    private static func claimLedger(_ claims: [WaitingClaim], csrf: String, in context: ViewContext) -> Ledger {
        let words = context.words
        let rows = claims.map { claim in
            LedgerRow(
                title: claim.name, person: PersonView(name: claim.displayName, in: context), href: context.urls.adminPerson(claim.name),
                code: claim.address,
                actions: [
                    RowAction(
                        words.text("credits.confirm"), about: claim.address, action: context.urls.adminPerson(claim.name, "address"),
                        csrf: csrf, hidden: [HiddenField("email", claim.address)], isMain: true)
                ])
        }
        return Ledger(heading: words.text("credits.claims"), rows: rows, empty: "")
    }

    private static func pushLedger(_ pushes: [PushLine], action: String, csrf: String, in context: ViewContext) -> Ledger {
        let words = context.words
        let rows = pushes.map { push in
            let newest = SentenceValue.link(String(push.newest.prefix(7)), href: context.urls.commit(push.newest))
            let facts = [
                SentenceView("credits.pushed", ["time": .time(Moment(seconds: push.time, in: context))], in: context),
                SentenceView("credits.commits", ["count": .number(push.commits)], in: context),
                SentenceView("credits.newest", ["commit": newest], in: context),
            ]
            let confirm = RowAction(
                words.text("credits.confirm"), about: words.text("credits.about", ["name": .text(push.pusher)]), action: action, csrf: csrf,
                hidden: [HiddenField("push", String(push.id)), HiddenField("people", push.waiting.mark)], isMain: true)
            return LedgerRow(
                title: "", person: PersonView(name: push.pusher, in: context), lines: lines(push.waiting, in: context), facts: facts,
                actions: [confirm])
        }
        return Ledger(heading: words.text("credits.list"), rows: rows, empty: words.text("credits.empty"))
    }

    /// Who gets the credit: git's name, which anybody types, beside the account, which nobody does.
    private static func lines(_ waiting: WaitingPeople, in context: ViewContext) -> [SentenceView] {
        let lines = waiting.people.map { person in
            let name = person.name.isEmpty ? context.words.text("credits.unnamed") : person.name
            var values: [String: SentenceValue] = ["name": .text(name), "count": .number(person.commits)]
            guard let account = person.account else { return SentenceView("credits.forNobody", values, in: context) }
            values["account"] = .person(PersonView(name: account.displayName, in: context))
            values["login"] = .code(account.name)
            return SentenceView("credits.forAccount", values, in: context)
        }
        return waiting.hasMore ? lines + [SentenceView("credits.more", in: context)] : lines
    }
}
