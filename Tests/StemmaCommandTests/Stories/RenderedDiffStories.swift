import Testing

/// What changed, shown on the page as it reads.
@Suite("Rendered differences")
struct RenderedDiffStories {
    private func compared(_ old: String, _ new: String) throws -> Answer {
        let wiki = try RunningWiki()
        let ada = Visitor(wiki)
        var ids: [String] = []
        for text in [old, new] {
            try ada.saves("Page", text)
            ids.append(try wiki.git.id())
        }
        return try ada.get("/-/diff/Page?from=\(ids[0])&to=\(ids[1])&view=rendered")
    }

    @Test func aChangeIsShownOnThePageAsItReads() throws {
        let answer = try compared(
            "# Trees\n\nAn *old oak* stands [here](/Map).\n\n- one\n- two\n",
            "# Trees\n\nAn *old elm* stands [here](/Plan).\n\n- one\n- two\n- three\n"
        )
        #expect(answer.status == 200)
        let html = answer.html
        let deleted = html.tags("del").filter { $0["class"] == "diff-del" }.map { html.text(of: $0) }
        let inserted = html.tags("ins").filter { $0["class"] == "diff-ins" }.map { html.text(of: $0) }
        #expect(deleted == ["oak"])
        #expect(inserted == ["elm", "three"])
        #expect(html.tags("li").contains { $0["class"] == "diff-inserted" })
        #expect(html.tags("span").contains { $0["class"] == "diff-note" && html.text(of: $0).contains("Plan") })
        #expect(html.tags("a").contains { $0["href"]?.contains("view=rendered") == true && $0["aria-current"] == "true" })
        #expect(!html.tags("div").contains { $0["class"]?.hasPrefix("block") == true }, "no Markdown besides")
    }

    @Test func hostileTextStaysText() throws {
        let answer = try compared(
            "Plain words are here.\n",
            "Plain <ins class=\"diff-ins\" onclick=\"x()\">words</ins> <script>alert(1)</script> `</p><b>` are here.\n")
        #expect(answer.status == 200)
        #expect(!answer.html.tags("article").isEmpty)
        #expect(!answer.html.tags.contains { $0["onclick"] != nil })
        #expect(!answer.html.tags("script").contains { $0["src"] == nil })
        #expect(answer.html.tags("ins").contains { $0["class"] == nil }, "the author's own mark is no mark of ours")
    }

    @Test func aPageThatBeganIsAllNew() throws {
        let wiki = try RunningWiki()
        let ada = Visitor(wiki)
        try ada.saves("Page", "First words.\n")
        let id = try wiki.git.id()
        let html = try ada.get("/-/diff/Page?to=\(id)&view=rendered").html
        #expect(html.tags("p").contains { $0["class"] == "diff-inserted" })
        #expect(html.tags("del").isEmpty)
    }
}
