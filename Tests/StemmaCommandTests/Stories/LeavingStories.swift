import Testing

/// The end of an account, and what stays of it.
@Suite("Deleting an account")
struct LeavingStories {
    @Test func allGoesButTheWords() throws {
        let wiki = try RunningWiki(settings: "editing: accounts\nregistration: open\n")
        let (ben, phone) = (try wiki.member("ben"), Visitor(wiki))
        try phone.logsIn("ben")
        let token = try wiki.token("ben")
        try ben.saves("Bread", "Flour.\n")
        let page = try ben.get("/-/settings/deletion")
        for words in ["The account ben", "Nobody can bring them back", "stays there in every copy of this wiki"] {
            #expect(page.html.plain.contains(words))
        }
        #expect(try ben.fill("/-/settings/deletion", ["current": "not that"]).status == 403)
        #expect(try ben.press("/-/settings/deletion").status == 403, "not without the password")
        #expect(try ben.isKnown())
        let said = try ben.fills("/-/settings/deletion", ["current": RunningWiki.password])
        #expect(said.html.plain.contains("Your account is deleted."))

        #expect(try !ben.isKnown() && !phone.isKnown())
        #expect(try Visitor(wiki).login("ben").status == 403)
        #expect(try Visitor(wiki).call("GET", "pages", token: token).status == 401)
        let eve = Visitor(wiki)
        #expect(try eve.fill("/-/register", ["name": "ben", "password": RunningWiki.password]).status == 422, "the name is nobody else's")
        #expect(try StemmaProgram.run("user", "add", wiki.folder, "ben", "--password", RunningWiki.password).code == 1)
        #expect(try eve.get("/-/history/Bread").html.plain.contains("ben"))
        #expect(try wiki.git.run("log", "-1", "--format=%an").lines == ["ben"])
        let again = try eve.fill("/-/register", ["name": "ben-2", "email": "ben@example.org", "password": RunningWiki.password])
        #expect(again.status == 303, "the address is free")
    }

    @Test func theLastAdminStays() throws {
        let wiki = try RunningWiki(settings: "editing: accounts\n")
        let ada = try wiki.member("ada", "admin")
        let refused = try ada.fill("/-/settings/deletion", ["current": RunningWiki.password])
        #expect(refused.status == 409 && refused.html.plain.contains("This is the last admin."))
        #expect(try ada.isKnown())
        try StemmaProgram.run("user", "delete", wiki.folder, "ada", "--yes").expectRefusal(1, saying: "last admin")
        try StemmaProgram.run("user", "delete", wiki.folder, "ada").expectRefusal(64, saying: "--yes", "nothing was changed")
        try wiki.add("ben", "admin")
        #expect(try ada.fill("/-/settings/deletion", ["current": RunningWiki.password]).status == 303)
    }
}
