import Wording

/// Ways into the wiki.
extension DeskView {
    /// The form for logging in.
    /// - Parameters:
    ///   - name: what was given already.
    ///   - next: where to go on to.
    ///   - isAskedFor: true where somebody was on the way to something else.
    ///   - offersRegistration: leads to the form for an account of one's own.
    package static func login(
        name: String = "", next: String, isAskedFor: Bool, offersRegistration: Bool, csrf: String, problem: ProblemView? = nil,
        in context: ViewContext
    ) -> DeskView {
        let (words, urls) = (context.words, context.urls)
        var desk = DeskView(heading: words.text("login.heading"))
        desk.lede = isAskedFor ? SentenceView("login.askedFor", in: context) : nil
        desk.problem = problem
        desk.form = FormPanel(
            action: urls.login(), csrf: csrf,
            fields: [
                FormField("name", label: words.text("login.name"), value: name, autocomplete: .username, isRequired: true, longest: 254),
                FormField(
                    "password", label: words.text("login.password"), control: .line(.password), autocomplete: .currentPassword,
                    isRequired: true),
            ], hidden: [HiddenField("next", next)], button: words.text("login.button"))
        desk.also = [LinkView(label: words.text("login.forgotten"), href: urls.forgotten)]
        if offersRegistration { desk.also.append(LinkView(label: words.text("login.register"), href: urls.register)) }
        return desk
    }

    /// The question before logging out: for whoever comes to its address, or pressed the button of a page that was too old.
    package static func logout(name: String, csrf: String, problem: ProblemView? = nil, in context: ViewContext) -> DeskView {
        let words = context.words
        var desk = DeskView(heading: words.text("logout.heading"))
        desk.problem = problem
        desk.lede = SentenceView("logout.what", ["name": .person(PersonView(name: name, in: context))], in: context)
        desk.form = FormPanel(
            action: context.urls.logout, csrf: csrf, button: words.text("logout.button"),
            cancel: LinkView(label: words.text("confirm.cancel"), href: context.urls.home))
        return desk
    }

    /// A few sentences and one step on.
    /// - Parameter sentences: finished words; the first stands out.
    package static func message(_ heading: String, _ sentences: [String], link: LinkView? = nil, problem: ProblemView? = nil) -> DeskView {
        var desk = DeskView(heading: heading)
        desk.problem = problem
        desk.lede = sentences.first.map(SentenceView.init(said:))
        desk.fine = Array(sentences.dropFirst())
        desk.link = link
        return desk
    }
}
