import Testing

/// The first account of a wiki: by the link that each start prints while there is no admin, or on the command line.
@Suite("The first account")
struct FirstAdminStories {
    /// The link that a server has printed so far; nil where it has printed none.
    private func link(_ wiki: RunningWiki) throws -> String? {
        // What is printed at the start stands there before the first request is logged.
        let request = try #require(try Visitor(wiki).get("/-/health")["x-request-id"])
        _ = wiki.log(containing: request)
        let said = wiki.said(containing: "is ready")
        guard let start = said.firstRange(of: "/-/first-admin/") else { return nil }
        return String(said[start.lowerBound...].prefix { $0.isLetter || $0.isNumber || "/-_".contains($0) })
    }

    @Test func theLinkOfTheFirstStartWorksOnce() throws {
        let wiki = try RunningWiki(settings: "editing: accounts\n")
        let link = try #require(try link(wiki), "the first start prints a link")
        let ada = Visitor(wiki)
        for _ in 1...2 {
            let page = try ada.get(link)
            #expect(page.status == 200 && page["cache-control"] == "no-store" && page["referrer-policy"] == "no-referrer")
            #expect(page.html.plain.contains("stays there in every copy of this wiki"), "it says what is not undone by leaving")
        }
        let person = ["name": "ada", "displayName": "Ada Lovelace", "email": "ada@example.org"]
        for password in ["short", "password", "ada", String(repeating: "x", count: 5000)] {
            let weak = try ada.fill(link, person.merging(["password": password]) { $1 })
            #expect(weak.status == 422, "\(password.prefix(20))")
            let form = try WebForm(weak)
            #expect(form["name"] == "ada" && form["displayName"] == "Ada Lovelace" && form["password"] == "", "\(password.prefix(20))")
        }
        let home = try ada.fills(link, person.merging(["password": RunningWiki.password]) { $1 })
        #expect(home.html.plain.contains("Welcome, Ada Lovelace"))
        #expect(try ada.get("/-/admin/people").status == 200)
        for visitor in [ada, Visitor(wiki)] {
            let gone = try visitor.get(link)
            #expect(gone.status == 404 && gone.html.plain.contains("This link leads nowhere any more"))
            #expect(try visitor.press(link, [("name", "eve"), ("password", RunningWiki.password)]).status == 404)
        }
        #expect(try !wiki.stop().errors.contains(link), "the log keeps the secret of a link")
        try wiki.start()
        #expect(try self.link(wiki) == nil, "with an admin no start prints a link")
        #expect(try ada.isKnown(), "a session outlives the server")
    }

    @Test func ofTwoWithTheLinkOneIsLetIn() throws {
        let wiki = try RunningWiki(settings: "editing: accounts\n")
        let link = try #require(try link(wiki))
        let requests = try ["ada", "ben"].map { name in
            let visitor = Visitor(wiki)
            var form = try WebForm(try visitor.get(link))
            form["name"] = name
            form["password"] = RunningWiki.password
            return try PendingRequest(visitor, form)
        }
        let statuses = try requests.map { try $0.answer().status }.sorted()
        #expect(statuses == [303, 404])
        #expect(try wiki.stemma(["user", "list"]).lines.count == 1)
    }

    @Test func anAdminFromTheCommandLine() throws {
        let wiki = try RunningWiki(settings: "editing: accounts\n")
        let link = try #require(try link(wiki))
        let added = try wiki.stemma(["user", "add"], ["ada", "--role", "admin"], input: "\(RunningWiki.password)\nanother line\n")
        #expect(!added.text.contains(RunningWiki.password))
        #expect(try Visitor(wiki).get(link).status == 404, "the link is for the first admin alone")
        let ada = Visitor(wiki)
        try ada.logsIn("ada")
        #expect(try ada.get("/-/admin/access").status == 200)
        try wiki.stop()
        try wiki.start()
        #expect(try self.link(wiki) == nil)
    }

    @Test func linksThatNobodyMade() throws {
        let wiki = try RunningWiki(settings: "editing: accounts\n")
        for secret in ["x", String(repeating: "A", count: 43), "..", "%00", String(repeating: "B", count: 3000)] {
            for kind in ["first-admin", "reset", "invitation"] {
                let answer = try Visitor(wiki).get("/-/\(kind)/\(secret)")
                #expect((400..<500).contains(answer.status), "\(kind) \(secret.prefix(50)): \(answer.status)")
            }
        }
    }
}
