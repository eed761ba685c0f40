import Git
import TestSupport
import Testing
import WikiCore

/// A page that appears, goes or changes makes old what links to it, and nothing else.
@Suite struct LinkStateTests {
    /// The pages whose count an update raises.
    private func raised(_ files: [String: History.Change], by change: [String: History.Change]) async throws -> Set<String> {
        let history = try History()
        try history.commitToMain(files)
        return try await withWiki(history.data) { wiki in
            func counts() async throws -> [String: Int] {
                let pages = try await wiki.read { try $0.index.pages(under: .root, after: nil, limit: 1000) }
                return Dictionary(uniqueKeysWithValues: pages.map { ($0.path.display, wiki.linkStates.count(of: $0.id)) })
            }
            let before = try await counts()
            let shared = wiki.linkStates.sharedCount
            try history.commitToMain(change)
            try await wiki.indexer.catchUp()
            #expect(wiki.linkStates.sharedCount == shared)
            return Set(try await counts().filter { before[$0.key] != nil && $0.value > before[$0.key] ?? 0 }.map(\.key))
        }
    }

    private let files: [String: History.Change] = [
        "Home.md": "[[New]] [x](Guide/Page)\n", "Piped.md": "[[words|New]]\n", "Embeds.md": "![[Page]]\n", "Outer.md": "![[Embeds]]\n",
        "Image.md": "![p](pic.png)\n",
        "Guide/Page.md": "text\n", "Other.md": "nothing here\n", "Folder.md": "[f](Things/)\n",
    ]

    @Test func aPageThatAppears() async throws {
        #expect(try await raised(files, by: ["Deep/New.md": "n\n"]) == ["Home", "Piped"])
        #expect(try await raised(files, by: ["Unlinked.md": "u\n"]) == [])
    }

    @Test func aPageThatGoes() async throws {
        #expect(try await raised(files, by: ["Guide/Page.md": .gone]) == ["Home", "Embeds", "Outer"])
    }

    @Test func whatIsShownInPlaceIsFollowed() async throws {
        let names = try await raised(files, by: ["Guide/Page.md": "other text\n"])
        #expect(names.isSuperset(of: ["Embeds", "Outer"]))
        #expect(names.isDisjoint(with: ["Other", "Image", "Folder", "Piped"]))
    }

    @Test func whatShowsAPageShowsItsLinks() async throws {
        #expect(try await raised(files, by: ["Deep/New.md": "n\n"]) == ["Home", "Piped"])
        let shown = files.merging(["Frame.md": "![[Home]]\n", "Frames.md": "![[Frame]]\n"]) { $1 }
        #expect(try await raised(shown, by: ["Deep/New.md": "n\n"]) == ["Home", "Piped", "Frame", "Frames"])
    }

    /// `README` stands for the folder as long as nothing does that comes before it.
    @Test func aFolderPageThatGivesWay() async throws {
        let linked: [String: History.Change] = [
            "Guide/README.md": "---\naliases: [Start]\n---\nr\n", "A.md": "[[README]]\n", "B.md": "[[Start]]\n", "C.md": "![[B]]\n",
            "D.md": "[[Guide/Other]]\n", "Guide/Other.md": "o\n",
        ]
        let index: [String: History.Change] = ["Guide/index.md": "i\n"]
        #expect(try await raised(linked, by: index).isSuperset(of: ["A", "B", "C"]))
        let both = linked.merging(index) { $1 }
        #expect(try await raised(both, by: ["Guide/index.md": .gone]).isSuperset(of: ["A", "B", "C"]))
        #expect(try await raised(both, by: ["Guide/index.md": "---\nredirect: A\n---\n"]).isSuperset(of: ["A", "B", "C"]))
        #expect(try await raised(both, by: ["Guide/index.md": "i, and more\n"]).isDisjoint(with: ["D"]))
        #expect(try await raised(both, by: ["Guide/Other.md": "more\n"]).isDisjoint(with: ["A", "B", "C"]))
        #expect(try await raised(linked, by: ["Guide.md": "g\n"]).isSuperset(of: ["A", "B", "C"]))
    }

    @Test func filesAndFolders() async throws {
        #expect(try await raised(files, by: ["a/pic.png": "p"]) == ["Image"])
        #expect(try await raised(files, by: ["Things/One.md": "1\n"]) == ["Folder"])
    }

    @Test func aPageThatOldAddressesName() async throws {
        var linked = files
        linked["Other.md"] = "[x](https://old.example/wiki/Go%20Page?y#z)\n"
        #expect(try await raised(linked, by: ["Go Page.md": "g\n"]) == ["Other"])
    }

    @Test func aFolderThatAppearsBesideItsPage() async throws {
        let beside: [String: History.Change] = ["Things.md": "[x](./Other)\n", "Other.md": "o\n", "A/Things.md": "[x](./Other)\n"]
        #expect(try await raised(beside, by: ["Things/Deep/One.md": "1\n"]) == ["Things"])
        #expect(try await raised(beside.merging(["Things/One.md": "1\n"]) { $1 }, by: ["Things/One.md": .gone]) == ["Things"])
    }

    @Test func anAliasThatAppears() async throws {
        #expect(try await raised(files, by: ["Other.md": "---\naliases: [New]\n---\n"]).isSuperset(of: ["Home", "Piped"]))
    }

    @Test func anAliasThatGoes() async throws {
        var named = files
        named["Other.md"] = "---\naliases: [New]\n---\nnothing here\n"
        #expect(try await raised(named, by: ["Other.md": "nothing here\n"]) == ["Home", "Piped"])
        #expect(try await raised(named, by: ["Other.md": .gone]) == ["Home", "Piped"])
    }

    @Test func whatAnotherProcessIndexedCountsToo() async throws {
        let history = try History()
        try history.commitToMain(files)
        try await withWiki(history.data) { wiki in
            let home = try await wiki.page("Home")
            let before = wiki.linkStates.count(of: home.id)
            try history.commitToMain(["Deep/New.md": "n\n"])
            try await withWiki(history.data) { _ in }
            try await wiki.indexer.catchUp()
            #expect(wiki.linkStates.count(of: home.id) == before + 1)
            #expect(try wiki.linkStates.tip == history.main())
        }
    }

    @Test func aFolderPageIsKnownByItsFolder() async throws {
        let folder: [String: History.Change] = ["A.md": "![[Guide]]\n", "B.md": "![[A]]\n", "Guide/Home.md": "g\n", "C.md": "c\n"]
        let names = try await raised(folder, by: ["Guide/Home.md": "other\n"])
        #expect(names.isSuperset(of: ["A", "B"]) && !names.contains("C"))
    }

    @Test func aLinkToAPlaceFollowsRedirects() async throws {
        let linked: [String: History.Change] = [
            "A.md": "[[Older#x]]\n", "B.md": "[[Older]]\n", "Older.md": "---\nredirect: Old\n---\n", "Old.md": "---\nredirect: New\n---\n",
            "New.md": "n\n", "C.md": "[[Round#x]]\n", "Round.md": "---\nredirect: Circle\n---\n",
            "Circle.md": "---\nredirect: Round\n---\n",
        ]
        #expect(try await raised(linked, by: ["New.md": "## x\n"]) == ["A"])
        #expect(try await raised(linked, by: ["Circle.md": "---\nredirect: Old\n---\n"]) == ["C"])
    }

    @Test func aFolderIsNamedByTheWayToIt() async throws {
        let linked: [String: History.Change] = [
            "A.md": "[x](/#x)\n", "B.md": "[[B]]\n", "Home.md": "h\n", "Guide/Home.md": "g\n", "Guide/C.md": "[x](./)\n",
        ]
        #expect(try await raised(linked, by: ["Home.md": "other\n"]).isSuperset(of: ["A"]))
        #expect(try await raised(linked, by: ["Guide/Home.md": "other\n"]).isSuperset(of: ["Guide/C"]))
        #expect(try await raised(linked, by: ["B.md": "[[B]] other\n"]) == ["B"])
    }

    @Test func embedsInACircle() async throws {
        let circle: [String: History.Change] = ["A.md": "![[B]]\n", "B.md": "![[A]]\n", "C.md": "c\n"]
        #expect(try await raised(circle, by: ["A.md": "![[B]] more\n"]).isSuperset(of: ["B"]))
    }

    @Test func aHugeUpdateMakesAllOld() async throws {
        let history = try History()
        try history.commitToMain(["Home.md": "h\n"])
        try await withWiki(history.data) { wiki in
            let before = wiki.linkStates.sharedCount
            try history.commitToMain(Dictionary(uniqueKeysWithValues: (0..<1100).map { ("pic \($0).png", History.Change.text("\($0)")) }))
            try await wiki.indexer.catchUp()
            #expect(wiki.linkStates.sharedCount > before)
        }
    }
}
