import Testing

/// Whose work a push was: author and committer may be anybody, the pusher is written down, and credit waits for a word.
@Suite("Credit for pushed work")
struct PushCreditStories {
    /// A wiki with a clone of `ada`'s, a contributor, in which commits of Ben's can be made.
    private func site(_ settings: String = "") throws -> (wiki: RunningWiki, ada: GitFolder) {
        let wiki = try RunningWiki(files: ["Home.md": "Home\n"], settings: "editing: accounts\n\(settings)")
        try wiki.add("ada")
        return (wiki, try wiki.clone(as: "ada"))
    }

    private func commit(_ file: String, by name: String, _ email: String, in clone: GitFolder) throws {
        let other = GitFolder(path: clone.path, variables: GitFolder.author(name, email))
        try other.commit([file: "By \(name).\n"], message: "Work of \(name)")
    }

    /// The fields of a form about an address.
    private static func claim(_ email: String) -> [String: String] { ["email": email, "current": RunningWiki.password] }

    /// The newest revision of a page, as the API tells it.
    private func newest(_ page: String, _ wiki: RunningWiki) throws -> JSONText? {
        try Visitor(wiki).call("GET", "history/\(page)", token: nil).json()["revisions"]?[0]
    }

    @Test func workOfOthersWaitsForTheirWord() throws {
        let (wiki, ada) = try site()
        let ben = try wiki.member("ben")
        try commit("Bread.md", by: "Benjamin", "ben@example.org", in: ada)
        try commit("Salt.md", by: "Benjamin", "ben@example.org", in: ada)
        try ada.commit(["Water.md": "Mine.\n"], message: "My own")
        #expect(try ada.outcome("push", "origin", "main").code == 0)

        let page = try Visitor(wiki).get("/-/history/Bread").html.plain
        #expect(page.contains("Benjamin") && page.contains("pushed by ada") && page.contains("unconfirmed"))
        let read = try Visitor(wiki).get("/Bread").html.plain
        #expect(read.contains("pushed by ada") && read.contains("unconfirmed"), "so says the page itself")
        let then = try Visitor(wiki).get("/Bread?rev=\(try ada.id("HEAD~2"))").html.plain
        #expect(then.contains("pushed by ada") && then.contains("unconfirmed"), "and so does the page as it was")
        let waiting = try newest("Bread", wiki)
        #expect(waiting?["account"] == .null && waiting?["confirmed"] == .bool(false) && waiting?["pushed_by"]?.text == "ada")
        let own = try newest("Water", wiki)
        #expect(own?["account"]?.text == "ada" && own?["confirmed"] == .bool(true))
        let commitPage = try Visitor(wiki).get("/-/commit/\(try ada.id("HEAD~2"))").html.plain
        #expect(commitPage.contains("unconfirmed") && commitPage.contains("Pushed by ada"))

        let asked = try ben.get("/-/settings/credit")
        #expect(asked.html.plain.contains("Benjamin") && asked.html.plain.contains("2 commits"))
        #expect(try Visitor(wiki).get("/-/settings/credit").status == 303)
        let eve = try wiki.member("eve")
        let number = try #require(try WebForm(asked, to: "/-/settings/credit/confirm")["push"])
        #expect(try eve.press("/-/settings/credit/confirm", [("push", number)]).status == 403, "another's work is not hers to take")

        let said = try ben.fills("/-/settings/credit", to: "/-/settings/credit/confirm")
        #expect(said.html.plain.contains("Confirmed. That work counts from now on."))
        for name in ["Bread", "Salt"] {
            let confirmed = try newest(name, wiki)
            #expect(
                confirmed?["account"]?.text == "ben" && confirmed?["confirmed"] == .bool(true) && confirmed?["pushed_by"]?.text == "ada")
        }
        #expect(try !Visitor(wiki).get("/-/history/Bread").html.plain.contains("unconfirmed"))
        let known = try Visitor(wiki).get("/Bread").html.plain
        #expect(known.contains("pushed by ada") && !known.contains("unconfirmed"))
    }

    @Test func aReviewersWordIsEnough() throws {
        let (wiki, ada) = try site()
        try wiki.add("ben")
        let rita = try wiki.member("rita", "reviewer")
        try commit("Bread.md", by: "Benjamin", "ben@example.org", in: ada)
        try commit("Salt.md", by: "Stranger", "stranger@elsewhere.example", in: ada)
        #expect(try ada.outcome("push", "origin", "main").code == 0)
        #expect(try rita.get("/").html.addresses.contains("/-/admin/credits"))
        #expect(try rita.get("/").html.plain.contains("(something waits)"))
        let said = try rita.fills("/-/admin/credits", to: "/-/admin/credits")
        #expect(said.html.plain.contains("Confirmed."))
        #expect(try newest("Bread", wiki)?["account"]?.text == "ben" && newest("Salt", wiki)?["confirmed"] == .bool(true))
        #expect(try !rita.get("/").html.plain.contains("(something waits)"))

        let pushed = try wiki.clone(as: "rita")
        try commit("Water.md", by: "Benjamin", "ben@example.org", in: pushed)
        #expect(try pushed.outcome("push", "origin", "main").code == 0)
        let counted = try newest("Water", wiki)
        #expect(counted?["account"]?.text == "ben" && counted?["confirmed"] == .bool(true) && counted?["pushed_by"]?.text == "rita")
    }

    @Test func nobodyClaimsAnothersAddress() throws {
        let (wiki, ada) = try site()
        try commit("Bread.md", by: "Old Hand", "old@elsewhere.example", in: ada)
        #expect(try ada.outcome("push", "origin", "main").code == 0)
        let (eve, root) = (try wiki.member("eve"), try wiki.member("root", "admin"))
        #expect(try eve.fill("/-/settings/credit", to: "/-/settings/credit", Self.claim("1+ada@users.noreply.localhost")).status == 422)
        #expect(try eve.fill("/-/settings/credit", to: "/-/settings/credit", Self.claim("old@elsewhere.example")).status == 303)
        #expect(try eve.get("/-/settings/credit").html.plain.contains("waits for confirmation"))
        for (address, email) in [("", "more@elsewhere.example"), ("/release", "old@elsewhere.example")] {
            for password in ["", "not hers at all"] {
                let refused = try eve.press("/-/settings/credit\(address)", [("email", email), ("current", password)])
                #expect(refused.status == 403, "a session alone neither claims nor gives up: \(address)")
            }
        }
        #expect(try newest("Bread", wiki)?["account"] == .null, "a claim alone counts for nothing")
        try root.fills("/-/admin/people/eve", to: "/-/admin/people/eve/address", holding: ["email": "old@elsewhere.example"])
        try root.fills("/-/admin/credits", to: "/-/admin/credits")
        #expect(try newest("Bread", wiki)?["account"]?.text == "eve", "old work joins the account")
        try eve.fills("/-/settings/credit", to: "/-/settings/credit/release", Self.claim("old@elsewhere.example"))
        #expect(try newest("Bread", wiki)?["account"] == .null)
    }

    @Test func historyFromBeforeJoinsAnAccount() throws {
        var history = HandmadeHistory()
        history.commit([("Home.md", .text("Home\n"))], author: "Old Hand <old@elsewhere.example>")
        let wiki = try RunningWiki(history, settings: "editing: accounts\n")
        let (eve, root) = (try wiki.member("eve"), try wiki.member("root", "admin"))
        #expect(try newest("Home", wiki)?["account"] == .null)
        try eve.fills("/-/settings/credit", to: "/-/settings/credit", Self.claim("old@elsewhere.example"))
        try root.fills("/-/admin/people/eve", to: "/-/admin/people/eve/address", holding: ["email": "old@elsewhere.example"])
        #expect(try newest("Home", wiki)?["account"]?.text == "eve")
        let ben = try wiki.member("ben")
        #expect(try ben.fill("/-/settings/credit", to: "/-/settings/credit", Self.claim("old@elsewhere.example")).status == 303)
        try root.press("/-/admin/people/ben/address", [("email", "old@elsewhere.example")]).expectRefused()
        #expect(try newest("Home", wiki)?["account"]?.text == "eve", "who was first keeps it")
    }

    @Test func onlyOnesOwnWork() throws {
        let (wiki, ada) = try site("push:\n  identity: strict\n")
        try wiki.add("ben")
        try ada.commit(["Mine.md": "Mine.\n"])
        #expect(try ada.outcome("push", "origin", "main").code == 0)
        try commit("Bread.md", by: "Benjamin", "ben@example.org", in: ada)
        let id = try ada.id().prefix(7)
        try wiki.expectRefused("Commit \(id): Its author is ben@example.org, which is not an address of yours") {
            try ada.outcome("push", "origin", "main")
        }
        try ada.run("reset", "--quiet", "--hard", "HEAD~1")
        let account = GitFolder(path: ada.path, variables: GitFolder.author("ada", "1+ada@users.noreply.localhost"))
        try account.commit(["More.md": "Mine.\n"])
        #expect(try ada.outcome("push", "origin", "main").code == 0, "the address that the wiki makes is one's own")
    }

    @Test(arguments: ["user@laptop", "user@laptop.local", "user@laptop.(none)"])
    func anAddressThatNobodyChose(email: String) throws {
        let (wiki, ada) = try site()
        try commit("Bread.md", by: "User", email, in: ada)
        let pushed = try ada.outcome("push", "origin", "main")
        #expect(pushed.code == 0, "\(pushed.errors)")
        #expect(pushed.errors.contains("remote: Note: the author's address \(email) in commit \(try ada.id().prefix(7))"))
        #expect(pushed.errors.contains("git config user.email"))
        #expect(try Visitor(wiki).get("/Bread").status == 200)
    }
}

extension Answer {
    /// Expects that something was not done.
    fileprivate func expectRefused(sourceLocation: SourceLocation = #_sourceLocation) {
        #expect((400..<500).contains(status), sourceLocation: sourceLocation)
    }
}
