import Git
import TestSupport
import Testing
import WikiCore

@Suite struct FindingTests {
    @Test func whatPeopleMayWantToKnow() async throws {
        let history = try History()
        let latin: [UInt8] = Array("caf".utf8) + [0xE9, 0x0A]
        try history.commitToMain([
            "Home.md": "[[None]] [[Twin]] [x](A/Twin) [[words|A/Twin]] [[A/Twin|words]]\n", "A/Twin.md": "a\n", "B/Twin.md": "b\n",
            "Self.md": "---\nredirect: Self\n---\n", "Lost.md": "---\nredirect: Nowhere\n---\n", "Right.md": "---\nredirect: Home\n---\n",
            "Broken.md": "---\ntitle: [unclosed\n---\ntext\n", "Latin.md": .bytes(latin, mode: 0o100644), "Old.textile": "h1. Old\n",
            "link.md": .symlink("Home.md"),
        ])
        try await withWiki(history.data) { wiki in
            let findings = try await wiki.read { try $0.findings() }
            func paths(_ kind: Finding.Kind) -> [String] { findings.filter { $0.kind == kind }.map { "\($0.path) \($0.detail)".trimmed } }
            #expect(paths(.missingLink) == ["Home None"])
            #expect(paths(.ambiguousLink) == ["Home Twin"])
            #expect(paths(.pipeOrder) == ["Home words|A/Twin"])
            #expect(paths(.redirect) == ["Lost Nowhere", "Self Self"])
            #expect(paths(.frontMatter).count == 1 && paths(.frontMatter)[0].hasPrefix("Broken"))
            #expect(paths(.notUTF8) == ["Latin"])
            #expect(paths(.unrendered) == [])
            #expect(paths(.otherFormat) == ["Old.textile"])
            #expect(paths(.notFollowed).count == 1 && paths(.notFollowed)[0].hasPrefix("link.md"))
            #expect(findings.filter(\.kind.isWrong).count == 4)
        }
    }

    @Test func partsAreLookedAtToo() async throws {
        let history = try History()
        try history.commitToMain([
            "Home.md": "h\n", "_Sidebar.md": "[[Home]] [[Nowhere]]\n", "Guide/_Header.md": "---\ntitle: [unclosed\n---\ntext\n",
            "Guide/Page.md": "p\n", "_Footer.md": "[[words|Home]]\n",
        ])
        try await withWiki(history.data) { wiki in
            let findings = try await wiki.read { try $0.findings() }
            #expect(findings.filter { $0.kind == .missingLink }.map(\.path.display) == ["_Sidebar"])
            #expect(findings.filter { $0.kind == .frontMatter }.map(\.path.display) == ["Guide/_Header"])
            let census = try await wiki.read { try $0.wikilinkCensus() }
            #expect(census.targetFirst == 0 && census.textFirst == 1)
        }
    }

    @Test func namesThatAreHardToUseOrToTellApart() async throws {
        let history = try History()
        try history.commitToMain([
            "Home.md": "h\n", "home page.md": "1\n", "Home-Page.md": "2\n", "Guides/A.md": "a\n", "guides/B.md": "b\n", "logo.png": "l",
            "logo.png.md": "p\n", "both.md": "x\n", "both/C.md": "c\n", "BOTH2.md": "y\n", "both2/D.md": "d\n", "-dash.md": "d\n",
            "ends./x.md": "e\n", "tab\t.md": "t\n", "cafe\u{301}.md": "n\n", "_images/fine.png": "i", "a\\b.txt": "b",
        ])
        try await withWiki(history.data) { wiki in
            let findings = try await wiki.read { try $0.findings() }
            let alike = findings.filter { $0.kind == .alikeName }.map { "\($0.path) \($0.detail)" }
            #expect(
                Set(alike) == [
                    "home page Home-Page.md", "guides Guides", "logo.png logo.png.md", "both2 BOTH2.md",
                ])
            let hard = findings.filter { $0.kind == .hardName }
            #expect(Set(hard.map(\.path.display)) == ["-dash", "ends./x", "tab\t", "cafe\u{301}", "a\\b.txt"])
            #expect(hard.allSatisfy { !$0.detail.isEmpty } && findings.allSatisfy { !$0.kind.isWrong })
        }
    }

    @Test func redirects() async throws {
        let history = try History()
        try history.commitToMain([
            "Home.md": "h\n", "Right.md": "---\nredirect: Guide\n---\n", "Guide/Home.md": "g\n", "Self.md": "---\nredirect: self\n---\n",
            "Loop A.md": "---\nredirect: Loop B\n---\n",
            "Loop B.md": "---\nredirect: Loop A\n---\n", "Away.md": "---\nredirect: https://example.org/\n---\n",
        ])
        try await withWiki(history.data) { wiki in
            let targets = try await wiki.read { snapshot in
                try ["Right", "Self", "Loop A", "Away", "Home"].map { path in
                    try snapshot.index.page(path: GitPath(path)).flatMap { try snapshot.redirectTarget(of: $0) }?.display
                }
            }
            #expect(targets == ["Guide", nil, "Loop B", nil, nil])
        }
    }

    /// In the Go wiki, `[[text|Page]]` is how links read: the count finds it out.
    @Test(.enabled("the histories are not beside this repository") { Corpus.golangWiki.exists })
    func theCensusOfARealWiki() async throws {
        let folder = try TemporaryFolder()
        let data = DataFolder(folder.path)
        let origin = try Corpus.golangWiki.clone(to: "\(folder.path)/origin.git")
        // The last state before the wiki's links were rewritten as plain Markdown.
        let old = try origin("rev-list", "-1", "--before=2023-11-01", "HEAD")
        try origin("update-ref", "refs/heads/master", old)
        _ = try ChildProcess.run("git", ["clone", "-q", "--bare", "--depth=1", "file://\(origin.directory)", data.repository])
        try await withWiki(data) { wiki in
            let census = try await wiki.read { try $0.wikilinkCensus() }
            #expect(census.textFirst > census.targetFirst, "\(census)")
        }
    }

    @Test func theCensusOfAbsoluteLinks() async throws {
        let history = try History()
        try history.commitToMain([
            "A.md": """
            [x](/wiki/B) [x](/wiki/C) [x](/B) [x](/deep/er/B) [x](/none/None) [x](/odd,name/B)
            <https://old.example/w/wiki/B> [x](https://old.example/w/wiki/Two%20Words#h) [x](https://old.example/w/wiki/None)
            [x](https://other.example/wiki/B) [x](https://other.example/wiki/X) [x](https://other.example/wiki/Y)
            [x](https://top.example/B) [x](https://top.example/C?x=1) [x](https://top.example/)

            """,
            "B.md": "b\n", "C.md": "c\n", "Two Words.md": "t\n", "_Sidebar.md": "[x](/wiki/B)\n",
        ])
        try await withWiki(history.data) { wiki in
            let census = try await wiki.read { try $0.prefixCensus() }
            let counts = Dictionary(uniqueKeysWithValues: census.map { ($0.prefix, $0.count) })
            #expect(counts == ["/wiki/": 3, "/deep/er/": 1, "https://old.example/w/wiki/": 2, "https://top.example/": 2])
            #expect(census.first?.prefix == "/wiki/")
        }
    }

    @Test func theCensusOfSmallWikis() async throws {
        let history = try History()
        try history.commitToMain(["A.md": "[[A|one]] [[two|B]] [[three|B]] [[A|B]] [[B]]\n", "B.md": "b\n"])
        try await withWiki(history.data) { wiki in
            let census = try await wiki.read { try $0.wikilinkCensus() }
            #expect(census.targetFirst == 2 && census.textFirst == 3)
        }
    }
}

extension String {
    /// Without the space after it.
    fileprivate var trimmed: String { hasSuffix(" ") ? String(dropLast()) : self }
}
