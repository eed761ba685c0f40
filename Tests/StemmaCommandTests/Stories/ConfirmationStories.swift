import Testing

/// Deleting, restoring, undoing: what is confirmed is what was shown, whatever happens between question and answer.
@Suite("What is confirmed is what was shown")
struct ConfirmationStories {
    private let wiki: RunningWiki
    private let ada: Visitor
    private let ben: Visitor

    init() throws {
        wiki = try RunningWiki()
        ada = Visitor(wiki)
        ben = Visitor(wiki)
        try ada.saves("Bread", "Flour.\n")
    }

    @Test func aRefusedDeletionKeepsItsBase() throws {
        var form = try WebForm(try ben.get("/-/delete/Bread"))
        form["summary"] = String(repeating: "s", count: 501)
        let refused = try ben.post(form)
        #expect(refused.status == 422)
        try ada.saves("Bread", "Flour, and an hour of work.\n")
        var again = try WebForm(refused)
        again["summary"] = "Away with it"
        #expect(try ben.post(again).status == 409)
        again["csrf"] = "AAAAAAAAAAAAAAAAAAAAAA"
        let stale = try ben.post(again)
        #expect(stale.status == 403)
        #expect(try ben.post(try WebForm(stale)).status == 409)
        #expect(try ben.markdown("Bread") == "Flour, and an hour of work.\n")
    }

    @Test func aRestorationOfAPageThatChangedSinceAsksAgain() throws {
        let first = try wiki.git.id()
        try ada.saves("Bread", "Flour and water.\n")
        let form = try WebForm(try ben.get("/-/restore/Bread?rev=\(first)"))
        try ada.saves("Bread", "Flour and water, and an hour of work.\n")
        let refused = try ben.post(form)
        #expect(refused.status == 409)
        #expect(refused.html.plain.contains("an hour of work"), "what would change now is shown")
        #expect(try ben.markdown("Bread") == "Flour and water, and an hour of work.\n")
        #expect(try ben.post(try WebForm(refused)).status == 303)
        #expect(try ben.markdown("Bread") == "Flour.\n")
        var bare = try WebForm(try ben.get("/-/restore/Bread?rev=\(first)"))
        bare["base"] = nil
        #expect(try ben.post(bare).status == 422)
    }

    @Test func aRestorationOfAPageThatWasDeletedSinceAsksAgain() throws {
        let first = try wiki.git.id()
        try ada.saves("Bread", "Flour and water.\n")
        let form = try WebForm(try ben.get("/-/restore/Bread?rev=\(first)"))
        #expect(try ada.confirm("/-/delete/Bread").status == 303)
        let refused = try ben.post(form)
        #expect(refused.status == 409)
        #expect(try ben.get("/Bread").status == 404)
        #expect(try ben.post(try WebForm(refused)).status == 303)
        #expect(try ben.markdown("Bread") == "Flour.\n")
    }

    @Test func anUndoOfManyPagesShowsThemAll() throws {
        var history = HandmadeHistory()
        history.commit([("Home.md", .text("# Home\n")), ("A.md", .text("Apple\n")), ("B.md", .text("Bread\n")), ("f.txt", .text("1\n"))])
        history.commit([
            ("A.md", .text("Apricot\n")), ("B.md", .delete), ("C.md", .text("Cherry\n")), ("f.txt", .text("2\n")), ("g.txt", .text("3\n")),
        ])
        history.commit([("g.txt", .text("4\n"))])
        let wiki = try RunningWiki(history)
        let visitor = Visitor(wiki)
        let id = try wiki.git.id("HEAD~1")
        for address in ["/-/revert/\(id)", "/-/revert/\(id)?page=A"] {
            let question = try visitor.get(address)
            #expect(question.html.plain.contains("Undo a commit"), "\(address)")
            #expect(question.html.plain.contains("A and 2 more pages"), "\(address)")
            let files = question.html.tags("h3").map { HTMLText(question.html.content(of: $0)).plain }
            #expect(files == ["A edited", "B new", "C deleted", "f.txt edited"], "\(address): what would change, and nothing else")
            for words in ["Apple", "Apricot", "Bread", "Cherry"] { #expect(question.html.plain.contains(words), "\(address): \(words)") }
        }
        #expect(try visitor.get("/-/revert/\(id)?page=A").html.tags("a").contains { $0["href"] == "/-/history/A" }, "the way back")
        #expect(try visitor.confirm("/-/revert/\(id)?page=A").status == 303)
        #expect(try wiki.git.run("diff", "--name-only", "\(id)~1", "HEAD").lines == ["g.txt"])
    }

    @Test func anUndoOfFilesAloneNamesThem() throws {
        var history = HandmadeHistory()
        history.commit([("Home.md", .text("# Home\n"))])
        history.commit([("a.png", .text("1")), ("b.png", .text("2"))], message: "Pictures")
        let wiki = try RunningWiki(history)
        let question = try Visitor(wiki).get("/-/revert/\(try wiki.git.id())")
        #expect(question.html.plain.contains("2 files"))
        #expect(question.html.plain.contains("a.png") && question.html.plain.contains("b.png"))
        #expect(try Visitor(wiki).confirm("/-/revert/\(try wiki.git.id())").status == 303)
        #expect(try wiki.git.files() == ["Home.md"])
    }

    @Test func aVeryLongTitleIsToldInShort() throws {
        let title = String(repeating: "Ein sehr langer Titel 漢字 ", count: 1000)
        try ada.saves("Long", "# \(title)\n\nText.\n")
        let deleted = try ada.confirm("/-/delete/Long", summary: "Away")
        #expect(deleted.status == 303)
        #expect(deleted.all("set-cookie").allSatisfy { $0.utf8.count < 2000 }, "browsers drop a longer cookie")
        #expect(try ada.follow(deleted).html.plain.contains("… is deleted."))
    }

    @Test func aListSaysWhatHappenedOnce() throws {
        let id = try wiki.git.id()
        let form = try WebForm(try ben.get("/-/restore/Bread?rev=\(id)"))
        let unchanged = try ben.post(form)
        #expect(unchanged.status == 303 && unchanged.location == "/-/history/Bread")
        let words = "You changed nothing, so nothing was saved."
        #expect(try ada.get("/-/history/Bread").status == 200, "the list is kept ready")
        #expect(try ben.follow(unchanged).html.plain.contains(words))
        #expect(try !ben.get("/-/history/Bread").html.plain.contains(words))
        #expect(try !ben.get("/Bread").html.plain.contains(words))
        #expect(try !ada.get("/-/history/Bread").html.plain.contains(words))
    }

    @Test(arguments: [nil, "", "nonsense"] as [String?])
    func aDeletionWithoutABaseIsRefused(base: String?) throws {
        var form = try WebForm(try ben.get("/-/delete/Bread"))
        form["base"] = base
        #expect(try ben.post(form).status == 422)
        #expect(try ben.markdown("Bread") == "Flour.\n")
        #expect(try ben.confirm("/-/delete/Bread").status == 303)
    }
}
