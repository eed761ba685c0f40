import Testing

/// Before anything is configured, only somebody at this machine may edit; then what the settings say.
@Suite("Who may edit")
struct WhoMayEditStories {
    private static let notice = "This wiki is read-only until its settings name site.url and editing."

    /// Tries all ways to change something; expects that none works, and that the page says so.
    private func expectReadOnly(_ visitor: Visitor, saying notice: String = Self.notice, sourceLocation: SourceLocation = #_sourceLocation)
        throws
    {
        let before = try visitor.wiki.git.id()
        let home = try visitor.get("/")
        #expect(home.status == 200, sourceLocation: sourceLocation)
        #expect(home.html.plain.contains(notice), "\(home.html.plain.prefix(300))", sourceLocation: sourceLocation)
        #expect(!home.html.addresses.contains { $0.contains("/-/edit/") || $0.contains("/-/new") }, sourceLocation: sourceLocation)
        for address in ["/-/edit/Home", "/-/delete/Home", "/-/revert/\(before)", "/-/restore/Home?rev=\(before)", "/-/attach/"] {
            let form = try visitor.get(address)
            #expect(form.status == 403, "\(address)", sourceLocation: sourceLocation)
            let answer = try visitor.post(WebForm(action: address, [("csrf", visitor.cookies["stemma-csrf"] ?? ""), ("markdown", "x")]))
            #expect([403, 415].contains(answer.status), "\(address)", sourceLocation: sourceLocation)
        }
        let script = Visitor(visitor.wiki)
        (script.host, script.fields) = (visitor.host, visitor.fields)
        let api = try script.send(
            "PUT", "/-/api/v1/pages/Home", [("Content-Type", "application/json")], Array("{\"markdown\":\"x\"}".utf8))
        #expect(api.status == 403, sourceLocation: sourceLocation)
        #expect(try api.json()["detail"]?.text == notice, sourceLocation: sourceLocation)
        #expect(try visitor.wiki.git.id() == before, sourceLocation: sourceLocation)
    }

    @Test(arguments: ["localhost", "127.0.0.1", "[::1]", "LOCALHOST"])
    func someoneAtThisMachine(host: String) throws {
        let wiki = try RunningWiki()
        let ada = Visitor(wiki)
        ada.host = "\(host):\(wiki.port)"
        try ada.saves("Page", "Mine\n")
        #expect(try !ada.get("/").html.plain.contains(Self.notice))
    }

    @Test func anotherNameOfTheHost() throws {
        let wiki = try RunningWiki()
        for host in [
            "wiki.example.org", "localhost.example.org", "127.0.0.1.nip.io", "127.0.0.2", "[::2]", "localhost@example.org", "localhostx",
        ] {
            let visitor = Visitor(wiki)
            visitor.host = host
            try expectReadOnly(visitor)
        }
    }

    @Test(arguments: ["X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "Forwarded"])
    func behindAProxy(field: String) throws {
        let wiki = try RunningWiki()
        let visitor = Visitor(wiki)
        visitor.fields = [(field, "127.0.0.1")]
        try expectReadOnly(visitor)
        #expect(wiki.log(containing: "site.url").contains("editing"), "the log names the settings, too")
    }

    @Test func aServerThatOthersCanReach() throws {
        let wiki = try RunningWiki(arguments: ["--host", "0.0.0.0"])
        try expectReadOnly(Visitor(wiki))
        #expect(wiki.log(containing: "site.url").contains("The wiki is read-only until the settings name site.url and editing"))
    }

    @Test func aSiteWithAnAddress() throws {
        let wiki = try RunningWiki(settings: "site:\n  url: http://wiki.example.org/\n")
        try expectReadOnly(Visitor(wiki), saying: "This wiki is read-only until its settings name editing.")
        #expect(wiki.log(containing: "read-only").contains("until the settings name editing."))
    }

    @Test func onlyAccounts() throws {
        let wiki = try RunningWiki(settings: "editing: accounts\n")
        let stranger = Visitor(wiki)
        let before = try wiki.git.id()
        let home = try stranger.get("/")
        #expect(!home.html.plain.contains(Self.notice) && home.html.addresses.contains { $0.hasPrefix("/-/login") })
        #expect(!home.html.addresses.contains { $0.contains("/-/edit/") || $0.contains("/-/new") })
        for address in ["/-/edit/Home", "/-/delete/Home", "/-/revert/\(before)", "/-/restore/Home?rev=\(before)", "/-/attach/"] {
            let asked = try stranger.get(address)
            #expect(asked.status == 303 && asked.location.hasPrefix("/-/login?next="), "\(address)")
            #expect(try stranger.press(address, [("markdown", "x")]).status == 403, "\(address)")
        }
        let api = try stranger.call("PUT", "pages/Home", token: nil, #"{"markdown":"x"}"#)
        #expect(api.status == 401 && api["www-authenticate"]?.hasPrefix("Bearer") == true)
        #expect(try wiki.git.id() == before)
    }

    @Test func openToAll() throws {
        let wiki = try RunningWiki(settings: "editing: open\nsite:\n  url: http://wiki.example.org/\n")
        let ada = Visitor(wiki)
        ada.host = "wiki.example.org"
        ada.fields = [("X-Forwarded-For", "192.0.2.7"), ("Origin", "http://wiki.example.org")]
        let saved = try ada.save("Page", "Mine\n", author: "Ada")
        #expect(saved.status == 303)
        #expect(try wiki.git.run("log", "-1", "--format=%an|%ae").text.hasPrefix("Ada|unverified"))
        #expect(try ada.editForm("Other")["author"] == "Ada", "the name is remembered")
    }

    @Test(arguments: ["X-WEBAUTH-USER", "X-Remote-User", "Remote-User", "X-Auth-Request-User", "Authorization"])
    func nobodyIsWhomAHeaderNames(field: String) throws {
        let closed = try RunningWiki(settings: "site:\n  url: http://wiki.example.org/\n")
        let forger = Visitor(closed)
        forger.fields = [(field, field == "Authorization" ? "Basic YWRtaW46YWRtaW4=" : "admin")]
        try expectReadOnly(forger, saying: "This wiki is read-only until its settings name editing.")
        let open = Visitor(try RunningWiki(settings: "editing: open\n"))
        open.fields = forger.fields
        #expect(try open.save("Page", "Mine\n", author: "Ada").status == 303)
        #expect(try open.save("Other", "Mine\n").status == 303)
        #expect(try !open.wiki.git.run("log", "--format=%an|%ae|%cn|%B").text.contains("admin"))
        #expect(try !open.get("/Other").text.contains("admin"))
    }

    @Test func theKeptPageOfOneIsNotShownToTheOther() throws {
        let wiki = try RunningWiki()
        let (near, far) = (Visitor(wiki), Visitor(wiki))
        far.host = "wiki.example.org"
        for _ in 1...3 {
            #expect(try near.get("/Formatting").html.addresses.contains { $0.contains("/-/edit/") })
            #expect(try !far.get("/Formatting").html.addresses.contains { $0.contains("/-/edit/") })
        }
    }
}
