import Git
import TestSupport
import Testing
import WikiCore

@Suite struct SearchTests {
    /// The paths of the pages that each query finds, best first.
    private func found(_ files: [String: History.Change], _ queries: [String]) async throws -> [[String]] {
        let history = try History()
        try history.commitToMain(files)
        return try await withWiki(history.data) { wiki in
            try await wiki.read { snapshot in
                try queries.map { text in
                    let query = SearchQuery(text)
                    let hits = try snapshot.index.search(query, limit: 50)
                    #expect(try snapshot.index.searchCount(query, bound: 50) == hits.count, "\(text)")
                    return hits.map(\.page.path.display)
                }
            }
        }
    }

    @Test func titleOverHeadingOverBody() async throws {
        let files: [String: History.Change] = [
            "Body.md": "# Other\n\nA text of some length with the word zebra in it.\n",
            "Heading.md": "# Another\n\n## Zebra\n\nA text of some length.\n",
            "Title.md": "# All about zebra life\n\nA text of some length.\n", "Zebra.md": "A text of some length.\n", "None.md": "horse\n",
        ]
        #expect(
            try await found(files, ["zebra", "ZEBRA"]) == [["Zebra", "Title", "Heading", "Body"], ["Zebra", "Title", "Heading", "Body"]])
    }

    @Test func anExactTitleIsFirst() async throws {
        let many = String(repeating: "Getting Started getting started ", count: 50)
        let files: [String: History.Change] = [
            "A.md": .text("# Getting Started with many things and getting started again\n\n\(many)\n"), "Getting-Started.md": "Short.\n",
            "B.md": .text(many),
        ]
        for query in ["getting started", "Getting-Started", "GETTING_STARTED"] {
            #expect(try await found(files, [query]).first?.first == "Getting-Started", "\(query)")
        }
    }

    @Test func accentsPrefixesAndPhrases() async throws {
        let files: [String: History.Change] = [
            "A.md": "Ein Résumé über Käse.\n", "B.md": "quick brown fox\n", "C.md": "brown quick fox\n",
            "D.md": "configuration of things\n", "E.md": "naive\n",
        ]
        let results = try await found(
            files,
            [
                "resume kase", "RÉSUMÉ", "naïve", "\"quick brown\"", "\"brown quick\" fox", "config", "config things", "\"config\"",
                "qui bro", "fox quick",
            ])
        #expect(results[0...2] == [["A"], ["A"], ["E"]])
        #expect(results[3...4] == [["B"], ["C"]])
        #expect(results[5] == ["D"])
        // Only the last word may be a beginning, and not one in quotes.
        #expect(results[6] == [])
        #expect(results[7] == [] && results[8] == [])
        #expect(Set(results[9]) == ["B", "C"])
    }

    @Test func pathsNarrow() async throws {
        let files: [String: History.Change] = [
            "Guide/One.md": "word\n", "Guide/Two Words.md": "word\n", "Guidebook.md": "word\n", "Other/One.md": "word\n",
        ]
        let results = try await found(
            files, ["word path:Guide/", "word path:guide/two_words", "path:Other", "path:/Guide/ word", "path:None word", "path:"])
        #expect(
            results.map(Set.init) == [
                ["Guide/One", "Guide/Two Words"], ["Guide/Two Words"], ["Other/One"], ["Guide/One", "Guide/Two Words"], [], [],
            ])
        let atOrBelow = try await found(
            files, ["word path:Guide", "path:guide", "path:\"Guide/Two Words\" word", "path:Guidebook", "path:Gui"])
        #expect(
            atOrBelow.map(Set.init) == [
                ["Guide/One", "Guide/Two Words"], ["Guide/One", "Guide/Two Words"], ["Guide/Two Words"], ["Guidebook"], [],
            ])
    }

    @Test func tagsNarrow() async throws {
        let files: [String: History.Change] = [
            "A.md": "---\ntags: [Baking, two words, café]\n---\nbread\n", "B.md": "---\ntags: baking\n---\nbeer\n",
            "C.md": "baking bread\n",
            "Guide/D.md": "---\ntags: [baking, 'say \"hi\" now']\n---\nbread\n", "R.md": "---\nredirect: A\ntags: [baking]\n---\n",
            "_Sidebar.md": "---\ntags: [baking]\n---\nbread\n",
        ]
        let queries = [
            "tag:baking", "tag:BAKING bread", "tag:\"two words\"", "tag:Two-Words", "tag:cafe", "tag:baking tag:café",
            "tag:baking path:Guide",
            "tag:bak", "tag:", "tag:none bread", "\"tag:baking\"", SearchQuery.tagged("say \"hi\" now"), SearchQuery.tagged("Baking"),
        ]
        let results = try await found(files, queries)
        #expect(results[0] == ["A", "B", "Guide/D"])
        #expect(
            results.map(Set.init) == [
                ["A", "B", "Guide/D"], ["A", "Guide/D"], ["A"], ["A"], ["A"], ["A"], ["Guide/D"], [], [], [], [], ["Guide/D"],
                ["A", "B", "Guide/D"],
            ])
        // A tag is a word to find the page by, too.
        #expect(try await found(files, ["café", "baking"]).map(Set.init) == [["A"], ["A", "B", "C", "Guide/D"]])
    }

    @Test func languagesWithoutSpaces() async throws {
        let files: [String: History.Change] = [
            "Chinese.md": "# 维基\n\n我们今天学习编程语言。\n", "Japanese.md": "これは日本語のテキストです。\n", "Thai.md": "ภาษาไทยไม่มีช่องว่างระหว่างคำ\n",
            "Mixed.md": "Go语言 is fun\n",
            "Korean.md": "한국어 위키 문서\n",
        ]
        let results = try await found(files, ["学习", "编程语言", "维基", "日本", "テキスト", "ไทย", "ช่องว่าง", "语言", "Go语言", "习学", "한국어", "위키"])
        #expect(
            results.map(Set.init) == [
                ["Chinese"], ["Chinese"], ["Chinese"], ["Japanese"], ["Japanese"], ["Thai"], ["Thai"], ["Chinese", "Mixed"], ["Mixed"], [],
                ["Korean"], ["Korean"],
            ])
    }

    @Test func identifiersAreWhole() async throws {
        let files: [String: History.Change] = [
            "A.md": "Use `http.Client` here.\n", "B.md": "client of http\n", "C.md": "snake_case_name and camelCase\n",
            "D.md": "```\nfmt.Println(x)\n```\n",
        ]
        let results = try await found(files, ["http.Client", "snake_case_name", "camelcase", "fmt.Println", "\"http client\""])
        #expect(results == [["A"], ["C"], ["C"], ["D"], ["A"]])
    }

    @Test(arguments: [
        "c++", "\"foo", "foo\"", "NOT", "*", "a OR b", "AND", "NEAR(a b)", "title:foo", "a*b", "^a", "(", "{a b}: c", "-a", "'", "\\",
        "\"\"", "\u{0}", "a\u{0}b", "%", "__",
        "path:\"", "👍", "\u{200B}", String(repeating: "a ", count: 100), "💥\"*", "col:\"x\" + y", ";--", "a\u{1}b\u{2}",
    ])
    func syntaxIsWords(_ query: String) async throws {
        _ = try await found(["A.md": "some text with c++ and not much else or so\n"], [query])
    }

    @Test func wordsThatLookLikeSyntaxAreFound() async throws {
        let files: [String: History.Change] = ["A.md": "c++ is not c\n", "B.md": "near the end\n", "C.md": "either this or that\n"]
        let results = try await found(files, ["NOT", "near", "this OR that", "C++ is", "title:nothing"])
        #expect(results == [["A"], ["B"], ["C"], ["A"], []])
    }

    @Test func excerptsMarkWhatWasFound() async throws {
        let history = try History()
        try history.commitToMain([
            "A.md": "Some <b>bold</b> words\n\nand a zebra & more\u{2}, 日本語テキスト\n", "R.md": "---\nredirect: A\n---\nzebra\n",
            "_Sidebar.md": "zebra\n",
        ])
        try await withWiki(history.data) { wiki in
            let hits = try await wiki.read { try $0.index.search(SearchQuery("zebra"), limit: 10) }
            #expect(hits.map(\.page.path.display) == ["A"])
            #expect(hits.first?.excerpt.contains("\u{1}zebra\u{2}") == true)
            let marks = hits.first?.excerpt.unicodeScalars.filter { $0.value < 32 }.count
            #expect(marks == 2)
            let other = try await wiki.read { try $0.index.search(SearchQuery("テキスト"), limit: 10).first?.excerpt }
            #expect(other?.contains("\u{200B}") == false)
        }
    }

    @Test func whatIsFoundWithoutItsAccentsIsMarked() async throws {
        let history = try History()
        try history.commitToMain([
            "A.md": "Ein Caf\u{E9} und ein Re\u{301}sume\u{301}.\n", "Über.md": "# Über uns\n\nuber\n",
            "C.md": "# Uber alles\n\nuber uns uber uns uber uns\n",
        ])
        try await withWiki(history.data) { wiki in
            let excerpts = try await wiki.read { snapshot in
                try ["cafe", "CAFÉ", "resume", "caf"].map { try snapshot.index.search(SearchQuery($0), limit: 5).first?.excerpt ?? "" }
            }
            #expect(excerpts[0].contains("\u{1}Caf\u{E9}\u{2}") && excerpts[1] == excerpts[0])
            #expect(
                excerpts[2].unicodeScalars.split(separator: "\u{1}").last?.starts(with: "Re\u{301}sume\u{301}\u{2}".unicodeScalars) == true)
            #expect(excerpts[3].contains("\u{1}Caf\u{E9}\u{2}"))
            let first = try await wiki.read { try $0.index.search(SearchQuery("uber uns"), limit: 5).first?.page.path.display }
            #expect(first == "Über", "an exact title comes first, with its accents or without")
            let typed = try await wiki.read { try $0.index.titles(beginning: "uber u", limit: 5).map(\.path.display) }
            #expect(typed.first == "Über")
        }
    }

    @Test func titlesWhileTyping() async throws {
        let files: [String: History.Change] = [
            "Go.md": "g\n", "Gopher.md": "# All Gophers\n", "About Go.md": "a\n", "Old.md": "---\nredirect: Go\n---\n# Go old\n",
            "_Sidebar.md": "# Gone\n", "日本語.md": "j\n",
        ]
        let history = try History()
        try history.commitToMain(files)
        try await withWiki(history.data) { wiki in
            let typed = try await wiki.read { snapshot in
                try ["go", "GOPH", "日本", "", "zzz", "\"", "%"].map {
                    try snapshot.index.titles(beginning: $0, limit: 5).map(\.path.display)
                }
            }
            #expect(typed[0].first == "Go" && Set(typed[0]) == ["Go", "Gopher", "About Go"])
            #expect(typed[1] == ["Gopher"] && typed[2] == ["日本語"])
            #expect(typed[3...].allSatisfy { $0.isEmpty })
        }
    }

    @Test func whatIsEditedIsFoundAnewAtOnce() async throws {
        let history = try History()
        let base = try history.commitToMain(["A.md": "zebra\n"])
        try await withWiki(history.data) { wiki in
            _ = try await wiki.save("A", "giraffe\n", base: base).saved()
            let after = try await wiki.read { snapshot in
                try ["zebra", "giraffe"].map { try snapshot.index.search(SearchQuery($0), limit: 5).count }
            }
            #expect(after == [0, 1])
            try history.commitToMain(["A.md": .gone, "B.md": "giraffe\n"])
            await wiki.freshen()
            let moved = try await wiki.read { try $0.index.search(SearchQuery("giraffe"), limit: 5).map(\.page.path.display) }
            #expect(moved == ["B"])
        }
    }
}
