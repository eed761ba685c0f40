import Wording

/// A person's own settings: what all their screens share, and the account itself.
extension DeskView {
    /// A screen of the settings, with the way to the others.
    static func settings(_ page: SiteURL.SettingsPage, problem: ProblemView?, in context: ViewContext) -> DeskView {
        let words = context.words
        var desk = DeskView(heading: words.text("settings.\(page.rawValue).heading"))
        desk.overline = words.text("settings.overline")
        desk.problem = problem
        desk.nav = SiteURL.SettingsPage.allCases.filter { $0 != .deletion }.map {
            LinkView(label: words.text("settings.\($0.rawValue).tab"), href: context.urls.settings($0), isCurrent: $0 == page)
        }
        return desk
    }

    /// What a person's own account is.
    package struct ProfileDraft: Sendable {
        /// The account name, which never changes.
        package let name: String
        /// The name beside edits.
        package let displayName: String
        /// A wording key below `role.`
        package let role: String
        /// When the account was made, Unix.
        package let created: Int
        /// The address that stands in commits.
        package let commitAddress: String
        /// Whether they stand in rankings; nil where the wiki has none.
        package let isRanked: Bool?

        package init(name: String, displayName: String, role: String, created: Int, commitAddress: String, isRanked: Bool? = nil) {
            self.name = name
            self.displayName = displayName
            self.role = role
            self.created = created
            self.commitAddress = commitAddress
            self.isRanked = isRanked
        }
    }

    /// The account itself: the name beside edits, and what it may do.
    package static func profile(_ draft: ProfileDraft, csrf: String, problem: ProblemView? = nil, in context: ViewContext) -> DeskView {
        let (words, urls) = (context.words, context.urls)
        var desk = settings(.profile, problem: problem, in: context)
        desk.form = FormPanel(
            action: urls.settings(), csrf: csrf,
            fields: [
                FormField(
                    "displayName", label: words.text("settings.profile.displayName"), value: draft.displayName,
                    hint: words.text("settings.profile.displayNameHint"), autocomplete: .name, isRequired: true, longest: 100)
            ] + (draft.isRanked.map { [ranking($0, words)] } ?? []), button: words.text("settings.profile.button"),
            fine: [words.text("register.names")])
        desk.facts = [
            FactView(words.text("settings.profile.name"), SentenceView(said: draft.name)),
            FactView(words.text("settings.profile.role"), SentenceView(said: words.text("role.\(draft.role).what"))),
            FactView(
                words.text("settings.profile.since"),
                SentenceView("settings.profile.sinceWhen", ["time": .date(Moment(seconds: draft.created, in: context))], in: context)),
            FactView(
                words.text("settings.profile.commits"),
                SentenceView("settings.profile.commitsAs", ["address": .code(draft.commitAddress)], in: context)),
        ]
        desk.also = [LinkView(label: words.text("settings.deletion.link"), href: urls.settings(.deletion))]
        return desk
    }

    private static func ranking(_ isRanked: Bool, _ words: Phrasebook) -> FormField {
        FormField(
            "ranking", label: words.text("settings.profile.ranking"),
            control: .choice([
                FormChoice("in", label: words.text("settings.profile.ranked")),
                FormChoice("out", label: words.text("settings.profile.unranked")),
            ]), value: isRanked ? "in" : "out", hint: words.text("settings.profile.rankingHint"))
    }

    /// Another password.
    /// - Parameter hasPassword: false for whoever has none yet, and so is asked for none.
    package static func password(
        hasPassword: Bool, csrf: String, problem: ProblemView? = nil, in context: ViewContext
    ) -> DeskView {
        let (words, urls) = (context.words, context.urls)
        var desk = settings(.password, problem: problem, in: context)
        desk.lede = SentenceView("settings.password.what", in: context)
        desk.form = FormPanel(
            action: urls.settings(.password), csrf: csrf,
            fields: (hasPassword ? [currentPassword(words)] : [])
                + [newPassword("password", label: words.text("settings.password.new"), words)],
            button: words.text("settings.password.button"))
        return desk
    }

    /// The e-mail address, and the one that commits carry.
    package struct AddressDraft: Sendable {
        /// Where letters go; nil where nothing was given.
        package let address: String?
        /// Whether that is proved.
        package let isConfirmed: Bool
        /// All that are proved.
        package let confirmed: [String]
        /// The one that commits carry; nil for the wiki's own.
        package let shown: String?

        package init(address: String?, isConfirmed: Bool, confirmed: [String], shown: String?) {
            self.address = address
            self.isConfirmed = isConfirmed
            self.confirmed = confirmed
            self.shown = shown
        }
    }

    /// The e-mail address, and which one commits carry.
    /// - Parameters:
    ///   - given: what was typed.
    ///   - asksPassword: false for whoever has none.
    package static func address(
        _ draft: AddressDraft, given: String? = nil, sendsMail: Bool, asksPassword: Bool, csrf: String, problem: ProblemView? = nil,
        in context: ViewContext
    ) -> DeskView {
        let (words, urls) = (context.words, context.urls)
        var desk = settings(.address, problem: problem, in: context)
        if let address = draft.address {
            desk.lede = SentenceView(
                draft.isConfirmed ? "settings.address.confirmed" : "settings.address.unconfirmed", ["address": .code(address)], in: context)
        } else {
            desk.lede = SentenceView("settings.address.none", in: context)
        }
        let email = FormField(
            "email", label: words.text("settings.address.email"), control: .line(.email), value: given ?? draft.address ?? "",
            hint: words.text(sendsMail ? "settings.address.hint" : "settings.address.hintNoMail"), autocomplete: .email, isRequired: true,
            longest: 254)
        desk.form = FormPanel(
            action: urls.settings(.address), csrf: csrf, fields: [email] + (asksPassword ? [currentPassword(words)] : []),
            button: words.text("settings.address.button"))
        guard !draft.confirmed.isEmpty else { return desk }
        let choices = [FormChoice("", label: words.text("settings.address.own"))]
        desk.forms = [
            FormPanel(
                action: urls.settings(.address, "commits"), csrf: csrf, heading: words.text("settings.address.commits"),
                lede: SentenceView("settings.address.commitsWhat", in: context),
                fields: [
                    FormField(
                        "shown", label: words.text("settings.address.show"),
                        control: .choice(choices + draft.confirmed.map { FormChoice($0, label: $0) }), value: draft.shown ?? "")
                ], button: words.text("settings.address.commitsButton"), weight: .quiet)
        ]
        return desk
    }

    /// The account's end.
    /// - Parameter asksPassword: false for whoever has none.
    package static func deletion(
        name: String, asksPassword: Bool, csrf: String, problem: ProblemView? = nil, in context: ViewContext
    ) -> DeskView {
        let (words, urls) = (context.words, context.urls)
        var desk = settings(.deletion, problem: problem, in: context)
        desk.lede = SentenceView("settings.deletion.what", ["name": .text(name)], in: context)
        desk.form = FormPanel(
            action: urls.settings(.deletion), csrf: csrf, fields: asksPassword ? [currentPassword(words)] : [],
            button: words.text("settings.deletion.button"), weight: .grave,
            cancel: LinkView(label: words.text("confirm.cancel"), href: urls.settings()),
            fine: [words.text("register.names")])
        return desk
    }

    /// The field that proves that it is still the same person.
    /// - Parameter id: where two forms of a screen ask.
    static func currentPassword(_ words: Phrasebook, id: String? = nil) -> FormField {
        FormField(
            "current", id: id, label: words.text("settings.currentPassword"), control: .line(.password), autocomplete: .currentPassword,
            isRequired: true)
    }
}
