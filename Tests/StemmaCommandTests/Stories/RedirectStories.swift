import Testing

/// Pages that send their readers elsewhere.
@Suite("Redirects")
struct RedirectStories {
    private func page(_ target: String) -> String { "---\nredirect: \(target)\n---\nOn the way to \(target).\n" }

    /// A chain of redirects that ends at a page.
    private func chain(of length: Int) throws -> Visitor {
        var files = ["Home.md": "# Home\n", "End.md": "Arrived.\n"]
        for number in 1...length { files["Step-\(number).md"] = page(number == length ? "End" : "Step-\(number + 1)") }
        return Visitor(try RunningWiki(files: files))
    }

    @Test(arguments: [1, 2, 3, 8])
    func aChainIsFollowedToItsEnd(length: Int) throws {
        let ada = try chain(of: length)
        let answer = try ada.get("/Step-1")
        #expect(answer.status == 302)
        let end = try ada.follow(answer)
        #expect(end.status == 200)
        #expect(end.html.plain.contains("Arrived.") && end.html.plain.contains("You came here from Step-1"))
        #expect(try !ada.get("/End?from=Home").html.plain.contains("You came here from"), "an address can't claim it")
    }

    @Test func aChainThatIsTooLongIsNotFollowed() throws {
        let ada = try chain(of: 9)
        let shown = try ada.get("/Step-1")
        #expect(shown.status == 200)
        #expect(shown.html.plain.contains("or round in a circle") && shown.html.plain.contains("On the way to Step-2."))
        #expect(try ada.get("/Step-2").status == 302)
    }

    @Test func aCircleIsShownAsItIs() throws {
        let files = [
            "Home.md": "x\n", "A.md": page("B"), "B.md": page("C"), "C.md": page("A"), "Into.md": page("A"), "Self.md": page("Self"),
        ]
        let ada = Visitor(try RunningWiki(files: files))
        for name in ["A", "B", "C", "Into", "Self"] {
            let shown = try ada.get("/\(name)")
            #expect(shown.status == 200, "\(name)")
            #expect(shown.html.plain.contains("or round in a circle"), "\(name)")
        }
    }

    @Test func aRedirectToNothingNamesWhatIsMissing() throws {
        let ada = Visitor(try RunningWiki(files: ["Home.md": "x\n", "Old.md": page("Guides/New"), "Older.md": page("Old")]))
        let shown = try ada.get("/Old")
        #expect(shown.status == 200)
        #expect(shown.html.plain.contains("This page redirects to Guides/New , and there is no such page yet."))
        #expect(try ada.get(try ada.link("Guides/New", in: shown)).status == 404)
        let older = try ada.follow(try ada.get("/Older"))
        #expect(older.html.plain.contains("You came here from Older") && older.html.plain.contains("there is no such page yet"))
        try ada.saves("Guides/New", "Here now.\n")
        #expect(try ada.follow(try ada.get("/Older")).html.plain.contains("Here now."))
    }

    @Test func aSavedRedirectIsAcknowledgedWhereItLeads() throws {
        let wiki = try RunningWiki(files: ["Home.md": "x\n", "New.md": "The new place.\n", "Old.md": "The old place.\n"])
        let ada = Visitor(wiki)
        let saved = try ada.save("Old", page("New"))
        #expect(saved.status == 303 && saved.location == "/Old")
        let led = try ada.follow(saved)
        #expect(led.status == 302)
        let shown = try ada.follow(led)
        #expect(shown.html.plain.contains("Saved.") && shown.html.plain.contains("The new place."))
        #expect(shown.html.tags("body").first?["data-saved"] == "Old", "the copy in the browser is done with")
        #expect(try ada.link("See the change", in: shown).hasPrefix("/-/diff/Old?"))
        #expect(try !ada.get("/New").html.plain.contains("Saved."), "it is said once")
    }
}
