import Wording

/// The rules for who may change which files, and what happened on the wiki.
extension DeskView {
    /// The text of the access rules.
    /// - Parameters:
    ///   - text: the YAML, as it stands or as somebody left it.
    ///   - base: the full id of the commit that it began from; empty where there are no rules yet.
    ///   - current: the rules as they stand, where somebody else changed them meanwhile.
    package static func access(
        text: [UInt8], base: String, current: [UInt8]? = nil, pages: AdminPages, csrf: String, problem: ProblemView? = nil,
        in context: ViewContext
    ) -> DeskView {
        let (words, urls) = (context.words, context.urls)
        var desk = administration(.access, pages, problem: problem, in: context)
        desk.lede = SentenceView("access.what", in: context)
        desk.form = FormPanel(
            action: urls.adminAccess, csrf: csrf,
            fields: [
                FormField(
                    "rules", label: words.text("access.rules"), control: .text(rows: 18, isCode: true),
                    value: String(decoding: text, as: UTF8.self), hint: words.text("access.hint"), autocomplete: .off),
                FormField(
                    "summary", label: words.text("edit.summary"), hint: words.text("edit.summaryHint"), autocomplete: .off, longest: 500),
            ], hidden: [HiddenField("base", base)], button: words.text("access.button"))
        desk.commands = [current].compactMap(\.self).map {
            CommandView(
                heading: words.text("access.current"), what: words.text("access.currentWhat"), command: String(decoding: $0, as: UTF8.self))
        }
        desk.also = [LinkView(label: words.text("access.help"), href: urls.help(Array("Guide/Access-Rules".utf8)))]
        return desk
    }

    /// Something that happened.
    package struct AuditLine: Sendable {
        let action: String
        let actor: String?
        let target: String?
        let detail: String?
        let address: String?
        let time: Int

        /// - Parameters:
        ///   - action: a wording key below `audit.action.`; one that has no words is shown as it is.
        ///   - actor: who did it; nil for strangers.
        ///   - target: whom or what it was done to.
        ///   - detail: more about it.
        ///   - address: from where.
        ///   - time: Unix.
        package init(action: String, actor: String?, target: String?, detail: String?, address: String?, time: Int) {
            self.action = action
            self.actor = actor
            self.target = target
            self.detail = detail
            self.address = address
            self.time = time
        }
    }

    /// What happened, the newest first.
    /// - Parameters:
    ///   - actor, action: what the list is narrowed to; empty for all.
    ///   - actions: all that there are.
    ///   - before: the cursor for the next page.
    ///   - authorship: for how many pages of how many it is known who wrote which words.
    package static func audit(
        _ lines: [AuditLine], actor: String, action: String, actions: [String], before: String?, isFirstPage: Bool, pages: AdminPages,
        authorship: (done: Int, pages: Int)? = nil, in context: ViewContext
    ) -> DeskView {
        let (words, urls) = (context.words, context.urls)
        var desk = administration(.audit, pages, problem: nil, in: context)
        if let authorship {
            let values: [String: SentenceValue] = ["done": .number(authorship.done), "count": .number(authorship.pages)]
            desk.facts = [FactView(words.text("audit.authorship"), SentenceView("audit.authorshipDone", values, in: context))]
        }
        desk.lede = SentenceView("audit.what", in: context)
        let all = FormChoice("", label: words.text("audit.all"))
        let filter = FilterPanel(
            action: urls.adminAudit(),
            fields: [
                FormField("actor", label: words.text("audit.actor"), value: actor, autocomplete: .off, longest: 100),
                FormField(
                    "action", label: words.text("audit.actionLabel"),
                    control: .choice([all] + actions.map { FormChoice($0, label: actionText($0, words)) }), value: action),
            ], button: words.text("audit.filter"))
        let rows = lines.map { line in
            var facts = [SentenceView(said: Moment(seconds: line.time, in: context).exact)]
            if let target = line.target { facts.append(SentenceView("audit.target", ["name": .text(target)], in: context)) }
            if let address = line.address { facts.append(SentenceView("sessions.from", ["address": .code(address)], in: context)) }
            return LedgerRow(
                title: actionText(line.action, words),
                person: PersonView(name: line.actor ?? words.text("audit.stranger"), in: context), text: line.detail, facts: facts)
        }
        desk.ledgers = [
            Ledger(
                heading: words.text("audit.list"), rows: rows, empty: words.text("audit.empty"), filter: filter,
                more: before.map {
                    LinkView(
                        label: words.text("pager.older"),
                        href: urls.adminAudit(
                            actor: actor.isEmpty ? nil : actor, action: action.isEmpty ? nil : action, before: $0))
                },
                first: isFirstPage ? nil : LinkView(label: words.text("pager.newest"), href: urls.adminAudit()))
        ]
        return desk
    }

    /// What an action is called: `login.failed` is said by `audit.action.login-failed`, since dots part keys.
    private static func actionText(_ action: String, _ words: Phrasebook) -> String {
        let key = "audit.action." + String(action.map { $0 == "." ? "-" : $0 })
        return words.has(key) ? words.text(key) : action
    }
}
