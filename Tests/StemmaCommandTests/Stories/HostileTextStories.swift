import Testing

/// Texts made to hurt: each is saved or refused, shown as a page or as its source, and nobody else is slower for it.
@Suite("Hostile texts")
struct HostileTextStories {
    private static func times(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

    /// The table of what hurt other wikis, and some more of the kind.
    static let rows: [(name: String, text: String)] = [
        ("lists in lists", times("- ", 20_000) + "x" + times("\n", 20_000)),
        ("quotes and emphasis", times(">", 20_000) + times("a*", 20_000)),
        ("images of nothing", times("![[]()", 20_000)),
        ("a wide and tall table", times("|x", 700) + "\n" + times("|-", 700) + "\n" + times("|\n", 5000)),
        ("one reference, used often", "[r]: /" + times("u", 20_000) + "\n\n" + times("[r] ", 20_000)),
        ("open emphasis", times("*a ", 20_000) + times("_a*_ ", 20_000)),
        ("open brackets", times("[", 50_000)), ("open wikilinks", times("[[", 50_000)), ("open code", times("`a``", 30_000)),
        ("open math", times("$x", 50_000)),
        ("open tags", times("<div>", 30_000)), ("open comments", times("<!--", 30_000)), ("open attributes", "<a " + times("x=1 ", 30_000)),
        ("deep quotes", times("> ", 5000) + "x"),
        (
            "many footnotes",
            (1...5000).map { "[^\($0)]" }.joined(separator: " ") + "\n\n" + (1...5000).map { "[^\($0)]: x\n" }.joined(separator: "\n")
        ),
        (
            "settings that grow",
            "---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ntitle: *d\n---\nx\n"
        ),
        ("deep settings", "---\ntitle: " + times("[", 30_000) + "\n---\nx\n"),
        ("deep settings by indent", "---\n" + (0..<2000).map { times(" ", $0) + "a:\n" }.joined() + "---\nx\n"),
        ("settings without an end", "---\n" + times("a: b\n", 50_000)), ("headings", times("# a\n", 20_000)),
        ("embeds", times("![[Home]]\n", 5000)), ("itself", "![[Hostile]]\n" + times("![[Hostile]]", 100)),
        ("autolinks", times("www.a.b", 30_000)), ("entities", times("&amp;", 30_000)), ("backslashes", times("\\", 100_000)),
        ("combining marks", "e" + times("\u{301}", 50_000)),
        ("code of no known kind", "```" + times("x", 10_000) + "\n" + times("if (a) {\n", 10_000)),
        ("highlighted code", "```cpp\n" + times("template<", 20_000) + "\n```\n"),
    ]

    @Test(arguments: rows)
    func isSavedOrRefusedAndShown(name: String, text: String) throws {
        let wiki = try RunningWiki()
        let (ada, ben) = (Visitor(wiki), Visitor(wiki))
        var form = try ada.editForm("Hostile")
        form.write(text)
        // While the text is worked on, others read: on a connection of its own, sent and not yet waited for.
        let request = try PendingRequest(ada, form)
        for address in ["/", "/Formatting", "/-/recent", "/-/health"] { #expect(try ben.get(address).status == 200, "\(address)") }
        let saved = try request.answer()
        #expect([303, 413, 422].contains(saved.status), "\(saved.status)")
        guard saved.status == 303 else { return }
        let page = try ada.get("/Hostile")
        #expect(page.status == 200)
        CrawlStories.expectHeaders(page, "/Hostile")
        let kept = try ada.get("/Hostile?raw").text
        #expect(kept == text || kept == text + "\n" || kept.hasPrefix(text.prefix(1000)))
        for address in ["/-/history/Hostile", "/-/diff/Hostile", "/-/edit/Hostile", "/-/recent", "/-/search?q=x", "/-/feed/recent", "/"] {
            #expect(try ada.get(address).status == 200, "\(address)")
        }
        let preview = try ada.post(try ada.editForm("Hostile"), to: "/-/preview/Hostile")
        #expect([200, 413, 422].contains(preview.status))
        try ada.saves("Hostile", "Harmless again.\n")
        #expect(try ada.get("/Hostile").html.plain.contains("Harmless again."))
    }

    @Test func aHistoryFullOfThemIsServed() throws {
        var history = HandmadeHistory()
        history.commit([("Home.md", .text("# Home\n"))])
        for (index, row) in Self.rows.enumerated() { history.commit([("Page-\(index).md", .text(row.text))], message: row.name) }
        let wiki = try RunningWiki(history)
        let ada = Visitor(wiki)
        for index in Self.rows.indices {
            let page = try ada.get("/Page-\(index)")
            #expect(page.status == 200)
            #expect(InertPage.problems(page).isEmpty)
        }
        #expect(try ada.get("/-/recent").text.contains("deep settings"))
    }

    @Test(arguments: [
        "-O/tmp/owned", "--output=/tmp/owned", "$(touch /tmp/owned)", "`touch /tmp/owned`", "; touch /tmp/owned", "HEAD", "@{u}", ":/x",
        "main^{tree}", "refs/heads/main", "..", "0", "*",
    ])
    func wordsThatLookLikeOptions(text: String) throws {
        let wiki = try RunningWiki()
        let ada = Visitor(wiki)
        try ada.saves("Page", "Text\n")
        let word = String(decoding: WebForm.encoded(Array(text.utf8)), as: UTF8.self)
        for address in [
            "/-/search?q=\(word)", "/-/diff/Page?from=\(word)", "/-/diff/Page?to=\(word)", "/Page?rev=\(word)",
            "/-/commit/\(word.replacing("+", with: "%20"))", "/-/revert/\(word.replacing("+", with: "%20"))",
            "/-/restore/Page?rev=\(word)", "/-/history/Page?after=\(word)", "/-/recent?after=\(word)", "/-/pages?letter=\(word)",
            "/-/search?q=a&page=\(word)", "/\(word.replacing("+", with: "%20"))",
            "/-/api/v1/diff/Page?from=\(word)", "/-/api/v1/pages?after=\(word)", "/-/api/v1/pages?limit=\(word)",
        ] {
            let answer = try ada.get(address)
            #expect(answer.status < 500, "\(address): \(answer.status)")
            CrawlStories.expectHeaders(answer, address)
        }
        #expect(TemporaryFolder.bytes("/tmp/owned") == nil)
    }

    @Test(arguments: [
        "\"", "\"a b", "a\" b\"", "c++", "NOT", "a OR", "a AND AND b", "NEAR(a b)", "*", "a*b*", "^a", "col:a", "-a", "(((", ")", "path:",
        "path:\"", "{}", "\\", "'", ";--", "\u{0}", "\u{1}\u{2}", "💥", "%", "a:b:c", "path:../..", "(a+)+$",
    ])
    func searchesThatAreNoQueries(text: String) throws {
        let wiki = try RunningWiki(files: ["Home.md": "# Home\n\nc++ NOT a b \"quoted\"\n"])
        let word = String(decoding: WebForm.encoded(Array(text.utf8)), as: UTF8.self)
        for address in ["/-/search?q=\(word)", "/-/search/titles?q=\(word)", "/-/api/v1/search?q=\(word)"] {
            let answer = try Visitor(wiki).get(address)
            #expect(answer.status < 500, "\(address)")
            CrawlStories.expectHeaders(answer, address)
        }
    }
}
