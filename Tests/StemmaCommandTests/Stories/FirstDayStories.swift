import Testing

/// What somebody does on the first day with a wiki.
@Suite("The first day")
struct FirstDayStories {
    @Test func aNewWikiFromNothing() throws {
        let wiki = try RunningWiki()
        let visitor = Visitor(wiki)
        let home = try visitor.get("/")
        #expect(home.status == 200)
        #expect(home.html.tags("h1").count == 1)
        #expect(try wiki.git.files().contains("Home.md"))
        #expect(try visitor.get("/Formatting").status == 200)
        #expect(try wiki.stop().code == 0)
    }

    @Test func aNewcomerEditsAPageAndFindsTheEditEverywhere() throws {
        let wiki = try RunningWiki()
        let visitor = Visitor(wiki)
        let text = "# Orchard\n\nThe quince was planted in 1907.\n"
        let shown = try visitor.saves("Orchard", text, summary: "Begin with the quince", author: "Ada")
        #expect(shown.html.plain.contains("The quince was planted in 1907."))
        #expect(shown.html.plain.contains("Saved. This page is new."))

        let clone = try GitFolder.clone("\(wiki.folder)/wiki.git", to: wiki.place.path("clone"))
        #expect(try clone.subjects().first == "Begin with the quince")
        #expect(try clone.text("Orchard.md") == text)
        #expect(try clone.run("log", "-1", "--format=%an|%cn").lines == ["Ada|Wiki"])

        let id = try clone.id()
        for address in ["/-/history/Orchard", "/-/recent", "/-/feed/recent", "/-/feed/history/Orchard", "/-/commit/\(id)"] {
            let page = try visitor.get(address)
            #expect(page.status == 200)
            #expect(page.text.contains("Begin with the quince"), "not in \(address)")
            #expect(page.text.contains("Ada"))
        }
        #expect(try visitor.get("/-/diff/Orchard").html.plain.contains("planted"))
        #expect(try visitor.get("/-/search?q=quin").html.addresses.contains("/Orchard"))
    }

    @Test func aWrongParagraphIsUndoneInTwoClicksAndALaterEditStays() throws {
        let wiki = try RunningWiki()
        let (ada, ben) = (Visitor(wiki), Visitor(wiki))
        let good = "One.\n\nTwo.\n\nThree.\n\nFour.\n\nFive.\n"
        try ada.saves("Page", good)
        try ada.saves("Page", "One.\n\nWrong paragraph.\n\nTwo.\n\nThree.\n\nFour.\n\nFive.\n", summary: "Paste")
        try ben.saves("Page", try ben.markdown("Page").replacing("Five.", with: "Five and a half."), summary: "Later")

        let history = try ada.get("/-/history/Page")
        let undo = try #require(history.html.tags("a").filter { $0["href"]?.hasPrefix("/-/revert/") == true }.dropFirst().first?["href"])
        let question = try ada.get(undo)
        #expect(question.html.plain.contains("Wrong paragraph."))
        let page = try ada.follow(try ada.post(try WebForm(question)))
        #expect(page.html.plain.contains("That edit is undone."))
        #expect(try ada.markdown("Page") == good.replacing("Five.", with: "Five and a half."))
        #expect(try wiki.git.run("fsck", "--strict").code == 0)
    }

    @Test func anOlderTextIsRestored() throws {
        let wiki = try RunningWiki()
        let ada = Visitor(wiki)
        try ada.saves("Page", "The first text.\n")
        let first = try wiki.git.id()
        try ada.saves("Page", "The second text.\n")
        let old = try ada.get("/Page?rev=\(first.prefix(7))")
        #expect(old.html.plain.contains("The first text."))
        let restore = try ada.link("Restore this revision", in: old)
        let page = try ada.follow(try ada.confirm(restore))
        #expect(page.html.plain.contains("The older text is back."))
        #expect(try ada.markdown("Page") == "The first text.\n")
        #expect(try wiki.git.subjects().count == 4)
    }

    @Test func aPageIsDeletedAndBroughtBack() throws {
        let wiki = try RunningWiki()
        let ada = Visitor(wiki)
        try ada.saves("Guides/Page", "The text.\n")
        #expect(try ada.confirm("/-/delete/Guides/Page", summary: "No longer true").status == 303)
        #expect(try wiki.git.subjects().first == "No longer true")
        #expect(try !wiki.git.files().contains("Guides/Page.md"))
        let gone = try ada.get("/Guides/Page")
        #expect(gone.status == 404)
        #expect(gone.html.plain.contains("No longer true"))
        let page = try ada.follow(try ada.confirm(try ada.link("Bring it back", in: gone)))
        #expect(page.html.plain.contains("This page is back."))
        #expect(try ada.markdown("Guides/Page") == "The text.\n")
    }
}
