import Testing

/// Asking people in, on a wiki that sends no letters.
@Suite("Invitations")
struct InvitationStories {
    private let wiki: RunningWiki
    private let ada: Visitor

    init() throws {
        wiki = try RunningWiki(settings: "editing: accounts\n")
        ada = try wiki.member("ada", "admin")
    }

    /// Invites, and gives the links.
    private func invite(_ host: Visitor, _ addresses: String, role: String = "contributor", days: String = "14") throws -> [String] {
        let answer = try host.fill(
            "/-/admin/invitations", ["addresses": addresses, "role": role, "days": days, "note": "Come and bake\nwith us."])
        #expect(answer.status == 200, "\(answer.html.plain)")
        return answer.secrets
    }

    private func accept(_ link: String, _ name: String, as visitor: Visitor? = nil) throws -> Answer {
        try (visitor ?? Visitor(wiki)).fill(link, ["name": name, "displayName": name.uppercased(), "password": RunningWiki.password])
    }

    private func isGone(_ link: String) throws -> Bool {
        let answer = try Visitor(wiki).get(link)
        return answer.status == 404 && answer.html.plain.contains("This link leads nowhere any more")
    }

    @Test func manyAreInvitedAndCome() throws {
        let pasted =
            "Ben B <ben@example.org>, carl@example.org;\n\"Hopper, Grace\" <grace@example.org>\n dora@example.org  BEN@example.org\n"
        let links = try invite(ada, pasted)
        #expect(links.count == 4 && Set(links).count == 4, "one for each address")
        let page = try ada.get("/-/admin/invitations")
        #expect(page.secrets.isEmpty, "links are shown this once")
        for address in ["ben@example.org", "carl@example.org", "grace@example.org", "dora@example.org", "waiting", "invited by ada"] {
            #expect(page.html.plain.contains(address))
        }

        let ben = Visitor(wiki)
        let asked = try ben.get(links[0])
        #expect(asked["cache-control"] == "no-store" && asked["referrer-policy"] == "no-referrer")
        for words in ["ada invites you to", "Come and bake with us.", "stays there in every copy of this wiki"] {
            #expect(asked.html.plain.contains(words))
        }
        #expect(try WebForm(asked)["email"] == nil, "the invitation knows the address")
        #expect(try accept(links[0], "Ben B").status == 422, "a bad name does not use the link up")
        #expect(try ben.follow(try accept(links[0], "ben", as: ben)).html.plain.contains("Welcome, BEN"))
        try ben.saves("Bread", "Flour.\n")
        #expect(try ben.get("/-/admin/people").status == 403)

        #expect(try isGone(links[0]))
        #expect(try Visitor(wiki).press(links[0], [("name", "eve"), ("password", RunningWiki.password)]).status == 404)
        let after = try ada.get("/-/admin/invitations").html
        #expect(after.plain.contains("has come") && after.plain.contains("came as ben"))
        #expect(after.addresses.contains("/-/admin/people/ben"))
        #expect(try ada.get("/-/admin/people").html.plain.contains("came by invitation"))
        let list = try wiki.stemma(["user", "list"]).lines
        #expect(list.count == 2 && list.contains { $0.contains("ben@example.org (?)") }, "a link that was handed on proves no address")
    }

    @Test func ofTwoWithOneLinkOneIsLetIn() throws {
        let link = try #require(try invite(ada, "ben@example.org").first)
        let requests = try ["ben", "eve"].map { name in
            let visitor = Visitor(wiki)
            var form = try WebForm(try visitor.get(link))
            (form["name"], form["password"]) = (name, RunningWiki.password)
            return try PendingRequest(visitor, form)
        }
        #expect(try requests.map { try $0.answer().status }.sorted() == [303, 404])
        #expect(try wiki.stemma(["user", "list"]).lines.count == 2)
    }

    @Test func takenBackOrTooLate() throws {
        let links = try invite(ada, "ben@example.org\ncarl@example.org")
        let said = try ada.fills("/-/admin/invitations", to: "/-/admin/invitations/revoke")
        #expect(said.html.plain.contains("The invitation is taken back."))
        #expect(try links.filter { try isGone($0) }.count == 1)
        try wiki.letDaysPass(13)
        #expect(try links.filter { try isGone($0) }.count == 1)
        try wiki.letDaysPass(2)
        #expect(try links.allSatisfy { try isGone($0) })
        try ada.logsIn("ada")
        let page = try ada.get("/-/admin/invitations").html.plain
        #expect(page.contains("taken back") && page.contains("too late"))
        #expect(try ada.press("/-/admin/invitations/revoke", [("invitation", "999")]).status == 404)
    }

    @Test func aLongListHasPages() throws {
        let guests = (1...120).map { "guest-\($0)@example.org" }
        #expect(try invite(ada, guests.joined(separator: "\n")).count == 120)
        var (address, seen, pages) = ("/-/admin/invitations", Set<String>(), 0)
        while pages < 10 {
            let page = try ada.get(address)
            pages += 1
            let words = Set(page.html.plain.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))
            seen.formUnion(words.intersection(guests))
            guard let older = page.html.addresses.first(where: { $0.hasPrefix("/-/admin/invitations?after=") }) else { break }
            address = older
        }
        #expect(pages == 3 && seen.count == 120, "\(pages) pages, \(seen.count) guests")
        #expect(try ada.link("Newest", in: ada.get(address)) == "/-/admin/invitations")
    }

    @Test func nobodyInvitesAboveTheirOwnReach() throws {
        let mod = try wiki.member("mo", "moderator")
        let page = try mod.get("/-/admin/invitations")
        let field = try #require(page.html.tags("select").first { $0["name"] == "role" })
        #expect(WebForm.choices(field, of: page.html).compactMap { $0["value"] } == ["reader", "contributor"])
        for role in ["reviewer", "moderator", "admin", "king"] {
            let refused = try mod.fill("/-/admin/invitations", ["addresses": "eve@example.org", "role": role])
            #expect([400, 403].contains(refused.status) && refused.secrets.isEmpty, "\(role)")
        }
        let reader = try #require(try invite(mod, "ben@example.org", role: "reader").first)
        let contributor = try #require(try invite(mod, "carl@example.org").first)
        #expect(try accept(reader, "ben").status == 303)
        #expect(try wiki.stemma(["user", "list"], ["ben"]).text.contains("reader"))
        try wiki.stemma(["user", "role"], ["mo", "reviewer"])
        #expect(try isGone(contributor), "an invitation is worth what its host may give")
        #expect(try mod.get("/-/admin/invitations").status == 403)
    }

    @Test func whatIsNoInvitation() throws {
        for (addresses, words) in [
            ("", "Please give at least one address."), ("nonsense", "nonsense is no address"), ("a@b@c", "a@b@c is no address"),
            ("1+eve@users.noreply.localhost", "is no address"),
        ] {
            let refused = try ada.fill("/-/admin/invitations", ["addresses": addresses, "days": "14"])
            #expect(refused.status == 422 && refused.secrets.isEmpty, "\(addresses)")
            #expect(refused.html.plain.contains(words), "\(addresses): \(refused.html.plain)")
            #expect(String(decoding: refused.html.textarea("addresses") ?? [], as: UTF8.self) == addresses)
        }
        let many = (1...501).map { "guest-\($0)@example.org" }.joined(separator: ",")
        #expect(try ada.fill("/-/admin/invitations", ["addresses": many]).status == 422)
        #expect(try ada.fill("/-/admin/invitations", ["addresses": "ben@example.org", "days": "0"]).status == 410)
        #expect(try ada.get("/-/admin/invitations").html.plain.contains("Nobody has been invited yet."))
    }
}
