import Git
import TestSupport
import Testing
import WikiCore

/// Which page, file or folder an address means.
@Suite struct PageLookupTests {
    /// What each address leads to, in short words.
    private func answers(
        _ files: [String: History.Change], _ addresses: [String], _ configure: (inout Configuration) -> Void = { _ in }
    ) async throws -> [String] {
        let history = try History()
        try history.commitToMain(files)
        return try await withWiki(history.data, configure) { wiki in
            try await wiki.read { snapshot in try addresses.map { Self.words(try snapshot.lookup.find(GitPath($0))) } }
        }
    }

    static func words(_ result: PageLookup.Result) -> String {
        switch result {
        case .page(let page): "page \(page.file)"
        case .markdown(let page): "markdown \(page.file)"
        case .file(let file): "file \(file.file)"
        case .folder(let folder): "folder \(folder)"
        case .moved(let address): "moved \(address)"
        case .several(let addresses): "several \(addresses)"
        case .missing: "missing"
        }
    }

    @Test func theOrderOfTheDesign() async throws {
        let files: [String: History.Change] = [
            "Foo.md": "a\n", "Foo.md.md": "b\n", "Bar.md": "c\n", "pic.png": "p", "Guides/One.md": "1\n", "Guides/Deep/Two.md": "2\n",
            "x.markdown": "x\n",
        ]
        let found = try await answers(
            files, ["Foo", "Foo.md", "Bar.md", "pic.png", "Guides", "Guides/Deep", "Guides/One", "x", "x.markdown", "None", ""])
        #expect(
            found == [
                "page Foo.md", "page Foo.md.md", "markdown Bar.md", "file pic.png", "folder Guides", "folder Guides/Deep",
                "page Guides/One.md",
                "page x.markdown", "markdown x.markdown", "missing", "folder ",
            ])
    }

    @Test func folderPages() async throws {
        let files: [String: History.Change] = [
            "Home.md": "h\n", "A/index.md": "i\n", "A/README.md": "r\n", "A/Home.md": "h\n", "B/readme.MD": "r\n", "C.md": "beside\n",
            "C/Home.md": "inside\n",
            "D/Index.md": "---\nredirect: C\n---\n", "D/Home.md": "home\n", "E/Page.md": "e\n",
        ]
        let found = try await answers(
            files, ["", "A", "A/index", "A/README", "A/Home", "B", "B/readme", "C", "C/Home", "D", "D/Index", "E", "Home"])
        #expect(
            found == [
                "page Home.md", "page A/index.md", "moved A", "page A/README.md", "page A/Home.md", "page B/readme.MD", "moved B",
                "page C.md", "page C/Home.md",
                "page D/Home.md", "page D/Index.md", "folder E", "moved ",
            ])
    }

    @Test(
        arguments: [
            (["Home.md", "index.md", "README.md"], nil, "Home.md"), (["index.md", "README.md"], nil, "index.md"),
            (["readme.md", "Other.md"], nil, "readme.md"),
            (["Home.md", "Start.md"], "Start", "Start.md"), (["Home.md", "Start.md"], "start", "Start.md"),
            (["Home.md"], "None", "Home.md"),
            (["Home.md", "Guide/Start.md"], "Guide/Start", "Guide/Start.md"), (["Other.md"], nil, nil),
            (["Home.md", "Start.md"], "Start.md", "Start.md"),
            (["Home.md", "Guide/Start.markdown"], "guide/start.MARKDOWN", "Guide/Start.markdown"),
            (["Home.md", "Start.md", "Start.md.md"], "Start.md", "Start.md.md"),
        ] as [([String], String?, String?)])
    func theHomePage(_ files: [String], _ configured: String?, _ expected: String?) async throws {
        let history = try History()
        try history.commitToMain(Dictionary(uniqueKeysWithValues: files.map { ($0, "text of \($0)\n") }))
        let home = try await withWiki(history.data, { $0.pages.home = configured }) { wiki in
            try await wiki.read { try $0.lookup.homePage()?.file.display }
        }
        #expect(home == expected)
    }

    @Test func onlyReadmes() async throws {
        let found = try await answers(
            ["README.md": "r\n", "src/README.md": "s\n", "src/deep/README.md": "d\n", "src/main.c": "c"],
            ["", "src", "src/deep", "README", "src/README", "src/main.c"])
        #expect(found == ["page README.md", "page src/README.md", "page src/deep/README.md", "moved ", "moved src", "file src/main.c"])
    }

    @Test func pagesBelowARoot() async throws {
        let files: [String: History.Change] = [
            "README.md": "r\n", "docs/index.md": "i\n", "docs/Guide/A.md": "a\n", "docs/p.png": "p", "other.png": "o",
        ]
        let found = try await answers(files, ["", "index", "Guide", "Guide/A", "p.png", "README", "docs/index", "other.png", "guide/a"]) {
            $0.pages.root = "docs"
        }
        #expect(
            found == [
                "page docs/index.md", "moved ", "folder Guide", "page docs/Guide/A.md", "file docs/p.png", "missing", "missing", "missing",
                "moved Guide/A",
            ])
    }

    @Test func theForgivingLookup() async throws {
        let files: [String: History.Change] = [
            "Getting-Started.md": "g\n", "Twin A.md": "1\n", "twin-a.md": "2\n", "Pic One.png": "p", "Big Folder/Page.md": "b\n",
            "caf\u{E9}.md": "c\n",
            "_Sidebar.md": "s\n",
        ]
        let found = try await answers(
            files,
            [
                "getting_started", "Getting Started", "TWIN_A", "pic-one.PNG", "big_folder", "big-folder/page", "CAFE\u{301}", "_sidebar",
                "_Sidebar", "Gettin",
            ])
        #expect(
            found == [
                "moved Getting-Started", "moved Getting-Started", "several [Twin A, twin-a]", "moved Pic One.png", "moved Big Folder",
                "moved Big Folder/Page",
                "moved café", "missing", "page _Sidebar.md", "missing",
            ])
    }

    @Test func formerNames() async throws {
        let history = try History()
        try history.commitToMain(["Old.md": "a text of its own\n"])
        try history.commitToMain(["Old.md": .gone, "Guide/Newer.md": "a text of its own\n"])
        try history.commitToMain(["Guide/Newer.md": .gone, "Newest.md": "a text of its own\n", "Gone.md": "g\n"])
        try history.commitToMain(["Gone.md": .gone])
        try await withWiki(history.data) { wiki in
            let found = try await wiki.read { snapshot in
                try ["Old", "Guide/Newer", "Newest", "Gone", "Guide"].map { Self.words(try snapshot.lookup.find(GitPath($0))) }
            }
            #expect(found == ["moved Newest", "moved Newest", "page Newest.md", "missing", "missing"])
        }
    }

    @Test func namesOfEveryKind() async throws {
        let names = [
            "What?", "a#b", "100%", "C++", "a&b|c", "\"quoted\"", "It's", "<b>", "new\nline", "--option", "back\\slash", "日本語", "%2F",
            "a:b",
        ]
        let files = Dictionary(uniqueKeysWithValues: names.map { ("\($0).md", History.Change.text("text\n")) })
        let found = try await answers(files, names)
        #expect(found == names.map { "page \($0).md" })
    }

    @Test func bytesThatAreNoTextAreFound() async throws {
        let history = try History()
        let file = GitPath(bytes: [0x41, 0xFF, 0x2E, 0x6D, 0x64])
        let blob = try history.repository.writeBlob(Array("text\n".utf8))
        let tree = try history.repository.updateTree(
            history.repository.writeEmptyTree(), [.put(file, mode: TreeUpdate.fileMode, blob: blob)])
        let base = try history.commit(tree: tree, onto: [])
        try history.setMain(base)
        let path = GitPath(bytes: [0x41, 0xFF])
        try await withWiki(history.data) { wiki in
            let found = try await wiki.read { snapshot in
                guard case .page(let page) = try snapshot.lookup.find(path) else { return nil as GitPath? }
                return page.file
            }
            #expect(found == file)
            let saved = try await wiki.submit(.save(path: path, text: Array("more\n".utf8), base: base)).saved()
            #expect(saved.path == path)
            _ = try await wiki.submit(.delete(path: path, base: saved.revision)).saved()
        }
        #expect(try history.git("ls-tree", "main") == "")
        try await expectRebuildIsSame(history.data)
    }

    /// The home pages of the two real histories.
    @Test(
        .enabled("the histories are not beside this repository") { Corpus.golangWiki.exists && Corpus.rustRFCs.exists },
        arguments: [(Corpus.golangWiki, "index.md"), (.rustRFCs, "README.md")])
    func homesOfRealWikis(_ corpus: Corpus, _ file: String) async throws {
        let folder = try TemporaryFolder()
        let data = DataFolder(folder.path)
        // The newest state alone is quick to index.
        let origin = try corpus.clone(to: "\(folder.path)/origin.git")
        _ = try ChildProcess.run("git", ["clone", "-q", "--bare", "--depth=1", "file://\(origin.directory)", data.repository])
        try await withWiki(data) { wiki in
            let home = try await wiki.read { try $0.lookup.homePage()?.file.display }
            #expect(home == file)
            let addresses = try await wiki.read { snapshot in
                try snapshot.index.pages(under: .root, after: nil, limit: 10_000).map { page in
                    let address = try snapshot.lookup.address(of: page)
                    return try snapshot.lookup.find(address) == .page(page)
                }
            }
            #expect(addresses.count > 150 && addresses.allSatisfy { $0 })
        }
    }
}
