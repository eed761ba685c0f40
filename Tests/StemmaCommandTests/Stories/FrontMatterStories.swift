import Testing

/// What a page says about itself, as readers and machines see it.
@Suite("Front matter")
struct FrontMatterStories {
    private static let title = "</title><script>alert(1)</script>"
    private static let description = "\"><script>alert(2)</script>"

    @Test func whatIsHostileIsShownAsText() throws {
        let text = """
            ---
            title: "</title><script>alert(1)</script>"
            description: '"><script>alert(2)</script>'
            lang: 'en" onload="alert(3)'
            tags: ["<img src=x onerror=alert(4)>", "javascript:alert(5)"]
            aliases: ["<b>alias</b>"]
            license: "<script>alert(6)</script>"
            redirect: "javascript:alert(7)"
            ---
            Words.

            """
        let wiki = try RunningWiki(
            files: [
                "Home.md": "[[<b>alias</b>]] [p](Page)\n", "Page.md": text, "Guides/More.md": text.replacing("redirect", with: "other"),
            ],
            settings: "site:\n  url: http://wiki.example.org/\n")
        let ada = Visitor(wiki)
        let id = try wiki.git.id()
        for page in ["Page", "Guides/More"] {
            let shown = try ada.get("/\(page)")
            #expect(shown.status == 200)
            let heads = shown.html.tags("title")
            #expect(heads.count == 1)
            #expect(try shown.html.text(of: #require(heads.first)).hasPrefix(Self.title))
            let metas = shown.html.tags("meta")
            for name in ["description", "og:description"] {
                let meta = metas.first { $0["name"] == name || $0["property"] == name }
                #expect(meta?["content"] == Self.description, "\(name)")
            }
            #expect(metas.first { $0["property"] == "og:title" }?["content"] == Self.title)
            #expect(shown.html.tags.allSatisfy { $0["lang"] == nil || $0["lang"] == "en" })
            for address in [
                "/\(page)", "/\(page)?rev=\(id)", "/-/history/\(page)", "/-/diff/\(page)", "/-/edit/\(page)", "/-/delete/\(page)",
                "/-/restore/\(page)?rev=\(id)", "/-/revert/\(id)", "/-/commit/\(id)", "/-/recent", "/-/pages", "/-/search?q=words", "/",
            ] {
                let answer = try ada.get(address)
                #expect(answer.status < 500, "\(address)")
                #expect(InertPage.problems(answer) == [], "\(address)")
            }
            for address in ["/-/feed/recent", "/-/feed/history/\(page)"] {
                let feed = try ada.get(address)
                #expect(WellFormedXML.fault(in: feed.body) == nil, "\(address)")
                #expect(!feed.text.contains("<script") && feed.text.contains("&lt;script"), "\(address)")
            }
        }
    }

    @Test func aPageOfAnotherLicence() throws {
        let wiki = try RunningWiki(
            files: ["Home.md": "# Home\n", "Song.md": "---\nlicense: All rights <b>reserved</b>\n---\nLa la.\n"],
            settings: "site:\n  license: CC BY-SA 4.0\n")
        let ada = Visitor(wiki)
        let home = try ada.get("/")
        #expect(home.html.plain.contains("Content is available under CC BY-SA 4.0"))
        for address in ["/Song", "/Song?rev=\(try wiki.git.id())", "/Song"] {
            let song = try ada.get(address)
            #expect(song.html.plain.contains("Content is available under All rights <b>reserved</b>"), "\(address)")
            #expect(!song.html.plain.contains("CC BY-SA"), "\(address)")
            #expect(InertPage.problems(song).isEmpty)
        }
        #expect(try ada.get("/-/recent").html.plain.contains("CC BY-SA 4.0"), "lists hold the wiki's")
    }
}
