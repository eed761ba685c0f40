import Testing

/// Two people write one page at the same time.
@Suite("Two people at one page")
struct MeetingStories {
    private let wiki: RunningWiki
    private let ada: Visitor
    private let ben: Visitor
    private static let start = "# Bread\n\nFlour and water.\n\nKnead it.\n\nBake it.\n"

    init() throws {
        wiki = try RunningWiki()
        ada = Visitor(wiki)
        ben = Visitor(wiki)
        try ada.saves("Bread", Self.start, author: "Ada")
    }

    /// Both open the form, then Ada saves hers.
    private func both(_ hers: String, _ his: String) throws -> Answer {
        var (one, two) = (try ada.editForm("Bread"), try ben.editForm("Bread"))
        one.write(hers, author: "Ada")
        two.write(his, summary: "His way", author: "Ben")
        #expect(try ada.post(one).status == 303)
        return try ben.post(two)
    }

    private func text(_ answer: Answer) -> String {
        String(decoding: answer.html.textarea("markdown") ?? [], as: UTF8.self).replacing("\r\n", with: "\n")
    }

    @Test func changesOfDifferentWordsFitTogether() throws {
        let saved = try both(
            Self.start.replacing("Flour", with: "Rye flour"), Self.start.replacing("Bake it.", with: "Bake it for an hour."))
        let page = try ben.follow(saved)
        #expect(page.html.plain.contains("Ada saved this page while you were writing. Your changes fit together; nothing was lost."))
        #expect(try ben.markdown("Bread") == "# Bread\n\nRye flour and water.\n\nKnead it.\n\nBake it for an hour.\n")
        #expect(try wiki.git.run("log", "--format=%an", "--max-count=2").lines == ["Ben", "Ada"])
        #expect(try !ben.get("/Bread").html.plain.contains("fit together"), "a word about a save is said once")
    }

    @Test func additionsAtOnePlaceAreBothKept() throws {
        let saved = try both(Self.start + "\nAda’s tip.\n", Self.start + "\nBen’s tip.\n")
        let page = try ben.follow(saved)
        #expect(page.html.plain.contains("both additions are kept, theirs first"))
        #expect(try ben.markdown("Bread") == Self.start + "\nAda’s tip.\n\nBen’s tip.\n")
    }

    @Test func theSameWordsAreAConflictThatIsSettled() throws {
        let refused = try both(Self.start.replacing("Flour", with: "Rye flour"), Self.start.replacing("Flour", with: "Wheat flour"))
        #expect(refused.status == 409)
        let plain = refused.html.plain
        for words in ["Flour and water.", "Rye flour and water.", "Wheat flour and water.", "Ada"] { #expect(plain.contains(words)) }
        let merged = text(refused)
        for words in ["<<<<<<<", "Rye flour and water.", "=======", "Wheat flour and water.", ">>>>>>>", "Knead it."] {
            #expect(merged.contains(words))
        }
        var form = try WebForm(refused)
        #expect(form["summary"] == "His way")
        #expect(form["author"] == "Ben")
        form.write(Self.start.replacing("Flour", with: "Rye and wheat flour"))
        let page = try ben.follow(try ben.post(form))
        #expect(page.html.plain.contains("Rye and wheat flour and water."))
        #expect(try wiki.git.run("log", "--format=%an|%s", "--max-count=1").lines == ["Ben|His way"])
        #expect(try wiki.git.run("rev-list", "--merges", "HEAD").output.isEmpty)
    }

    @Test func aConflictWhileSettlingIsAConflictAgain() throws {
        let refused = try both(Self.start.replacing("Flour", with: "Rye"), Self.start.replacing("Flour", with: "Wheat"))
        var form = try WebForm(refused)
        form.write(Self.start.replacing("Flour", with: "Both"))
        try ada.saves("Bread", Self.start.replacing("Flour", with: "Barley"))
        let again = try ben.post(form)
        #expect(again.status == 409)
        #expect(text(again).contains("Both and water.") && text(again).contains("Barley and water."))
    }

    @Test func aPageThatWasDeletedMeanwhile() throws {
        var form = try ben.editForm("Bread")
        form.write(Self.start + "More.\n", summary: "Add", author: "Ben")
        #expect(try ada.confirm("/-/delete/Bread").status == 303)
        let refused = try ben.post(form)
        #expect(refused.status == 409)
        #expect(text(refused) == Self.start + "More.\n")
        #expect(try ben.post(try WebForm(refused)).status == 303)
        #expect(try ben.markdown("Bread") == Self.start + "More.\n")
    }

    @Test func aPageThatChangedIsNotDeletedUnseen() throws {
        let question = try WebForm(try ben.get("/-/delete/Bread"))
        try ada.saves("Bread", Self.start + "Important.\n")
        let refused = try ben.post(question)
        #expect(refused.status == 409)
        #expect(try ben.markdown("Bread").contains("Important."))
    }

    @Test func aPageThatBothBegin() throws {
        var (one, two) = (try ada.editForm("New"), try ben.editForm("New"))
        one.write("Ada’s beginning.\n")
        two.write("Ben’s beginning.\n")
        #expect(try ada.post(one).status == 303)
        let refused = try ben.post(two)
        #expect(refused.status == 409)
        #expect(text(refused).contains("Ada’s beginning.") && text(refused).contains("Ben’s beginning."))
    }

    @Test func theSameTextTwiceIsSavedOnce() throws {
        let count = try wiki.git.subjects().count
        let saved = try both(Self.start + "Same.\n", Self.start + "Same.\n")
        #expect(saved.status == 303)
        #expect(try wiki.git.subjects().count == count + 1)
        let unchanged = try ben.save("Bread", try ben.markdown("Bread"))
        #expect(try ben.follow(unchanged).html.plain.contains("You changed nothing, so nothing was saved."))
        #expect(try wiki.git.subjects().count == count + 1)
    }

    @Test func anUndoThatOthersBuiltUponAsks() throws {
        try ada.saves("Bread", Self.start.replacing("Knead it.", with: "Knead it twice."), summary: "Twice")
        let id = try wiki.git.id()
        try ada.saves("Bread", Self.start.replacing("Knead it.", with: "Knead it twice, by hand."))
        let refused = try ben.confirm("/-/revert/\(id)")
        #expect(refused.status == 409)
        #expect(text(refused).contains("by hand"))
        #expect(try ben.markdown("Bread").contains("Knead it twice, by hand."))
        let first = try #require(try wiki.git.run("log", "--format=%H", "--", "Bread.md").lines.last)
        let creation = try ben.confirm("/-/revert/\(first)")
        #expect(creation.status == 409)
        #expect(try ben.markdown("Bread").contains("by hand"))
    }

    @Test func aMovedPageIsFollowed() throws {
        var form = try ben.editForm("Bread")
        let clone = try GitFolder.clone(wiki.git.path, to: wiki.place.path("clone"))
        try clone.run("mv", "Bread.md", "Loaf.md")
        try clone.run("commit", "--quiet", "--message", "Move")
        try clone.run("push", "--quiet")
        form.write(Self.start.replacing("Bake it.", with: "Bake it well."))
        let page = try ben.follow(try ben.post(form))
        #expect(page.html.plain.contains("Bake it well."))
        #expect(try wiki.git.files().filter { $0.hasSuffix("Bread.md") || $0.hasSuffix("Loaf.md") } == ["Loaf.md"])
    }
}
