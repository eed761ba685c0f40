import Testing

/// Whatever stands in git, as name, message or file, is shown as text and nothing else.
@Suite("Odd things in a history")
struct OddHistoryStories {
    static let payloads = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "</title><script>alert(1)</script>",
        "</textarea><svg onload=alert(1)>",
        "{{{csrf}}}{{#x}}", "x\"\u{301} onfocus=alert(1)", "\u{202E}evil\u{202C}", "]]><script>", "&lt;b&gt;", "<!--",
        "javascript:alert(1)", "a\u{1B}[31mred",
    ]

    @Test(arguments: payloads)
    func metadataIsEscapedEverywhere(payload: String) throws {
        let plain = String(String.UnicodeScalarView(payload.unicodeScalars.filter { $0.value != 0 }))
        let name = String(plain.map { $0 == "<" || $0 == ">" ? "/" : $0 }.filter { $0 != "/" })
        var history = HandmadeHistory()
        let title = "# \(plain)\n\nWord.\n"
        let file = plain.replacing("/", with: "∕") + ".md"
        history.commit([("Home.md", .text("# Home\n")), (file, .text(title))], message: plain, author: "\(name) <\(name)@example.org>")
        history.commit([(file, .text(title + "\nMore.\n"))], message: "\(plain)\n\n\(plain)\n", author: "\(name) <x>")
        let ada = Visitor(try RunningWiki(history))
        let id = try ada.wiki.git.id()
        let address = "/" + String(decoding: WebForm.encoded(Array(file.dropLast(3).utf8)), as: UTF8.self).replacing("+", with: "%20")
        let views = [
            address, "/-/history\(address)", "/-/diff\(address)", "/-/diff\(address)?view=split", "/-/commit/\(id)", "/-/recent",
            "/-/search?q=word", "/-/pages",
            "/-/edit\(address)", "/-/revert/\(id)", "/-/delete\(address)", "\(address)?rev=\(id)", "/-/feed/recent",
            "/-/feed/history\(address)",
            "/-/search/titles?q=a", "/-/api/v1/pages", "/-/api/v1/recent", "/-/api/v1/history\(address)",
        ]
        for view in views {
            let answer = try ada.get(view)
            #expect(answer.status == 200, "\(view)")
            #expect(InertPage.problems(answer).isEmpty, "\(view): \(InertPage.problems(answer))")
            #expect(answer["content-security-policy"] != nil)
            let isForm = view.hasPrefix("/-/edit") || view.hasPrefix("/-/revert")
            if answer["content-type"]?.contains("json") == false {
                #expect(
                    !answer.text.contains("<script>alert") && !answer.text.contains("<img src=x") && !answer.text.contains("<svg onload"),
                    "\(view)")
                let hasControls = answer.text.unicodeScalars.contains { $0.value < 32 && ![9, 10, 13].contains($0.value) }
                #expect(isForm || !hasControls, "\(view)")
            }
        }
        for view in ["/-/history\(address)", "/-/commit/\(id)", "/-/recent"] where plain.contains("\u{202E}") {
            #expect(try !ada.get(view).text.contains("\u{202E}"), "\(view) lets a name turn the line around")
        }
        for view in views where view != "/-/edit\(address)" {
            #expect(try !ada.get(view).text.contains("@example.org"), "\(view) tells an address")
        }
    }

    @Test func addressesInMessagesAreShownNowhere() throws {
        let message = """
            Thanks to Bob <bob@secret.example>

            Ask Carl <carl@secret.example>, or dora@secret.example.

            Reviewed-by: eve@secret.example
            """
        var history = HandmadeHistory()
        history.commit([("Tea.md", .text("# Tea\n\nWrite to shown@example.org.\n"))], message: "Begin")
        history.commit([("Tea.md", .text("# Tea\n\nNow write to shown@example.org.\n"))], message: message)
        let wiki = try RunningWiki(history)
        let ada = Visitor(wiki)
        let id = try wiki.git.id()
        let commit = try ada.get("/-/commit/\(id)").html.plain
        for words in ["Thanks to Bob", "Ask Carl, or dora.", "Reviewed-by: eve", "shown@example.org"] {
            #expect(commit.contains(words), "\(words): \(commit)")
        }
        let views = [
            "/Tea", "/Tea?rev=\(id)", "/-/commit/\(id)", "/-/history/Tea", "/-/recent", "/-/diff/Tea", "/-/authors/Tea", "/-/revert/\(id)",
            "/-/people/Ada", "/-/feed/recent", "/-/feed/history/Tea", "/-/feed/people/Ada", "/-/api/v1/recent", "/-/api/v1/history/Tea",
            "/-/api/v1/diff/Tea", "/-/api/v1/authors/Tea",
        ]
        for view in views {
            let answer = try ada.get(view)
            #expect(answer.status == 200, "\(view)")
            #expect(!answer.text.contains("secret.example"), "\(view) tells an address")
        }
        try wiki.stop()
        for command in [["history"], ["history", "--json"], ["diff"], ["authors", "--text"]] {
            let said = try StemmaProgram.run([command[0], wiki.folder, "Tea"] + command.dropFirst())
            #expect(said.code == 0 && !said.text.contains("secret.example"), "\(command): \(said.text)")
        }
    }

    @Test func feedsAreWellFormed() throws {
        var history = HandmadeHistory()
        for payload in Self.payloads { history.commit([("Page.md", .text(payload))], message: payload.replacing("\0", with: "")) }
        let wiki = try RunningWiki(history)
        let feed = try Visitor(wiki).get("/-/feed/recent")
        #expect(feed["content-type"]?.hasPrefix("application/atom+xml") == true)
        for address in ["/-/feed/recent", "/-/feed/history/Page"] {
            #expect(WellFormedXML.fault(in: try Visitor(wiki).get(address).body) == nil, "\(address)")
        }
    }

    @Test(arguments: [
        ("<a><b c=\"d\"/>&amp;&#39;</a>", true), ("<?xml version=\"1.0\"?>\n<a/>\n", true), ("<a>", false), ("<a></b>", false),
        ("<a>&b;</a>", false),
        ("<a>&</a>", false), ("<a b=c/>", false), ("<a b=\"<\"/>", false), ("<a>]]></a>", false), ("<a/><a/>", false), ("<a/>x", false),
        ("<a>\u{1}</a>", false), ("<a b=\"\" b=\"\"/>", false), ("<a>< </a>", false), ("", false),
    ])
    func whatIsWellFormedIsKnown(text: String, isWellFormed: Bool) {
        #expect((WellFormedXML.fault(in: Array(text.utf8)) == nil) == isWellFormed)
    }

    @Test(arguments: ["Nobody <>", "<nobody@example.org>", "  <  >", "Ünï <ü@example.org>", "A B C D E F <a@b> <c@d>"])
    func oddAuthors(author: String) throws {
        let place = try TemporaryFolder()
        let source = try GitFolder.new(place.path("odd.git"))
        let blob = try #require(try source.run("hash-object", "-w", "--stdin", input: Array("# Home\n".utf8)).lines.first)
        let tree = try #require(try source.run("mktree", input: Array("100644 blob \(blob)\tHome.md\n".utf8)).lines.first)
        let text = "tree \(tree)\nauthor \(author) 1700000000 +0000\ncommitter \(author) 1700000000 +9999\nencoding latin-9\n\nOdd\n"
        let written = try source.run("hash-object", "-t", "commit", "-w", "--stdin", "--literally", input: Array(text.utf8))
        try source.run("update-ref", "refs/heads/main", try #require(written.lines.first))
        let ada = Visitor(try RunningWiki(from: source.path, in: place))
        for address in ["/", "/-/history/Home", "/-/recent", "/-/feed/recent", "/-/commit/\(try source.id("main"))"] {
            #expect(try ada.get(address).status == 200, "\(address)")
        }
        try ada.saves("Home", "# Changed\n")
    }

    @Test(arguments: [0, 1, -1, 4_102_444_800, 99_999_999_999])
    func oddTimes(seconds: Int) throws {
        let place = try TemporaryFolder()
        let source = try GitFolder.new(place.path("odd.git"))
        let blob = try #require(try source.run("hash-object", "-w", "--stdin", input: Array("# Home\n".utf8)).lines.first)
        let tree = try #require(try source.run("mktree", input: Array("100644 blob \(blob)\tHome.md\n".utf8)).lines.first)
        let text = "tree \(tree)\nauthor Ada <a@b.c> \(seconds) +0000\ncommitter Ada <a@b.c> \(seconds) +0000\n\nOdd\n"
        let written = try source.run("hash-object", "-t", "commit", "-w", "--stdin", "--literally", input: Array(text.utf8))
        try source.run("update-ref", "refs/heads/main", try #require(written.lines.first))
        let ada = Visitor(try RunningWiki(from: source.path, in: place))
        for address in ["/", "/-/history/Home", "/-/recent", "/-/feed/recent"] { #expect(try ada.get(address).status == 200, "\(address)") }
        try ada.saves("Home", "# Changed\n")
    }
}
