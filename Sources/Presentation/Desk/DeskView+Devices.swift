import Wording

/// By what a person comes in: sessions, access tokens, keys.
extension DeskView {
    /// A browser that is logged in.
    package struct SessionLine: Sendable {
        let handle: String
        let agent: String
        let address: String?
        let begun: Int
        let lastSeen: Int
        let isThis: Bool

        /// - Parameters:
        ///   - handle: names it in forms; no secret.
        ///   - agent: what the browser calls itself.
        ///   - address: where it came from.
        ///   - begun, lastSeen: Unix.
        ///   - isThis: the one that asks.
        package init(handle: String, agent: String, address: String?, begun: Int, lastSeen: Int, isThis: Bool) {
            self.handle = handle
            self.agent = agent
            self.address = address
            self.begun = begun
            self.lastSeen = lastSeen
            self.isThis = isThis
        }
    }

    /// Where a person is logged in.
    package static func sessions(
        _ lines: [SessionLine], csrf: String, problem: ProblemView? = nil, in context: ViewContext
    ) -> DeskView {
        let (words, urls) = (context.words, context.urls)
        var desk = settings(.sessions, problem: problem, in: context)
        desk.lede = SentenceView("sessions.what", in: context)
        let rows = lines.map { line in
            let title = DeviceName(agent: line.agent).text(words)
            var facts = [
                SentenceView("sessions.lastSeen", ["time": .time(Moment(seconds: line.lastSeen, in: context))], in: context),
                SentenceView("sessions.begun", ["time": .time(Moment(seconds: line.begun, in: context))], in: context),
            ]
            if let address = line.address {
                facts.append(SentenceView("sessions.from", ["address": .code(address)], in: context))
            }
            let end = RowAction(
                words.text("sessions.end"), about: title, action: urls.settings(.sessions), csrf: csrf,
                hidden: [HiddenField("session", line.handle)])
            return LedgerRow(
                title: title, marks: line.isThis ? [words.text("sessions.this")] : [], facts: facts, actions: line.isThis ? [] : [end])
        }
        desk.ledgers = [Ledger(heading: words.text("sessions.list"), rows: rows, empty: words.text("sessions.empty"))]
        guard lines.contains(where: { !$0.isThis }) else { return desk }
        desk.forms = [
            FormPanel(action: urls.settings(.sessions, "others"), csrf: csrf, button: words.text("sessions.endOthers"), weight: .quiet)
        ]
        return desk
    }

    /// A token for programs.
    package struct TokenLine: Sendable {
        let id: Int64
        let name: String
        let scope: String
        let created: Int
        let expires: Int
        let lastUsed: Int?
        let isOver: Bool

        /// - Parameters:
        ///   - scope: a wording key below `scope.`
        ///   - created, expires, lastUsed: Unix; nil where it never was.
        ///   - isOver: it has expired.
        package init(id: Int64, name: String, scope: String, created: Int, expires: Int, lastUsed: Int?, isOver: Bool) {
            self.id = id
            self.name = name
            self.scope = scope
            self.created = created
            self.expires = expires
            self.lastUsed = lastUsed
            self.isOver = isOver
        }
    }

    /// What somebody has filled in for a new token.
    package struct TokenDraft: Sendable {
        /// Its name.
        package var name: String
        /// Its scope.
        package var scope: String
        /// In how many days it ends.
        package var days: String

        package init(name: String = "", scope: String = "write", days: String = "90") {
            self.name = name
            self.scope = scope
            self.days = days
        }
    }

    /// Access tokens.
    /// - Parameters:
    ///   - scopes: those that this account may give, by their wording keys.
    ///   - asksPassword: false for whoever has none; asked for where a token may administer.
    ///   - secret: the token that was made just now.
    package static func tokens(
        _ lines: [TokenLine], draft: TokenDraft = TokenDraft(), scopes: [String], asksPassword: Bool,
        secret: (name: String, token: String)? = nil, csrf: String, problem: ProblemView? = nil, in context: ViewContext
    ) -> DeskView {
        let (words, urls) = (context.words, context.urls)
        var desk = settings(.tokens, problem: problem, in: context)
        desk.lede = SentenceView("tokens.what", in: context)
        desk.secret = secret.map {
            SecretView(heading: words.text("tokens.made"), what: words.text("tokens.shownOnce"), items: [($0.name, $0.token)])
        }
        desk.form = FormPanel(
            action: urls.settings(.tokens), csrf: csrf, heading: words.text("tokens.new"),
            fields: tokenFields(draft, scopes, words) + (asksPassword && scopes.contains("admin") ? [passwordForAdmin(words)] : []),
            button: words.text("tokens.button"))
        let rows = lines.map { tokenRow($0, csrf: csrf, in: context) }
        desk.ledgers = [Ledger(heading: words.text("tokens.list"), rows: rows, empty: words.text("tokens.empty"))]
        return desk
    }

    /// A field that only one of the scopes needs.
    private static func passwordForAdmin(_ words: Phrasebook) -> FormField {
        FormField(
            "current", label: words.text("settings.currentPassword"), control: .line(.password), hint: words.text("tokens.passwordHint"),
            autocomplete: .currentPassword)
    }

    private static func tokenFields(_ draft: TokenDraft, _ scopes: [String], _ words: Phrasebook) -> [FormField] {
        [
            FormField(
                "name", label: words.text("tokens.name"), value: draft.name, hint: words.text("tokens.nameHint"), autocomplete: .off,
                isRequired: true, longest: 100),
            FormField(
                "scope", label: words.text("tokens.scope"),
                control: .choice(scopes.map { FormChoice($0, label: words.text("scope.\($0)")) }), value: draft.scope),
            FormField(
                "days", label: words.text("tokens.expires"),
                control: .choice(["30", "90", "365", "1825"].map { FormChoice($0, label: words.text("tokens.days\($0)")) }),
                value: draft.days),
        ]
    }

    private static func tokenRow(_ line: TokenLine, csrf: String, in context: ViewContext) -> LedgerRow {
        let words = context.words
        func time(_ seconds: Int) -> [String: SentenceValue] { ["time": .date(Moment(seconds: seconds, in: context))] }
        let facts = [
            SentenceView(said: words.text("scope.\(line.scope)")),
            line.lastUsed.map { SentenceView("tokens.lastUsed", ["time": .time(Moment(seconds: $0, in: context))], in: context) }
                ?? SentenceView("tokens.neverUsed", in: context),
            SentenceView(line.isOver ? "tokens.expired" : "tokens.expiresOn", time(line.expires), in: context),
            SentenceView("tokens.createdOn", time(line.created), in: context),
        ]
        let revoke = RowAction(
            words.text("tokens.revoke"), about: line.name, action: context.urls.settings(.tokens, "revoke"), csrf: csrf,
            hidden: [HiddenField("token", String(line.id))])
        return LedgerRow(title: line.name, marks: line.isOver ? [words.text("tokens.over")] : [], facts: facts, actions: [revoke])
    }
}
