import Testing

/// The name beside an edit is that of the account, by whatever door it came.
@Suite("Names on edits")
struct EditNameStories {
    private let wiki: RunningWiki
    private let ada: Visitor

    init() throws {
        wiki = try RunningWiki(settings: "editing: accounts\nidentity:\n  domain: garden.example\n")
        ada = try wiki.member("ada")
    }

    /// Author and committer of the newest commit.
    private func newest() throws -> String { try wiki.git.run("log", "-1", "--format=%an <%ae>").lines.first ?? "" }

    @Test func nobodyWritesAnothersName() throws {
        var form = try ada.editForm("Bread")
        #expect(form["author"] == nil, "who has an account is asked for no name")
        form.write("Flour.\n", author: "Eve")
        #expect(try ada.post(form).status == 303)
        #expect(try newest() == "ada <1+ada@users.noreply.garden.example>")
        let token = try wiki.token("ada")
        let made = try ada.call("PUT", "pages/Salt", token: token, #"{"markdown":"Salt.\n","author":"Eve"}"#)
        #expect(made.status == 201)
        #expect(try newest() == "ada <1+ada@users.noreply.garden.example>")
        for address in ["/-/delete/Salt", "/-/revert/\(try wiki.git.id("HEAD~1"))"] {
            var form = try WebForm(try ada.get(address))
            form["author"] = "Eve"
            #expect(try ada.post(form).status == 303)
            #expect(try newest() == "ada <1+ada@users.noreply.garden.example>", "\(address)")
        }
        #expect(try !wiki.git.run("log", "--format=%an%ae%cn%ce%B").text.contains("127.0.0.1"), "no network address gets into git")
    }

    @Test func anotherDisplayName() throws {
        try ada.saves("Bread", "Flour.\n")
        try ada.fills("/-/settings", ["displayName": "  Augusta Ada  "])
        try ada.saves("Bread", "Flour and salt.\n")
        #expect(try newest() == "Augusta Ada <1+ada@users.noreply.garden.example>")
        let page = try ada.call("GET", "pages/Bread", token: nil).json()
        #expect(page["contributors"]?.items.count == 1, "two names, one person")
        #expect(page["contributors"]?[0]?["account"]?.text == "ada" && page["contributors"]?[0]?["edits"]?.number == 2)
        #expect(try Visitor(wiki).get("/Bread").html.plain.contains("Augusta Ada"))
        for name in ["", "   ", "<>", "a\u{7}b", "x\u{202E}y", String(repeating: "n", count: 101)] {
            #expect(try ada.fill("/-/settings", ["displayName": name]).status == 422, "\(name)")
        }
    }

    @Test func anAddressOfOnesOwn() throws {
        let page = try ada.get("/-/settings/address").html.plain
        #expect(page.contains("ada@example.org") && page.contains("It is confirmed."))
        try ada.fills("/-/settings/address", to: "/-/settings/address/commits", ["shown": "ada@example.org"])
        try ada.saves("Bread", "Flour.\n")
        #expect(try newest() == "ada <ada@example.org>")
        for address in [
            "/Bread", "/-/history/Bread", "/-/recent", "/-/feed/recent", "/-/api/v1/history/Bread", "/-/commit/\(try wiki.git.id())",
        ] {
            #expect(try !Visitor(wiki).get(address).text.contains("ada@example.org"), "\(address)")
        }
        try ada.fills("/-/settings/address", to: "/-/settings/address/commits", ["shown": ""])
        try ada.saves("Bread", "Flour and salt.\n")
        #expect(try newest() == "ada <1+ada@users.noreply.garden.example>")
        let stolen = try ada.press("/-/settings/address/commits", [("shown", "eve@example.org")])
        #expect((400..<500).contains(stolen.status), "an address that is not proved")
    }

    @Test func anAddressThatAnAdminConfirms() throws {
        let admin = try wiki.member("root", "admin")
        let wrong = try ada.fill("/-/settings/address", to: "/-/settings/address", ["email": "new@example.org", "current": "not that"])
        #expect(wrong.status == 403)
        let said = try ada.fills(
            "/-/settings/address", to: "/-/settings/address", ["email": "new@example.org", "current": RunningWiki.password])
        #expect(said.html.plain.contains("An admin has to confirm it"))
        #expect(try ada.press("/-/settings/address/commits", [("shown", "new@example.org")]).status != 303, "not yet")
        #expect(try Visitor(wiki).login("new@example.org").status == 403)
        #expect(try admin.get("/-/admin/credits").html.plain.contains("new@example.org"))
        try admin.fills("/-/admin/people/ada", to: "/-/admin/people/ada/address", holding: ["email": "new@example.org"])
        try ada.fills("/-/settings/address", to: "/-/settings/address/commits", ["shown": "new@example.org"])
        #expect(try Visitor(wiki).login("new@example.org").status == 303)
    }
}
