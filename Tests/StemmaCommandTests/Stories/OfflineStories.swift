import Testing

/// A contributor works without a network, while the wiki goes on.
@Suite("Work done offline")
struct OfflineStories {
    @Test func tenPagesAndOneOfThemChangedMeanwhile() throws {
        let pages = (1...10).map { ("Page-\($0).md", "# Page \($0)\n\nFirst line.\n\nSecond line.\n\nThird line.\n") }
        let wiki = try RunningWiki(files: Dictionary(uniqueKeysWithValues: pages), settings: "editing: accounts\n")
        let ben = try wiki.member("ben")
        try wiki.add("ada")
        let ada = try wiki.clone(as: "ada")
        #expect(try ada.files().count == 10)

        for number in 1...10 {
            let text = pages[number - 1].1.replacing("Third line.", with: "Third line, by Ada.")
            try ada.commit(["Page-\(number).md": text], message: "Work on page \(number)")
        }
        try ben.saves("Page-3", pages[2].1.replacing("First line.", with: "First line, by Ben."), summary: "Ben was here")

        let refused = try ada.outcome("push", "origin", "main")
        #expect(refused.code != 0 && refused.errors.contains("git pull"), "\(refused.errors)")
        #expect(try wiki.git.subjects().first == "Ben was here")

        try ada.run("pull", "--quiet", "--no-rebase", "--no-edit")
        let pushed = try ada.outcome("push", "origin", "main")
        #expect(pushed.code == 0, "\(pushed.errors)")
        #expect(try wiki.git.id() == ada.id())
        // The next request shows it: no waiting here.
        let reader = Visitor(wiki)
        for number in 1...10 { #expect(try reader.get("/Page-\(number)").html.plain.contains("Third line, by Ada.")) }
        #expect(try reader.get("/Page-3").html.plain.contains("First line, by Ben."))
        #expect(try reader.get("/-/search?q=%22by+Ada%22").html.addresses.contains("/Page-7"))

        let history = try reader.call("GET", "history/Page-3", token: nil).json()["revisions"]?.items ?? []
        let mine = try #require(history.first { $0["summary"]?.text == "Work on page 3" })
        #expect(mine["account"]?.text == "ada" && mine["confirmed"] == .bool(true) && mine["pushed_by"] == .null)
        #expect(history.first { $0["summary"]?.text == "Ben was here" }?["account"]?.text == "ben")
        #expect(try !reader.get("/-/history/Page-3").html.plain.contains("pushed by"), "who pushes their own work is not named twice")
        #expect(try reader.get("/-/history/Page-4").html.plain.contains("ada"))
        #expect(try wiki.git.run("fsck", "--strict").code == 0)
        try wiki.expectNothingLeft()
    }

    @Test func aBranchThatSomebodyElseMade() throws {
        let wiki = try RunningWiki(files: ["Home.md": "Home\n"], settings: "editing: accounts\n")
        try wiki.add("ada", "reviewer")
        let ada = try wiki.clone(as: "ada")
        let ben = try GitFolder.clone(ada.path, to: wiki.place.path("ben"), variables: GitFolder.author("Ben", "ben@elsewhere.example"))
        try ben.commit(["Bread.md": "Flour.\n"], message: "Bread")
        try ada.commit(["Salt.md": "Salt.\n"], message: "Salt")
        try ada.run("pull", "--quiet", "--no-rebase", "--no-edit", ben.path, "main")
        try ada.run("push", "--quiet", "origin", "main")
        let reader = Visitor(wiki)
        #expect(try reader.get("/Bread").status == 200 && reader.get("/Salt").status == 200)
        let bread = try reader.call("GET", "history/Bread", token: nil).json()["revisions"]?[0]
        #expect(bread?["author"]?.text == "Ben" && bread?["pushed_by"]?.text == "ada")
        #expect(try reader.get("/-/history/Bread").html.plain.contains("pushed by ada"))
    }
}
