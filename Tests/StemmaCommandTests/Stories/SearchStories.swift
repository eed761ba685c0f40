import Testing

/// What the search box finds, and how it shows it.
@Suite("Search")
struct SearchStories {
    private let visitor: Visitor

    init() throws {
        visitor = Visitor(
            try RunningWiki(files: [
                "Home.md": "# Home\n\nNothing of that kind.\n", "Guides/Garden.md": "# Gardens\n\nThe old garden fence is red.\n",
                "Notes/Wood.md": "# Wood\n\nA fence around the garden, of oak.\n", "Guides/Tools.md": "# Tools\n\nSaw and hammer.\n",
                "Notes/Odd.md": "# Odd\n\n`<script>alert(\"quince\")</script>` & more\n",
            ]))
    }

    private func found(_ query: String) throws -> (pages: [String], marks: [String], answer: Answer) {
        let address = "/-/search?q=" + String(decoding: WebForm.encoded(Array(query.utf8)), as: UTF8.self)
        let answer = try visitor.get(address)
        #expect(answer.status == 200, "\(query)")
        #expect(InertPage.problems(answer).isEmpty, "\(query)")
        let pages = answer.html.addresses.filter { $0.hasPrefix("/Guides/") || $0.hasPrefix("/Notes/") }
        return (pages, answer.html.tags("mark").map { answer.html.text(of: $0) }, answer)
    }

    @Test func theWordsThatWereFoundAreMarked() throws {
        let both = try found("garden fence")
        #expect(Set(both.pages) == ["/Guides/Garden", "/Notes/Wood"])
        #expect(both.answer.html.plain.contains("2 pages have"))
        #expect(Set(both.marks) == ["garden", "fence"], "\(both.marks)")
        let beginning = try found("hamm")
        #expect(beginning.pages == ["/Guides/Tools"])
        #expect(beginning.marks == ["hammer"], "a beginning marks the whole word")
        #expect(try found("quinces").pages.isEmpty)
    }

    @Test func aPhraseIsFoundInItsOrder() throws {
        #expect(try found("\"garden fence\"").pages == ["/Guides/Garden"])
        #expect(try found("\"fence garden\"").pages.isEmpty)
        #expect(try found("\"fence around the garden\" oak").pages == ["/Notes/Wood"])
    }

    @Test func aPathNarrowsTheSearch() throws {
        #expect(try found("path:Guides fence").pages == ["/Guides/Garden"])
        #expect(try found("fence path:notes").pages == ["/Notes/Wood"])
        #expect(try Set(found("path:Guides").pages) == ["/Guides/Garden", "/Guides/Tools"])
        #expect(try found("path:Nowhere fence").pages.isEmpty)
    }

    @Test func anExcerptIsTextAndNothingElse() throws {
        let odd = try found("quince")
        #expect(odd.pages == ["/Notes/Odd"])
        #expect(odd.marks == ["quince"])
        #expect(odd.answer.html.plain.contains("<script>alert(\" quince \")</script>"))
    }
}
