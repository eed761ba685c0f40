import Testing

/// Whoever stands beside the author of a commit is named by whoever typed it, and gets nothing from that.
@Suite("Credit beside an author")
struct CoAuthorStories {
    /// A wiki of an admin who has edited nothing, with a clone of `ada`'s, a contributor.
    private func site(_ settings: String = "") throws -> (wiki: RunningWiki, root: Visitor, ada: GitFolder) {
        let wiki = try RunningWiki(files: ["Home.md": "Home\n"], settings: "editing: accounts\n\(settings)")
        let root = try wiki.member("root", "admin")
        try wiki.add("ada")
        return (wiki, root, try wiki.clone(as: "ada"))
    }

    /// Who has a part in a page: name, account, a mark where it waits.
    private func people(_ page: String, _ wiki: RunningWiki) throws -> Set<String> {
        try wiki.followsAuthors()
        let all = try Visitor(wiki).call("GET", "authors/\(page)", token: nil).json()["contributors"]?.items ?? []
        return Set(all.map { "\($0["name"]?.text ?? "") \($0["account"]?.text ?? "-")\($0["confirmed"] == .bool(true) ? "" : "?")" })
    }

    private static let made = "1+root@users.noreply.localhost"
    private static let proved = "root@example.org"

    @Test(arguments: [made, proved, "1+ROOT@Users.Noreply.Localhost", " \(made) "])
    func aTrailerGivesNothingAway(email: String) throws {
        let (wiki, root, ada) = try site()
        try ada.commit(["Bread.md": "Flour and water.\n"], message: "Bake\n\nCo-authored-by: Root <\(email)>")
        #expect(try ada.outcome("push", "origin", "main").code == 0)
        #expect(try people("Bread", wiki) == ["ada ada", "Root -?"])
        #expect(try Visitor(wiki).get("/-/people/root").status == 404, "no edit of the account's")
        #expect(try Visitor(wiki).get("/-/people").html.plain.contains("unconfirmed"))

        try root.fills("/-/settings/credit", to: "/-/settings/credit/confirm")
        #expect(try people("Bread", wiki) == ["ada ada", "root root"])
        #expect(try Visitor(wiki).get("/-/people/root").status == 200)
    }

    @Test func anotherAuthorBesideThePusher() throws {
        let (wiki, root, ada) = try site()
        let other = GitFolder(path: ada.path, variables: GitFolder.author("Root", Self.made))
        try other.commit(["Bread.md": "Flour and water.\n"], message: "Bake\n\nCo-authored-by: Ada <ada@example.org>")
        #expect(try ada.outcome("push", "origin", "main").code == 0)
        #expect(try people("Bread", wiki) == ["ada ada", "Root -?"], "what the pusher did counts all the same")
        try root.fills("/-/admin/credits", to: "/-/admin/credits")
        #expect(try people("Bread", wiki) == ["ada ada", "root root"])
    }

    @Test func aReviewerVouchesForEverybody() throws {
        let (wiki, _, _) = try site()
        try wiki.add("rita", "reviewer")
        let rita = try wiki.clone(as: "rita")
        let message = "Bake\n\nCo-authored-by: Root <\(Self.made)>\nCo-authored-by: Guest <guest@elsewhere.example>"
        try rita.commit(["Bread.md": "Flour and water.\n"], message: message)
        #expect(try rita.outcome("push", "origin", "main").code == 0)
        #expect(try people("Bread", wiki) == ["rita rita", "root root", "Guest -"])
    }

    @Test func onlyOnesOwnWork() throws {
        let (wiki, _, ada) = try site("push:\n  identity: strict\n")
        try ada.commit(["Bread.md": "Flour.\n"], message: "Bake\n\nCo-authored-by: Root <\(Self.proved)>")
        let id = try ada.id().prefix(7)
        try wiki.expectRefused("Commit \(id): It names \(Self.proved) as a co-author, which is not an address of yours") {
            try ada.outcome("push", "origin", "main")
        }
        try ada.run("commit", "--quiet", "--amend", "--message", "Bake\n\nCo-authored-by: A. <ada@example.org>")
        #expect(try ada.outcome("push", "origin", "main").code == 0)
    }

    /// The summary of an edit is one line, whatever it holds: it names nobody.
    @Test func aSummaryNamesNobody() throws {
        let (wiki, _, _) = try site()
        let token = try wiki.token("ada")
        let summary = "Bake\\n\\nCo-authored-by: Root <\(Self.made)>"
        let made = try Visitor(wiki).call("PUT", "pages/Bread", token: token, "{\"markdown\":\"Flour.\\n\",\"summary\":\"\(summary)\"}")
        #expect(made.status == 201)
        let ada = Visitor(wiki)
        try ada.logsIn("ada")
        try ada.saves("Salt", "Salt.\n", summary: "Salt\r\n\r\nCo-authored-by: Root <\(Self.made)>")
        for page in ["Bread", "Salt"] { #expect(try people(page, wiki) == ["ada ada"]) }
    }

    /// Whoever confirms sees for whom: the names are whatever somebody typed.
    @Test func whoGetsTheCreditIsShown() throws {
        let (wiki, root, ada) = try site()
        try wiki.add("mo")
        let other = GitFolder(path: ada.path, variables: GitFolder.author("Harmless Bob", Self.made))
        try other.commit(["Bread.md": "Flour.\n"], message: "Bake\n\nCo-authored-by: Also Bob <mo@example.org>")
        try other.commit(["Salt.md": "Salt.\n"], message: "Salt\n\nCo-authored-by: Guest <guest@elsewhere.example>")
        #expect(try ada.outcome("push", "origin", "main").code == 0)
        // A reviewer may rename whom they like, and changes nothing of what waits.
        let map = try wiki.clone(as: "root")
        try map.commit([".mailmap": "Mallory <guest@elsewhere.example>\n"])
        #expect(try map.outcome("push", "origin", "main").code == 0)

        let asked = try root.get("/-/admin/credits")
        let said = asked.html.plain
        #expect(said.contains("2 commits as “Harmless Bob” are to count for root root"), "\(said)")
        #expect(said.contains("1 commit as “Also Bob” is to count for mo mo"))
        #expect(said.contains("1 commit as “Guest”, without an account") && !said.contains("Mallory"))
        #expect(!asked.text.contains("@example.org") && !asked.text.contains("@elsewhere"))

        let own = try root.get("/-/settings/credit").html.plain
        #expect(own.contains("Harmless Bob") && !own.contains("Also Bob") && !own.contains("Guest"))
        try root.fills("/-/settings/credit", to: "/-/settings/credit/confirm")
        #expect(try people("Bread", wiki) == ["root root", "Also Bob -?"], "an admin's own work, and no other's")

        // What was confirmed meanwhile is not what stands on the page any more.
        let stale = try root.post(WebForm(asked, to: "/-/admin/credits"))
        #expect(stale.status == 409 && stale.html.plain.contains("Others wait now than were shown"))
        #expect(try people("Bread", wiki).contains("Also Bob -?"))
        #expect(try root.post(WebForm(stale, to: "/-/admin/credits")).status == 303)
        #expect(try people("Bread", wiki) == ["root root", "mo mo"])
    }
}
