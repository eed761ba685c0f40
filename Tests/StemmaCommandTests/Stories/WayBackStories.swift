import Testing

/// Getting in again without the old password, on a wiki that sends no letters.
@Suite("A lost password")
struct WayBackStories {
    private static let new = "quite other quiet words"
    private let wiki: RunningWiki
    private let admin: Visitor

    init() throws {
        wiki = try RunningWiki(settings: "editing: accounts\n")
        admin = try wiki.member("ada", "admin")
    }

    private func link() throws -> String {
        let answer = try admin.fill("/-/admin/people/ben", to: "/-/admin/people/ben/link")
        #expect(answer.status == 200)
        return try #require(answer.secrets.first, "\(answer.html.plain)")
    }

    private func isGone(_ link: String) throws -> Bool { try Visitor(wiki).get(link).status == 404 }

    @Test func byALinkFromAnAdmin() throws {
        let ben = try wiki.member("ben")
        let earlier = try link()
        let link = try link()
        #expect(try admin.get("/-/admin/people/ben").secrets.isEmpty, "it is shown this once")
        #expect(try isGone(earlier), "the newer one takes the place of the older")
        #expect(try ben.isKnown(), "a link changes nothing before it is used")

        let lost = Visitor(wiki)
        let page = try lost.get(link)
        #expect(page["cache-control"] == "no-store" && page["referrer-policy"] == "no-referrer")
        #expect(try lost.fill(link, ["password": "short"]).status == 422)
        #expect(try lost.fill(link, ["password": "ben@example.org"]).status == 422)
        var foreign = try WebForm(page)
        foreign["csrf"] = "AAAAAAAAAAAAAAAAAAAAAA"
        foreign["password"] = Self.new
        #expect(try lost.post(foreign).status == 403)
        let said = try lost.fills(link, ["password": Self.new])
        #expect(said.html.plain.contains("Your new password is set. Please log in with it."))
        #expect(try isGone(link) && isGone("\(link)x"))
        #expect(try !ben.isKnown(), "whoever was in is out")
        #expect(try !lost.isKnown())
        #expect(try lost.login("ben").status == 403)
        #expect(try lost.login("ben", Self.new).status == 303)
        #expect(try !wiki.stop().errors.contains(link))
    }

    @Test func byALinkFromTheCommandLine() throws {
        try wiki.add("ben")
        let link = try #require(try wiki.stemma(["user", "password"], ["ben", "--link"]).lines.last)
        #expect(link.contains("/-/reset/"))
        #expect(try Visitor(wiki).fill(link, ["password": Self.new]).status == 303)
        #expect(try Visitor(wiki).login("ben", Self.new).status == 303)
        try wiki.stemma(["user", "password"], ["ben"], input: "\(RunningWiki.password)\n")
        #expect(try Visitor(wiki).login("ben").status == 303)
        #expect(try Visitor(wiki).login("ben", Self.new).status == 403)
    }

    @Test func linksEnd() throws {
        try wiki.add("ben")
        let late = try link()
        try wiki.letDaysPass(2)
        #expect(try isGone(late))
        let useless = try link()
        try admin.fills("/-/admin/people/ben", to: "/-/admin/people/ben/state", holding: ["state": "disabled"])
        #expect(try isGone(useless), "who is shut out comes not in again by a link")
        try admin.fills("/-/admin/people/ben", to: "/-/admin/people/ben/state", holding: ["state": "active"])
        #expect(try isGone(useless))
    }

    @Test func whereNoLettersAreSent() throws {
        try wiki.add("ben")
        for name in ["ben", "ben@example.org", "nobody"] {
            let visitor = Visitor(wiki)
            let page = try visitor.get("/-/forgotten")
            #expect(page.status == 200 && page.html.plain.contains("This wiki cannot send mail. Ask an admin"))
            let sent = try visitor.press("/-/forgotten", [("name", name)])
            #expect(sent.status == 200 && sent.html.plain == page.html.plain, "\(name)")
        }
    }
}
