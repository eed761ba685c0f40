import Testing

/// Looking before saving.
@Suite("Preview")
struct PreviewStories {
    private let wiki: RunningWiki
    private let ada: Visitor

    init() throws {
        wiki = try RunningWiki(environment: ["STEMMA_LIMITS_EDITS_PER_MINUTE": "3"])
        ada = Visitor(wiki)
        try ada.saves("Bread", "Flour and water.\n")
    }

    @Test func withoutScriptsTheFormComesBackWithThePreview() throws {
        let text = "\nFlour, **water** and [[Nobody]]. </textarea><script>x</script>\n"
        for _ in 1...5 {
            var form = try ada.editForm("Bread")
            form.write(text, summary: "Why & how", author: "Ada")
            let address = try #require(form.otherActions.first)
            let answer = try ada.post(form, to: address)
            #expect(answer.status == 200)
            #expect(answer.html.plain.contains("Preview Flour, water and Nobody"))
            #expect(InertPage.problems(answer).isEmpty)
            let again = try WebForm(answer)
            #expect(again["markdown"]?.replacing("\r\n", with: "\n") == text)
            #expect(again["summary"] == "Why & how")
            #expect(again["author"] == "Ada")
            #expect(again["base"] == form["base"])
        }
        #expect(try ada.markdown("Bread") == "Flour and water.\n", "a preview saves nothing, and counts towards no rate")
        #expect(try ada.save("Bread", "Flour.\n").status == 303)
    }

    @Test func withScriptsOnlyThePreviewComes() throws {
        var form = try ada.editForm("Guides/Bread")
        form.write("# Title\n\n[up](../Bread.md) <img src=x onerror=alert(1)>\n")
        let answer = try ada.post(form, to: "/-/preview/Guides/Bread", ("X-Fragment", "preview"))
        #expect(answer.status == 200)
        #expect(InertPage.problems(answer).isEmpty)
        CrawlStories.expectHeaders(answer, "the preview")
    }

    /// A form may send the field of a new page's name empty. That names no page, above all not the home page.
    @Test func anEmptyNameIsNoName() throws {
        try ada.saves("Guides/Rye", "Rye and water.\n")
        var form = try ada.editForm("Guides/Rye")
        form["path"] = ""
        form.write("Rye and water.\n\n[beside](Salt)\n")
        let address = "/-/preview/Guides/Rye"
        for answer in [try ada.post(form, to: address, ("X-Fragment", "preview")), try ada.post(form, to: address)] {
            #expect(answer.status == 200)
            #expect(answer.html.tags("a").contains { $0["href"]?.contains("Guides/Salt") == true }, "links go out from its own folder")
            #expect(answer.text.contains("<ins") && !answer.text.contains("<del"), "compared with its own text")
        }
    }

    @Test func ofANewPage() throws {
        var form = try WebForm(try ada.get("/-/new?path=Rye"))
        form["path"] = "Guides/Rye"
        form.write("Rye.\n")
        let answer = try ada.post(form, to: try #require(form.otherActions.first))
        #expect(answer.status == 200)
        let again = try WebForm(answer)
        #expect(again["path"] == "Guides/Rye")
        #expect(again["markdown"]?.hasPrefix("Rye.") == true)
        #expect(try ada.get(try ada.post(again).location).html.plain.contains("Rye."))
        #expect(try wiki.git.files().contains("Guides/Rye.md"))
    }

    @Test func theNameOfANewPageComesBackAsItWasTyped() throws {
        var form = try WebForm(try ada.get("/-/new?path=Rye"))
        form["path"] = "Dark Rye/Sour_Dough Bread"
        form.write("Rye.\n")
        let previewed = try WebForm(try ada.post(form, to: form.otherActions[0]))
        #expect(previewed["path"] == "Dark Rye/Sour_Dough Bread")
        form["summary"] = String(repeating: "s", count: 501)
        let refused = try ada.post(form)
        #expect(refused.status == 422)
        var again = try WebForm(refused)
        #expect(again["path"] == "Dark Rye/Sour_Dough Bread")
        again["summary"] = ""
        let saved = try ada.post(again)
        #expect(saved.status == 303, "\(saved.html.plain)")
        #expect(try wiki.git.files().contains("Dark Rye/Sour_Dough Bread.md"))
    }

    @Test func refusedPreviewsGiveTheTextBack() throws {
        var form = try ada.editForm("Bread")
        form.write("Mine.\n")
        form["csrf"] = "AAAAAAAAAAAAAAAAAAAAAA"
        let stale = try ada.post(form, to: "/-/preview/Bread")
        #expect(stale.status == 403)
        #expect(try WebForm(stale)["markdown"]?.hasPrefix("Mine.") == true)
        var large = try ada.editForm("Bread")
        large.write(String(repeating: "words ", count: 360_000))
        let refused = try ada.post(large, to: "/-/preview/Bread")
        #expect(refused.status == 413)
        #expect(refused.html.textarea("markdown")?.count == 2_160_000)
    }
}
