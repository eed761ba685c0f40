import Testing

/// Logging in: who gets in, what the others learn, and where it leads.
@Suite("Logging in")
struct LoginStories {
    private let wiki: RunningWiki

    init() throws {
        wiki = try RunningWiki(settings: "editing: accounts\n")
        try wiki.add("quince")
    }

    @Test func byNameOrByAddress() throws {
        for name in ["quince", "  QUINCE ", "quince@example.org", "Quince@EXAMPLE.org"] {
            let visitor = Visitor(wiki)
            let home = try visitor.follow(try visitor.login(name))
            #expect(home.html.plain.contains("Welcome, quince"), "\(name)")
            #expect(try visitor.isKnown())
        }
        for password in ["", " \(RunningWiki.password)", RunningWiki.password.uppercased(), String(RunningWiki.password.dropLast())] {
            #expect(try Visitor(wiki).login("quince", password).status == 403)
        }
    }

    @Test func anUnknownNameIsAnsweredLikeAWrongPassword() throws {
        let visitor = Visitor(wiki)
        func attempt(_ name: String) throws -> (status: Int, fields: Set<String>, text: String, time: Duration) {
            let form = try filled(visitor, name, "not the password")
            let start = ContinuousClock.now
            let answer = try visitor.post(form)
            let time = ContinuousClock.now - start
            return (answer.status, Set(answer.fields.map(\.name)), answer.text.replacing(name, with: "NAME"), time)
        }
        let known = try (1...4).map { _ in try attempt("quince") }
        let unknown = try (1...4).map { _ in try attempt("medlar") }
        #expect(known[0].status == 403 && known[0].text.contains("Name and password do not go together."))
        for (one, other) in zip(known, unknown) {
            #expect(one.status == other.status && one.fields == other.fields && one.text == other.text)
        }
        let times = (known.map(\.time).min() ?? .zero, unknown.map(\.time).min() ?? .zero)
        #expect(times.1 * 2 > times.0, "an unknown name costs a hash, too: \(times)")
    }

    private func filled(_ visitor: Visitor, _ name: String, _ password: String) throws -> WebForm {
        var form = try WebForm(try visitor.get("/-/login"))
        (form["name"], form["password"]) = (name, password)
        return form
    }

    /// How many wrong passwords are looked at for names until one is not.
    private func triesUntilRefused(_ visitor: Visitor, _ name: (Int) -> String) throws -> Int {
        for number in 1...110 where try visitor.login(name(number), "wrong").status == 429 { return number }
        return 111
    }

    @Test func passwordsCannotBeTriedOut() throws {
        try wiki.add("ben")
        let (ben, eve) = (Visitor(wiki), Visitor(wiki))
        try ben.logsIn("ben")
        #expect(try (11...12).contains(triesUntilRefused(eve) { _ in "quince" }))
        let right = try eve.login("quince")
        #expect(right.status == 429 && right["retry-after"] != nil, "the right password of a name that is closed")
        #expect(right.problem == "tooOften")
        #expect(try (11...12).contains(triesUntilRefused(eve) { _ in "medlar" }), "a name that nobody has is closed likewise")
        #expect(try (78...100).contains(triesUntilRefused(eve) { "name-\($0)" }), "a network has a bound of its own")
        let other = Visitor(wiki)
        #expect(try other.login("ben").status == 429)
        other.source = "127.0.0.2"
        #expect(try other.login("ben").status == 303, "another network")
        let owner = Visitor(wiki)
        owner.source = "127.0.0.2"
        #expect(try owner.login("quince").status == 303, "a stranger closes nobody's name but where the stranger is")
        #expect(try ben.isKnown(), "who is in stays in")
    }

    @Test func theFormIsThisBrowsersOwn() throws {
        let (ada, eve) = (Visitor(wiki), Visitor(wiki))
        let form = try filled(ada, "quince", RunningWiki.password)
        for (field, value) in [("Origin", "https://evil.example"), ("Origin", "null"), ("Sec-Fetch-Site", "cross-site")] {
            #expect(try ada.post(form, to: form.action, (field, value)).status == 403, "\(field) \(value)")
        }
        var foreign = form
        foreign["csrf"] = try eve.formToken()
        for token in [foreign["csrf"], nil, ""] {
            foreign["csrf"] = token
            let answer = try ada.post(foreign)
            #expect(answer.status == 403 && answer.problem == "staleDesk")
        }
        #expect(try ada.send("POST", "/-/login", [("Content-Type", "text/plain")], form.encoded).status == 415)
        #expect(try ada.get("/-/login?name=quince&password=several+quiet+words").status == 200, "no login by GET")
        #expect(try !ada.isKnown())
        #expect(try ada.post(form).status == 303)
    }

    /// Addresses that would lead away from the wiki.
    static let elsewhere = [
        "//evil.example", "/\\evil.example", "https://evil.example/", "/\t/evil.example", "javascript:alert(1)", "/..//evil.example",
        "/%2e%2e//evil.example", "/a\r\nSet-Cookie: a=b", "evil.example", "", " /Home", "/\u{E9}", "http:evil.example", "\\\\evil.example",
    ]

    @Test func whereItLeads() throws {
        for address in ["/Some/Page?rev=1&x=%20", "/-/settings/tokens", "/"] {
            let visitor = Visitor(wiki)
            let encoded = String(decoding: WebForm.encoded(Array(address.utf8)), as: UTF8.self)
            var form = try WebForm(try visitor.get("/-/login?next=\(encoded)"))
            #expect(form["next"] == address)
            (form["name"], form["password"]) = ("quince", RunningWiki.password)
            #expect(try visitor.post(form).location == address)
        }
        let known = Visitor(wiki)
        try known.logsIn("quince")
        for (number, address) in Self.elsewhere.enumerated() {
            let encoded = String(decoding: WebForm.encoded(Array(address.utf8)), as: UTF8.self)
            let visitor = Visitor(wiki)
            var form = try WebForm(try visitor.get("/-/login?next=\(encoded)"))
            #expect(form["next"] == "/", "\(address)")
            #expect(try known.get("/-/login?next=\(encoded)").location == "/", "\(address)")
            guard number.isMultiple(of: 3) else { continue }
            (form["name"], form["password"], form["next"]) = ("quince", RunningWiki.password, address)
            let entered = try visitor.post(form)
            #expect(entered.location == "/" && !entered.all("set-cookie").contains { $0.hasPrefix("a=") }, "\(address)")
        }
        let asked = try Visitor(wiki).get("/-/edit/Bread?x=1")
        #expect(try WebForm(try Visitor(wiki).follow(asked))["next"] == "/-/edit/Bread?x=1", "back to what was asked for")
    }

    @Test func cookiesOfASession() throws {
        let plain = Visitor(wiki)
        let plainCookies = try plain.get("/-/login").all("set-cookie") + plain.login("quince").all("set-cookie")
        expectAttributes(plainCookies, ["HttpOnly", "SameSite=Lax", "Path=/"])
        #expect(!plainCookies.contains { $0.contains("Secure") }, "without TLS a browser would not send it back")

        try wiki.stop()
        try wiki.place.write("wiki/stemma.yaml", "site:\n  url: https://wiki.example.org/\nediting: accounts\n")
        try wiki.start()
        let ada = Visitor(wiki)
        ada.host = "wiki.example.org"
        let chosen = ("Cookie", "__Host-stemma-session=\(String(repeating: "A", count: 43))")
        let asked = try ada.get("/-/login", chosen)
        let entered = try ada.login("quince")
        let cookies = asked.all("set-cookie") + entered.all("set-cookie")
        expectAttributes(cookies, ["Secure", "HttpOnly", "SameSite=Lax", "Path=/"])
        #expect(cookies.allSatisfy { $0.hasPrefix("__Host-") && !$0.contains("Domain") })
        let first = try #require(ada.cookies["__Host-stemma-session"])
        #expect(first.utf8.count >= 22 && first != String(repeating: "A", count: 43), "128 bits, and not those that a stranger chose")
        #expect(try Visitor(wiki).get("/-/settings", chosen).status == 303)
        let again = Visitor(wiki)
        #expect(try again.login("quince").status == 303)
        #expect(again.cookies["__Host-stemma-session"] != first, "each login has its own")
    }

    private func expectAttributes(_ cookies: [String], _ attributes: [String], sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(cookies.count >= 2, sourceLocation: sourceLocation)
        for (cookie, attribute) in cookies.flatMap({ cookie in attributes.map { (cookie, $0) } }) {
            let parts = cookie.split(separator: ";").map { $0.drop { $0 == " " } }
            #expect(parts.dropFirst().contains { $0 == attribute }, "\(cookie)", sourceLocation: sourceLocation)
        }
    }
}
