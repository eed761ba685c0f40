import Testing

/// The settings that say how an existing history's links are meant.
@Suite("Settings of links")
struct LinkSettingsStories {
    private func visitor(_ home: String, settings: String) throws -> (visitor: Visitor, home: Answer) {
        let files = ["Home.md": home, "Bread.md": "# Bread\n", "Guides/Rye.md": "# Rye\n", "pic.png": "x"]
        let visitor = Visitor(try RunningWiki(files: files, settings: settings))
        return (visitor, try visitor.get("/"))
    }

    private func tag(_ text: String, in answer: Answer) throws -> HTMLText.Tag {
        let html = answer.html
        return try #require(html.tags("a").first { HTMLText(html.content(of: $0)).plain == text }, "no link “\(text)”")
    }

    @Test func prefixesMeanThisWiki() throws {
        let (ada, home) = try visitor(
            """
            [one](/wiki/Bread) [two](https://old.example.org/w/Guides/Rye) [three](/wiki/Nobody) [four](https://old.example.org/Bread)
            [five](/Bread) <https://old.example.org/w/Bread> ![pic](/wiki/pic.png)

            """, settings: "links:\n  prefixes: [/wiki/, https://old.example.org/w/]\n")
        #expect(try tag("one", in: home)["href"] == "/Bread")
        #expect(try tag("two", in: home)["href"] == "/Guides/Rye")
        let missing = try tag("three", in: home)
        #expect(missing["class"] == "missing")
        #expect(try ada.get(missing["href"] ?? "").status == 404)
        #expect(try tag("four", in: home)["href"] == "https://old.example.org/Bread", "another part of that site")
        #expect(try tag("five", in: home)["href"] == "/Bread")
        #expect(try tag("https://old.example.org/w/Bread", in: home)["href"] == "/Bread")
        #expect(home.html.tags("img").contains { $0["src"] == "/pic.png" })
    }

    @Test func theSiteAroundTheWikiTakesWhatTheWikiLacks() throws {
        let (_, home) = try visitor(
            "[one](/about/team) [two](/Bread) [three](Nobody)\n", settings: "links:\n  base: https://example.org/site/\n")
        #expect(try tag("one", in: home)["href"] == "https://example.org/site/about/team")
        #expect(try tag("one", in: home)["rel"]?.contains("nofollow") == true)
        #expect(try tag("two", in: home)["href"] == "/Bread")
        #expect(try tag("three", in: home)["class"] == "missing", "a relative link means the wiki")
    }

    @Test(arguments: [("target-first", "Bread|the loaf", "the loaf|Guides/Rye"), ("text-first", "the loaf|Bread", "Guides/Rye|the loaf")])
    func whichSideOfAWikilinkIsThePage(order: String, usual: String, other: String) throws {
        let (_, home) = try visitor("[[\(usual)]] [[\(other)]] [[Bread|Guides/Rye]]\n", settings: "links:\n  wikilinks: \(order)\n")
        let links = home.html.tags("a").filter { ["/Bread", "/Guides/Rye"].contains($0["href"]) }
        #expect(links.compactMap { $0["href"] }.prefix(2) == ["/Bread", "/Guides/Rye"], "where one side alone is a page, it is taken")
        #expect(links.prefix(2).allSatisfy { home.html.text(of: $0) == "the loaf" })
        let both = try #require(links.dropFirst(2).first)
        #expect(both["href"] == (order == "target-first" ? "/Bread" : "/Guides/Rye"))
        #expect(home.html.text(of: both) == (order == "target-first" ? "Guides/Rye" : "Bread"))
    }
}
