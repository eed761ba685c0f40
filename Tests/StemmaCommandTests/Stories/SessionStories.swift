import Testing

/// Being logged in: where, for how long, and what stays one's own.
@Suite("Sessions")
struct SessionStories {
    private static let laptop = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
    private static let phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1"

    private let wiki: RunningWiki
    private let ada: Visitor

    init() throws {
        wiki = try RunningWiki(settings: "editing: accounts\n")
        ada = try wiki.member("quincy")
    }

    /// The same person in another browser.
    private func another(_ agent: String) throws -> Visitor {
        let visitor = Visitor(wiki)
        visitor.fields = [("User-Agent", agent)]
        try visitor.logsIn("quincy")
        return visitor
    }

    @Test func loggingOutEndsTheSessionAtTheServer() throws {
        let stolen = ("Cookie", "stemma-session=\(try #require(ada.cookies["stemma-session"]))")
        #expect(try Visitor(wiki).get("/-/settings", stolen).status == 200)
        #expect(try ada.get("/-/logout").html.plain.contains("You are logged in as quincy"))
        #expect(try ada.post(WebForm(action: "/-/logout", [])).status == 403, "not without the form's token")
        #expect(try ada.isKnown(), "asking and failing change nothing")
        let form = try WebForm(try ada.get("/Formatting"), to: "/-/logout")
        let home = try ada.follow(try ada.post(form))
        #expect(home.html.plain.contains("You are logged out."))
        #expect(ada.cookies["stemma-session"] == nil)
        #expect(try !ada.isKnown())
        #expect(try Visitor(wiki).get("/-/settings", stolen).status == 303, "the cookie is worth nothing any more")
    }

    @Test func devicesAreListedAndEnded() throws {
        let (laptop, phone) = (try another(Self.laptop), try another(Self.phone))
        let page = try laptop.get("/-/settings/sessions")
        for words in ["Firefox, Linux", "Safari, iPhone", "this one", "from 127.0.0.1"] { #expect(page.html.plain.contains(words)) }
        let rows = page.html.tags("form").filter { $0["action"] == "/-/settings/sessions" }
        #expect(rows.count == 2, "its own is ended by logging out")
        let all = page.html.tags("input").filter { $0["name"] == "session" }.compactMap { $0["value"] }
        #expect(all.allSatisfy { handle in ![ada, phone].contains { $0.cookies["stemma-session"] == handle } }, "handles are no secrets")

        try laptop.fills("/-/settings/sessions", to: "/-/settings/sessions")
        #expect(try [ada, phone].filter { try $0.isKnown() }.count == 1)
        let said = try laptop.fills("/-/settings/sessions", to: "/-/settings/sessions/others")
        #expect(said.html.plain.contains("All your other devices are logged out."))
        #expect(try !ada.isKnown() && !phone.isKnown() && laptop.isKnown())
        #expect(try phone.get("/Formatting").status == 200)

        let eve = try wiki.member("eve")
        let handle = try #require(try another(Self.phone).get("/-/settings/sessions").html.tags("input").first { $0["name"] == "session" })
        _ = try eve.press("/-/settings/sessions", [("session", try #require(handle["value"]))])
        #expect(try laptop.isKnown(), "nobody ends another's")
    }

    @Test func anotherPasswordLogsTheOthersOut() throws {
        let phone = try another(Self.phone)
        let new = "quite other quiet words"
        func change(_ current: String, _ password: String) throws -> Answer {
            try ada.fill("/-/settings/password", ["current": current, "password": password])
        }
        #expect(try change("not that", new).html.plain.contains("That is not your current password."))
        #expect(try change(RunningWiki.password, "short").status == 422)
        #expect(try change(RunningWiki.password, "quincy").status == 422)
        #expect(try phone.isKnown() && ada.isKnown())
        #expect(try change(RunningWiki.password, new).status == 303)
        #expect(try !phone.isKnown() && ada.isKnown())
        #expect(try Visitor(wiki).login("quincy").status == 403)
        #expect(try Visitor(wiki).login("quincy", new).status == 303)
    }

    @Test func whatIsOnesOwnIsKeptByNobody() throws {
        for page in ["", "/password", "/address", "/credit", "/sessions", "/tokens", "/keys", "/deletion"] {
            let answer = try ada.get("/-/settings\(page)")
            #expect(answer.status == 200 && answer["cache-control"] == "no-store", "\(page)")
            #expect(answer["x-robots-tag"]?.contains("noindex") == true && InertPage.problems(answer).isEmpty, "\(page)")
            CrawlStories.expectHeaders(answer, page)
            let asked = try Visitor(wiki).get("/-/settings\(page)")
            #expect(asked.status == 303 && asked.location.hasPrefix("/-/login?next="), "\(page): \(asked.location)")
        }
        for page in ["/-/login", "/-/register", "/-/forgotten", "/-/logout"] {
            #expect(try [ada.get(page), Visitor(wiki).get(page)].allSatisfy { $0.status == 303 || $0["cache-control"] == "no-store" })
        }
        #expect(try ada.get("/Formatting")["cache-control"]?.contains("private") == true)
    }

    @Test func aPageWithANameIsShownToNobodyElse() throws {
        try wiki.followsAuthors()
        for _ in 1...3 {
            let strangers = [
                try Visitor(wiki).get("/Formatting"), try Visitor(wiki).get("/Formatting", ("Accept-Encoding", "gzip")),
                try Visitor(wiki).get("/-/recent"), try Visitor(wiki).get("/-/pages"),
            ]
            for answer in strangers {
                let body =
                    answer["content-encoding"] == "gzip" ? try ChildProcess("gzip", ["-dc"], input: answer.body).wait().text : answer.text
                #expect(answer.status == 200 && body.contains("/-/login") && !body.contains("quincy"))
            }
            for page in ["/Formatting", "/-/recent", "/-/pages"] {
                let own = try ada.get(page)
                #expect(own.html.plain.contains("quincy") && !own.text.contains("/-/login"), "\(page)")
            }
            let tag = try #require(strangers[0]["etag"])
            #expect(try ada.get("/Formatting", ("If-None-Match", tag)).status == 200, "another's copy is not the same page")
            #expect(try Visitor(wiki).get("/Formatting", ("If-None-Match", tag)).status == 304)
        }
        #expect(try ada.head("/Formatting").status == 200)
    }

    @Test func aSessionEndsByItself() throws {
        #expect(try ada.isKnown())
        try wiki.letDaysPass(400)
        #expect(try !ada.isKnown())
    }
}
