import Testing

/// Making an account oneself: never, by invitation, or freely.
@Suite("Registration")
struct RegistrationStories {
    private func person(_ name: String, _ password: String = RunningWiki.password, email: String = "") -> [String: String] {
        ["name": name, "displayName": "", "email": email, "password": password]
    }

    @Test(arguments: [
        ("", "Accounts come by invitation here."), ("registration: invitation\n", "Accounts come by invitation here."),
        ("registration: closed\n", "New accounts are not made here."),
    ])
    func notByOneself(setting: String, sentence: String) throws {
        let wiki = try RunningWiki(settings: "editing: accounts\n\(setting)")
        let eve = Visitor(wiki)
        let page = try eve.get("/-/register")
        #expect(page.status == 200 && page.html.plain.contains(sentence))
        #expect(try !eve.get("/-/login").html.addresses.contains("/-/register"))
        let fields = person("eve").map { ($0.key, $0.value) }
        #expect(try eve.press("/-/register", fields).html.plain.contains(sentence))
        #expect(try !eve.isKnown() && eve.login("eve").status == 403)
    }

    @Test func freely() throws {
        let wiki = try RunningWiki(settings: "editing: accounts\nregistration: open\n")
        let ada = Visitor(wiki)
        #expect(try ada.get("/-/login").html.addresses.contains("/-/register"))
        #expect(try ada.get("/-/register").html.plain.contains("stays there in every copy of this wiki"))
        for name in [
            "", "Ada", "1ada", "ada lovelace", "ada.", "a..a", "admin", "anonymous", "\u{430}da", "ada@home", "<b>",
            String(repeating: "a", count: 41),
        ] {
            let refused = try ada.fill("/-/register", person(name))
            #expect(refused.status == 422 && refused.html.tags.contains { $0["aria-invalid"] == "true" && $0["name"] == "name" }, "\(name)")
        }
        for password in ["", "seven77", "password", "12345678", "lovelace", "Lovelace"] {
            #expect(try ada.fill("/-/register", person("lovelace", password)).status == 422, "\(password)")
        }
        #expect(try ada.fill("/-/register", person("ada", email: "no address")).status == 422)
        let home = try ada.fills("/-/register", person("ada", email: "ada@example.org"))
        #expect(home.html.plain.contains("Welcome, ada"))
        try ada.saves("Bread", "Flour.\n")
        #expect(try wiki.git.run("log", "-1", "--format=%an").lines == ["ada"])
        #expect(try ada.get("/-/admin/people").status == 403)
        #expect(try ada.get("/-/register").location == "/-/settings")
    }

    @Test func whatIsTakenAndHowOften() throws {
        let wiki = try RunningWiki(settings: "editing: accounts\nregistration: open\n")
        try wiki.add("ada")
        let eve = Visitor(wiki)
        #expect(try eve.fill("/-/register", person("ada")).html.plain.contains("That name is taken, or was once."))
        #expect(try eve.post(WebForm(action: "/-/register", person("mallory").map { ($0.key, $0.value) })).status == 403)
        // Whether an address is known is told to its owner alone.
        let answers = try ["ada@example.org", "nobody@example.org"].enumerated().map { number, email in
            let visitor = Visitor(wiki)
            return try visitor.follow(try visitor.fill("/-/register", person("guest-\(number)", email: email)))
                .html.plain.replacing("guest-\(number)", with: "NAME")
        }
        #expect(answers[0] == answers[1])
        for number in 2...4 { #expect(try Visitor(wiki).fill("/-/register", person("guest-\(number)")).status == 303) }
        let refused = try Visitor(wiki).fill("/-/register", person("guest-5"))
        #expect(refused.status == 429 && refused["retry-after"] != nil)
        let elsewhere = Visitor(wiki)
        elsewhere.source = "127.0.0.2"
        #expect(try elsewhere.fill("/-/register", person("guest-6")).status == 303)
    }
}
