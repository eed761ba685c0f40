import Git
import TestSupport
import Testing
import WikiCore

/// The order in which pages are read: the author's, where there is one.
@Suite struct ReadingOrderTests {
    private func order(_ files: [String: History.Change], _ configure: (inout Configuration) -> Void = { _ in }) async throws -> ReadOrder {
        let history = try History()
        try history.commitToMain(files)
        return try await withWiki(history.data, configure) { try await ReadOrder($0) }
    }

    @Test func theTreeByNaturalOrder() async throws {
        let order = try await order([
            "Home.md": "h\n", "10 Ten.md": "t\n", "2 Two.md": "t\n", "b/README.md": "r\n", "b/x.md": "x\n", "b/deep/y.md": "y\n",
            "C.md": "c\n",
            "C/in.md": "i\n", "a/only.md": "o\n", "_Footer.md": "f\n", "Old.md": "---\nredirect: C\n---\n",
            "Plan.md": "---\ndraft: true\n---\n",
            "drafts/One.md": "---\ndraft: true\n---\n",
        ])
        #expect(order.pages == ["Home", "2 Two", "10 Ten", ".a/only", "b/README", "..b/deep/y", ".b/x", "C", ".C/in"])
        #expect(order.steps["Home"] == "- /2 Two" && order.steps["10 Ten"] == "/2 Two /a/only")
        #expect(order.steps["b/README"] == "/a/only /b/deep/y" && order.steps["C/in"] == "/C -")
        #expect(order.steps["Old"] == "- -" && order.steps["Plan"] == "- -" && order.steps["_Footer"] == "- -")
    }

    @Test func weights() async throws {
        let order = try await order([
            "a.md": "---\nweight: 2\n---\n", "b.md": "---\norder: '1'\n---\n", "c.md": "---\norder: -0.5\n---\n", "d.md": "d\n",
            "e/index.md": "---\nweight: 1.5\n---\n", "e/p.md": "p\n", "f.md": "---\nweight: 1.7\n---\n", "f/q.md": "q\n",
            "g.md": "---\nweight: soon\n---\n",
        ])
        #expect(order.pages == ["c", "b", "e/index", ".e/p", "f", ".f/q", "a", "d", "g"])
        #expect(order.steps["e/index"] == "/b /e/p" && order.steps["f/q"] == "/f /a")
    }

    @Test func theSidebar() async throws {
        let order = try await order([
            "_Sidebar.md":
                "# Book\n\n* [[Start|Zoo]]\n  * [one](Guide/One)\n* [[Gone]] [x](https://example.org) [[Zoo]]\n* ![[pic.png]] [[Draft]]\n",
            "Zoo.md": "z\n", "Guide/One.md": "1\n", "Apple.md": "a\n", "Guide/Two.md": "2\n", "Home.md": "h\n",
            "Draft.md": "---\ndraft: true\n---\n",
        ])
        #expect(order.pages == ["Zoo", ".Guide/One", "Home", "Apple", ".Guide/Two"])
        #expect(order.steps["Zoo"] == "- /Guide/One" && order.steps["Guide/One"] == "/Zoo -")
        // What the list does not name goes by the tree, past what it names.
        #expect(order.steps["Apple"] == "/ /Guide/Two" && order.steps["Guide/Two"] == "/Apple -")
    }

    @Test func aFolderWithASidebarOfItsOwn() async throws {
        let order = try await order([
            "_Sidebar.md": "* [[A]]\n* [[Book/Home]]\n* [[Z]]\n", "Book/_Sidebar.md": "* [[/A|up]]\n* [[Last]]\n* [[First]]\n",
            "A.md": "a\n",
            "Z.md": "z\n", "Book/Home.md": "h\n", "Book/First.md": "f\n", "Book/Last.md": "l\n", "Book/sub/More.md": "m\n",
        ])
        #expect(order.pages == ["A", "Z", "Book/Last", "Book/First", "Book/Home", "..Book/sub/More"])
        #expect(order.steps["A"] == "- /Book" && order.steps["Z"] == "/Book -")
        #expect(order.steps["Book/Last"] == "/A /Book/First" && order.steps["Book/First"] == "/Book/Last -")
        #expect(order.steps["Book/Home"] == "- /Book/sub/More")
    }

    @Test func theSummaryOfABook() async throws {
        let order = try await order([
            "SUMMARY.md":
                "# Summary\n\n[Preface](preface.md)\n\n- [One](one/README.md)\n  - [Part](one/part.md)\n- [Two](two.md)\n- [Draft]()\n",
            "preface.md": "p\n", "one/README.md": "1\n", "one/part.md": "p\n", "two.md": "2\n", "appendix.md": "a\n",
        ])
        #expect(order.pages == ["preface", "one/README", ".one/part", "two", "appendix", "SUMMARY"])
        #expect(order.steps["one/README"] == "/preface /one/part" && order.steps["two"] == "/one/part -")
    }

    private let navigation = """
        # A site.
        ---
        site_name: Site
        nav:
          - index.md
          - User Guide:
              - 'Writing': 'guide/writing.md'
              - guide/styling.md
              - Elsewhere: https://example.org/
          - Missing: gone.md
          - About: about.md
        markdown_extensions:
          - pymdownx.emoji:
              emoji_index: !!python/name:material.extensions.emoji.twemoji
        """

    @Test(arguments: ["", "docs"]) func theNavigationOfMkDocs(_ root: String) async throws {
        let order = try await order([
            "mkdocs.yml": .text(navigation), "docs/index.md": "i\n", "docs/guide/writing.md": "w\n", "docs/guide/styling.md": "s\n",
            "docs/about.md": "a\n", "docs/other.md": "o\n",
        ]) { $0.pages.root = root }
        let folder = root.isEmpty ? "docs/" : ""
        #expect(order.pages.first == (root.isEmpty ? "docs/index" : "index"))
        #expect(order.steps["\(folder)guide/writing"]?.hasSuffix(" /\(folder)guide/styling") == true)
        #expect(order.steps["\(folder)about"] == "/\(folder)guide/styling -")
        #expect(order.pages.last.map { String($0.drop { $0 == "." }) } == "\(folder)other")
    }

    @Test func theNavigationNamesItsFolder() async throws {
        for (setting, folder) in [("docs_dir: .\n", ""), ("docs_dir: src/pages\n", "src/pages/"), ("", "")] {
            let order = try await order([
                "mkdocs.yaml": .text("\(setting)nav: [{B: b.md}, a.md]\n"), "\(folder)b.md": "b\n", "\(folder)a.md": "a\n",
            ])
            #expect(order.pages == ["\(folder)b", "\(folder)a"], "\(setting)")
        }
    }

    @Test(arguments: [
        "nav: [", "nav: \(String(repeating: "[", count: 200))", "- nav", "nav: 3", "\0\u{1}", "nav: &a [*a]", "---\n---\nnav: [b.md]\n",
    ])
    func brokenNavigationsOrderNothing(_ yaml: String) async throws {
        let order = try await order(["mkdocs.yml": .text(yaml), "a.md": "a\n", "b.md": "b\n"])
        #expect(order.pages == ["a", "b"])
    }

    @Test func aHeapHasNoOrderUnlessItIsWeighted() async throws {
        let names = (0...200).map { "n\($0)" }
        var files = Dictionary(uniqueKeysWithValues: names.map { ("heap/\($0).md", History.Change.text("x\n")) })
        files["heap/n7.md"] = "---\nweight: 2\n---\n"
        files["heap/n9.md"] = "---\nweight: 1\n---\n"
        files["small/a.md"] = "a\n"
        files["small/b.md"] = "b\n"
        let order = try await order(files)
        #expect(order.steps["heap/n1"] == "- -" && order.steps["heap/n9"] == "- /heap/n7")
        #expect(order.steps["heap/n7"] == "/heap/n9 -" && order.steps["small/a"] == "- /small/b")
    }

    @Test func aHomePageThatLiesElsewhere() async throws {
        let order = try await order(["docs/Start.md": "s\n", "docs/a.md": "a\n", "b.md": "b\n", "only/Start.md": "o\n"]) {
            $0.pages.home = "docs/Start"
        }
        #expect(order.pages == ["docs/Start", "b", ".docs/a", ".only/Start"])
        #expect(order.steps["docs/Start"] == "- /b" && order.steps["b"] == "/ /docs/a")
    }
}
