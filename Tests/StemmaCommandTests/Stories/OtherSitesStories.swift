import Testing

/// What another site makes a browser send changes nothing.
@Suite("Requests from other sites")
struct OtherSitesStories {
    private let wiki: RunningWiki
    private let ada: Visitor

    init() throws {
        wiki = try RunningWiki()
        ada = Visitor(wiki)
    }

    @Test(arguments: [
        ("Origin", "https://evil.example"), ("Origin", "null"), ("Origin", "http://localhost:1"), ("Sec-Fetch-Site", "cross-site"),
        ("Sec-Fetch-Site", "same-site"),
    ])
    func aForeignOrigin(field: String, value: String) throws {
        var form = try ada.editForm("Page")
        form.write("Not mine\n")
        let before = try wiki.git.id()
        for address in [
            "/-/edit/Page", "/-/delete/Home", "/-/revert/\(before)", "/-/restore/Home?rev=\(before)", "/-/preview/Page", "/-/new",
        ] {
            #expect(try ada.post(form, to: address, (field, value)).status == 403, "\(address)")
        }
        let api = try ada.send(
            "PUT", "/-/api/v1/pages/Page", [("Content-Type", "application/json"), (field, value)], Array("{\"markdown\":\"x\"}".utf8))
        #expect(api.status == 403)
        #expect(try wiki.git.id() == before)
    }

    @Test func withoutAToken() throws {
        let before = try wiki.git.id()
        for address in ["/-/edit/Page", "/-/delete/Home", "/-/revert/\(before)", "/-/restore/Home?rev=\(before)"] {
            let form = WebForm(action: address, [("markdown", "x"), ("base", ""), ("summary", "")])
            #expect(try ada.post(form).status == 403, "\(address)")
        }
        #expect(try wiki.git.id() == before)
    }

    @Test func withATokenOfOnesOwnChoosing() throws {
        var form = try ada.editForm("Page")
        form.write("x\n")
        for token in ["", "x", "AAAAAAAAAAAAAAAAAAAAAA", String(repeating: "A", count: 5000)] {
            form["csrf"] = token
            #expect(try ada.post(form).status == 403)
        }
        form["csrf"] = nil
        #expect(try ada.post(form).status == 403)
        let cookie = try ada.post(form, ("Cookie", "stemma-csrf="))
        #expect(cookie.status == 403)
        #expect(try ada.get("/Page").status == 404)
    }

    @Test func aCookieAloneNeverAuthorisesTheAPI() throws {
        _ = try ada.editForm("Page")
        let before = try wiki.git.id()
        let body = Array("{\"markdown\":\"x\"}".utf8)
        #expect(try ada.send("PUT", "/-/api/v1/pages/Page", [("Content-Type", "application/json")], body).status == 403)
        #expect(try wiki.git.id() == before)
    }

    @Test func nothingChangesByGET() throws {
        try ada.saves("Page", "Text\n")
        let before = try wiki.git.id()
        for address in [
            "/-/edit/Page?markdown=x&csrf=\(ada.cookies["stemma-csrf"] ?? "")", "/-/delete/Page", "/-/revert/\(before)", "/-/attach/",
        ] {
            _ = try ada.get(address)
        }
        #expect(try wiki.git.id() == before)
    }

    @Test func redirectsStayHere() throws {
        for address in [
            "//evil.example", "/\\evil.example", "/%2F%2Fevil.example", "/%0d%0aX-Injected:%20yes", "/a%0d%0aSet-Cookie:%20a=b",
        ] {
            let answer = try ada.get(address)
            #expect(answer.status < 500)
            #expect(answer["x-injected"] == nil && !answer.all("set-cookie").contains { $0.hasPrefix("a=b") })
            let location = answer.location
            #expect(location.isEmpty || (location.hasPrefix("/") && !location.hasPrefix("//") && !location.hasPrefix("/\\")), "\(location)")
        }
    }
}
