import Wording

/// Making an account, and getting back into one.
extension DeskView {
    /// What somebody has filled in so far.
    package struct RegistrationDraft: Sendable {
        /// The account name.
        package var name: String
        /// The name beside edits.
        package var displayName: String
        /// The e-mail address.
        package var email: String

        package init(name: String = "", displayName: String = "", email: String = "") {
            self.name = name
            self.displayName = displayName
            self.email = email
        }
    }

    /// The way by which somebody comes to an account.
    package enum RegistrationWay: Sendable {
        /// Anybody may make one.
        case open
        /// Somebody sent a link; the note is their own words.
        case invitation(secret: String, by: String?, note: String?)
        /// The first of all: whoever runs the server.
        case firstAdmin(secret: String)
    }

    /// The form that makes an account.
    package static func registration(
        _ way: RegistrationWay, draft: RegistrationDraft, siteName: String, csrf: String, problem: ProblemView? = nil,
        in context: ViewContext
    ) -> DeskView {
        let (words, urls) = (context.words, context.urls)
        let site: [String: SentenceValue] = ["site": .text(siteName)]
        var desk = DeskView(heading: words.text("register.heading"))
        desk.problem = problem
        var action = urls.register
        var asksAddress = true
        switch way {
        case .open: desk.lede = SentenceView("register.open", site, in: context)
        case .invitation(let secret, let host, let note):
            action = urls.invitation(secret)
            asksAddress = false
            let values = site.merging(["name": .person(PersonView(name: host ?? "", in: context))]) { $1 }
            desk.lede =
                host == nil ? SentenceView("register.invited", site, in: context) : SentenceView("register.invitedBy", values, in: context)
            if let note, !note.isEmpty {
                desk.facts = [FactView(words.text("register.note"), SentenceView(said: note))]
            }
        case .firstAdmin(let secret):
            action = urls.firstAdmin(secret)
            desk.lede = SentenceView("register.firstAdmin", site, in: context)
        }
        desk.form = FormPanel(
            action: action, csrf: csrf, fields: registrationFields(draft, asksAddress: asksAddress, words),
            button: words.text("register.button"),
            fine: [words.text("register.names")])
        if case .open = way { desk.also = [LinkView(label: words.text("register.login"), href: urls.login())] }
        return desk
    }

    private static func registrationFields(_ draft: RegistrationDraft, asksAddress: Bool, _ words: Phrasebook) -> [FormField] {
        var fields = [
            FormField(
                "name", label: words.text("register.name"), value: draft.name, hint: words.text("register.nameHint"),
                autocomplete: .username, isRequired: true, longest: 40),
            FormField(
                "displayName", label: words.text("register.displayName"), value: draft.displayName,
                hint: words.text("register.displayNameHint"), autocomplete: .name, longest: 100),
        ]
        if asksAddress {
            fields.append(
                FormField(
                    "email", label: words.text("register.email"), control: .line(.email), value: draft.email,
                    hint: words.text("register.emailHint"), autocomplete: .email, longest: 254))
        }
        fields.append(newPassword("password", label: words.text("register.password"), words))
        return fields
    }

    /// The field for a password to be.
    static func newPassword(_ name: String, label: String, _ words: Phrasebook) -> FormField {
        FormField(
            name, label: label, control: .line(.password), hint: words.text("register.passwordHint"), autocomplete: .newPassword,
            isRequired: true)
    }

    /// The form of somebody who has forgotten a password.
    /// - Parameter sendsMail: false where the wiki can send none, and an admin has to help.
    package static func forgotten(
        address: String = "", sendsMail: Bool, csrf: String, problem: ProblemView? = nil, in context: ViewContext
    ) -> DeskView {
        let words = context.words
        var desk = DeskView(heading: words.text("forgotten.heading"))
        desk.problem = problem
        desk.also = [LinkView(label: words.text("forgotten.login"), href: context.urls.login())]
        guard sendsMail else {
            desk.lede = SentenceView("forgotten.askAdmin", in: context)
            return desk
        }
        desk.lede = SentenceView("forgotten.what", in: context)
        desk.form = FormPanel(
            action: context.urls.forgotten, csrf: csrf,
            fields: [
                FormField("name", label: words.text("login.name"), value: address, autocomplete: .username, isRequired: true, longest: 254)
            ], button: words.text("forgotten.button"))
        return desk
    }

    /// The form behind a link that sets a new password.
    package static func reset(secret: String, csrf: String, problem: ProblemView? = nil, in context: ViewContext) -> DeskView {
        let words = context.words
        var desk = DeskView(heading: words.text("reset.heading"))
        desk.problem = problem
        desk.lede = SentenceView("reset.what", in: context)
        desk.form = FormPanel(
            action: context.urls.reset(secret), csrf: csrf, fields: [newPassword("password", label: words.text("reset.password"), words)],
            button: words.text("reset.button"))
        return desk
    }

    /// The question behind a link that confirms an address: links are opened by mail scanners too, so opening changes nothing.
    package static func confirmAddress(secret: String, csrf: String, problem: ProblemView? = nil, in context: ViewContext) -> DeskView {
        let words = context.words
        var desk = DeskView(heading: words.text("confirmAddress.heading"))
        desk.problem = problem
        desk.lede = SentenceView("confirmAddress.what", in: context)
        desk.form = FormPanel(action: context.urls.confirmAddress(secret), csrf: csrf, button: words.text("confirmAddress.button"))
        return desk
    }
}
