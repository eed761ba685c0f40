import Testing

/// Texts made to hurt: each is saved or refused, shown as a page or as its source, and nobody else is slower for it.
@Suite("Hostile texts")
struct HostileTextStories {
    /// How long anything of this may take at most, on any machine.
    private static let patience = Duration.seconds(10)

    private static func times(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

    /// A text and what it is known for.
    struct Row: CustomTestStringConvertible {
        let name: String
        let text: String
        var testDescription: String { name }

        init(_ name: String, _ text: String) {
            self.name = name
            self.text = text
        }
    }

    /// The one that takes longest, as long as a page may nearly be.
    static let largest = Row("open emphasis, 1.6 MB of it", times("*a ", 200_000) + times("_a*_ ", 200_000))

    /// The table of what hurt other wikis, and some more of the kind.
    static let rows: [Row] = [
        Row("lists in lists", times("- ", 20_000) + "x" + times("\n", 20_000)),
        Row("quotes and emphasis", times(">", 20_000) + times("a*", 20_000)),
        Row("images of nothing", times("![[]()", 20_000)),
        Row("a wide and tall table", times("|x", 700) + "\n" + times("|-", 700) + "\n" + times("|\n", 5000)),
        Row("one reference, used often", "[r]: /" + times("u", 20_000) + "\n\n" + times("[r] ", 20_000)),
        Row("open emphasis", times("*a ", 20_000) + times("_a*_ ", 20_000)),
        largest, Row("open brackets", times("[", 50_000)), Row("open wikilinks", times("[[", 50_000)),
        Row("open code", times("`a``", 30_000)),
        Row("open math", times("$x", 50_000)),
        Row("open tags", times("<div>", 30_000)), Row("open comments", times("<!--", 30_000)),
        Row("open attributes", "<a " + times("x=1 ", 30_000)),
        Row("deep quotes", times("> ", 5000) + "x"),
        Row(
            "many footnotes",
            (1...5000).map { "[^\($0)]" }.joined(separator: " ") + "\n\n" + (1...5000).map { "[^\($0)]: x\n" }.joined(separator: "\n")
        ),
        Row(
            "settings that grow",
            "---\na: &a [\(times("x,", 9))x]\nb: &b [\(times("*a,", 9))x]\nc: &c [\(times("*b,", 9))x]\nd: &d [\(times("*c,", 9))x]\n"
                + "title: *d\n---\nx\n"
        ),
        Row("deep settings", "---\ntitle: " + times("[", 30_000) + "\n---\nx\n"),
        Row("deep settings by indent", "---\n" + (0..<2000).map { times(" ", $0) + "a:\n" }.joined() + "---\nx\n"),
        Row("settings without an end", "---\n" + times("a: b\n", 50_000)), Row("headings", times("# a\n", 20_000)),
        Row("embeds", times("![[Home]]\n", 5000)), Row("itself", "![[Hostile]]\n" + times("![[Hostile]]", 100)),
        Row("autolinks", times("www.a.b", 30_000)), Row("entities", times("&amp;", 30_000)), Row("backslashes", times("\\", 100_000)),
        Row("combining marks", "e" + times("\u{301}", 50_000)),
        Row("code of no known kind", "```" + times("x", 10_000) + "\n" + times("if (a) {\n", 10_000)),
        Row("highlighted code", "```cpp\n" + times("template<", 20_000) + "\n```\n"),
    ]

    /// A new page ends in one newline, however many were typed.
    private static func withoutLastLineEnds(_ text: [UInt8]) -> [UInt8] { Array(text.reversed().drop { $0 == 10 }.reversed()) }

    @Test(arguments: rows)
    func isSavedOrRefusedAndShown(row: Row) throws {
        let text = row.text
        let wiki = try RunningWiki()
        let (ada, ben) = (Visitor(wiki), Visitor(wiki))
        var form = try ada.editForm("Hostile")
        form.write(text)
        // While the text is worked on, others read: on a connection of its own, sent and not yet waited for.
        let start = ContinuousClock.now
        let request = try PendingRequest(ada, form)
        for address in ["/", "/Formatting", "/-/recent", "/-/health"] { #expect(try ben.get(address).status == 200, "\(address)") }
        let saved = try request.answer()
        #expect(ContinuousClock.now - start < Self.patience, "it ends")
        #expect([303, 413, 422].contains(saved.status), "\(saved.status)")
        guard saved.status == 303 else { return }
        let page = try ada.get("/Hostile")
        #expect(page.status == 200)
        CrawlStories.expectHeaders(page, "/Hostile")
        #expect(Self.withoutLastLineEnds(try ada.get("/Hostile?raw").body) == Self.withoutLastLineEnds(Array(text.utf8)))
        for address in ["/-/history/Hostile", "/-/diff/Hostile", "/-/edit/Hostile", "/-/recent", "/-/search?q=x", "/-/feed/recent", "/"] {
            #expect(try ada.get(address).status == 200, "\(address)")
        }
        let preview = try ada.post(try ada.editForm("Hostile"), to: "/-/preview/Hostile")
        #expect([200, 413, 422].contains(preview.status))
        try ada.saves("Hostile", "Harmless again.\n")
        #expect(try ada.get("/Hostile").html.plain.contains("Harmless again."))
    }

    /// Waits for an answer while somebody reads on other connections; gives it, and how many pages they were shown before it came.
    private func answer(_ request: PendingRequest, while reader: Visitor) throws -> (answer: Answer, views: Int) {
        let start = ContinuousClock.now
        var views = 0
        while !request.isAnswered, ContinuousClock.now - start < Self.patience {
            #expect(try reader.get("/Formatting").status == 200)
            views += request.isAnswered ? 0 : 1
        }
        #expect(request.isAnswered, "it ends")
        return (try request.answer(), views)
    }

    @Test func theLargestOneHoldsNobodyUp() throws {
        let wiki = try RunningWiki()
        let (ada, ben) = (Visitor(wiki), Visitor(wiki))
        var form = try ada.editForm("Hostile")
        form.write(Self.largest.text)
        let saved = try answer(PendingRequest(ada, form), while: ben)
        #expect(saved.answer.status == 303)
        #expect(saved.views > 0, "pages are shown while it is worked on")
        let id = try wiki.git.id()
        try ada.saves("Hostile", "Harmless again.\n")
        let old = try answer(PendingRequest(ada, get: "/Hostile?rev=\(id)"), while: ben).answer
        #expect(old.status == 200 && old.html.plain.contains("You are reading revision \(id.prefix(7))"))
        CrawlStories.expectHeaders(old, "an old revision")
        let question = try WebForm(answer(PendingRequest(ada, get: "/-/restore/Hostile?rev=\(id)"), while: ben).answer)
        var confirmed = try WebForm(try ada.get("/-/restore/Hostile?rev=\(id)"))
        #expect(confirmed.action == question.action)
        confirmed["summary"] = "Once more"
        #expect(try answer(PendingRequest(ada, confirmed), while: ben).answer.status == 303)
        #expect(try wiki.git.text("Hostile.md") == Self.largest.text + "\n")
        #expect(try ada.get("/Hostile").status == 200)
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
