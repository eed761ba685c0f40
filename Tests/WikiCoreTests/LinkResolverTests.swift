import Git
import Markup
import TestSupport
import Testing
import WikiCore

/// Each step of the one rule by which links find what they name.
@Suite struct LinkResolverTests {
    /// Where links on a page of some folder lead, in short words.
    private func resolved(
        _ files: [String: History.Change], from folder: String = "", _ links: [DocumentLink],
        _ configure: (inout Configuration) -> Void = { _ in }
    ) async throws -> [String] {
        let history = try History()
        try history.commitToMain(files)
        return try await withWiki(history.data, configure) { wiki in
            try await wiki.read { snapshot in
                try links.map { try Self.words(snapshot.links.resolve($0, from: GitPath(folder))) }
            }
        }
    }

    private static func words(_ destination: LinkDestination?) -> String {
        guard let destination else { return "outside" }
        let kind: String =
            switch destination.kind {
            case .page(let page, let address): "\(page.file)" + (address == page.path ? "" : " at /\(address)")
            case .folder(let folder): "folder /\(folder)"
            case .file(let file): "file \(file.file)"
            case .missing(let path): "missing \(path?.display ?? "-")"
            }
        return kind + (destination.isAmbiguous ? " ambiguous" : "") + (destination.usesAlternate ? " alternate" : "")
            + (destination.fragment.map { " #\($0)" } ?? "")
    }

    private func wikilinks(_ targets: String...) -> [DocumentLink] { targets.map { DocumentLink(kind: .wikilink, target: $0) } }
    private func links(_ targets: String...) -> [DocumentLink] { targets.map { DocumentLink(kind: .markdown, target: $0) } }

    @Test func sameFolderThenRootThenAliasThenName() async throws {
        let files: [String: History.Change] = [
            "Page.md": "root\n", "Guide/Page.md": "guide\n", "Guide/Local.md": "l\n", "Top.md": "t\n",
            "Far/Away/Unique.md": "---\naliases: [Nickname, Top]\n---\n",
            "Far/Other.md": "---\naliases: [Unique]\n---\n",
        ]
        let found = try await resolved(
            files, from: "Guide",
            wikilinks("Page", "Local", "Top", "Nickname", "NICKNAME", "Unique", "Away/Unique", "Far/Other", "Other", "None", "None/Below"))
        #expect(
            found == [
                "Guide/Page.md", "Guide/Local.md", "Top.md", "Far/Away/Unique.md", "Far/Away/Unique.md", "Far/Other.md",
                "Far/Away/Unique.md", "Far/Other.md",
                "Far/Other.md", "missing Guide/None", "missing None/Below",
            ])
        let fromRoot = try await resolved(files, wikilinks("Page", "Guide/Page", "Local"))
        #expect(fromRoot == ["Page.md", "Guide/Page.md", "Guide/Local.md"])
    }

    @Test func theNearestOfSeveral() async throws {
        let files: [String: History.Change] = ["A/X.md": "1\n", "A/B/X.md": "2\n", "C/D/X.md": "3\n", "C/E/F.md": "4\n"]
        #expect(try await resolved(files, from: "C/E", wikilinks("X")) == ["C/D/X.md ambiguous"])
        #expect(try await resolved(files, from: "A/B/Deep", wikilinks("X")) == ["A/B/X.md ambiguous"])
        #expect(try await resolved(files, from: "Z", wikilinks("X")) == ["A/X.md ambiguous"])
        #expect(try await resolved(files, from: "Z", wikilinks("D/X", "F")) == ["C/D/X.md", "C/E/F.md"])
    }

    @Test func exactPlaces() async throws {
        let files: [String: History.Change] = ["Page.md": "1\n", "A/Page.md": "2\n", "A/B/Here.md": "3\n", "Else/Only.md": "4\n"]
        let found = try await resolved(
            files, from: "A/B",
            links(
                "./Here", "../Page", "../../Page", "../../../Page", "/Page", "/A/Page.md", "./Only", "../Only", "/Only", "./../B/./Here",
                "..", "/"))
        #expect(
            found == [
                "A/B/Here.md", "A/Page.md", "Page.md", "missing -", "Page.md", "A/Page.md", "missing A/B/Only", "missing A/Only",
                "missing Only", "A/B/Here.md",
                "folder /A", "folder /",
            ])
    }

    @Test func endingsAndForgiving() async throws {
        let files: [String: History.Change] = [
            "Getting Started.md": "1\n", "Foo.md.md": "2\n", "x.markdown": "3\n", "Guide/Home.md": "4\n", "caf\u{E9}.md": "5\n",
            "Home.md": "h\n",
        ]
        let found = try await resolved(
            files,
            links(
                "Getting-Started", "getting_started.md", "Getting Started.MD", "Foo.md", "Foo.md.md", "x", "x.md", "Guide", "Guide/",
                "Guide/Home", "Cafe\u{301}", "Home"))
        #expect(
            found == [
                "Getting Started.md", "Getting Started.md", "Getting Started.md", "Foo.md.md", "Foo.md.md", "x.markdown", "x.markdown",
                "Guide/Home.md at /Guide",
                "Guide/Home.md at /Guide", "Guide/Home.md at /Guide", "café.md", "Home.md at /",
            ])
    }

    @Test func filesAndFolders() async throws {
        let files: [String: History.Change] = [
            "A/pic.png": "p", "B/pic.png": "q", "A/one.pdf": "o", "Folder/Page.md": "1\n", "Name.md": "n\n", "link.md": .symlink("Name.md"),
            "Same.png": "s",
            "Same.png.md": "page\n",
        ]
        let images = ["pic.png", "/B/pic.png", "one.pdf", "none.png", "Same.png"].map { DocumentLink(kind: .image, target: $0) }
        let shown = try await resolved(files, from: "A", images)
        #expect(shown == ["file A/pic.png", "file B/pic.png", "file A/one.pdf", "missing A/none.png", "Same.png.md"])
        #expect(
            try await resolved(files, links("Folder", "Folder/", "Name/", "link", "one.pdf")) == [
                "folder /Folder", "folder /Folder", "Name.md", "file link.md", "file A/one.pdf",
            ])
    }

    @Test func bothOrdersOfAPipe() async throws {
        let files: [String: History.Change] = ["Page.md": "p\n", "Text.md": "t\n"]
        func piped(_ target: String, _ text: String) -> DocumentLink {
            DocumentLink(
                kind: .wikilink, target: target, fragment: "one", text: text, alternate: .init(target: text, fragment: "two", text: target))
        }
        let links = [piped("Page", "words"), piped("words", "Page"), piped("Page", "Text"), piped("no", "none")]
        let targetFirst = try await resolved(files, links)
        #expect(targetFirst == ["Page.md #one", "Page.md alternate #two", "Page.md #one", "missing no #one"])
        let textFirst = try await resolved(files, links) { $0.links.wikilinks = .textFirst }
        #expect(textFirst == ["Page.md #one", "Page.md alternate #two", "Text.md alternate #two", "missing none alternate #two"])
    }

    @Test func absoluteAddresses() async throws {
        let files: [String: History.Change] = ["Page.md": "p\n", "A/Page.md": "q\n"]
        func absolute(_ target: String) -> DocumentLink { DocumentLink(kind: .markdown, target: target, isAbsolute: true) }
        let found = try await resolved(
            files, from: "A",
            links("/wiki/Page", "/wiki/None", "/elsewhere") + [
                absolute("https://old.org/wiki/Page"), absolute("https://old.org/wiki/Page?x=1"), absolute("https://other.org/Page"),
            ]
        ) {
            $0.links.prefixes = ["/wiki/", "https://old.org/wiki/"]
            $0.links.base = "https://site.org/"
        }
        #expect(found == ["Page.md", "missing None", "outside", "Page.md", "Page.md", "outside"])
        #expect(try await resolved(files, links("/wiki/Page")) == ["missing wiki/Page"])
    }

    @Test func prefixesEndWhereASegmentDoes() async throws {
        let files: [String: History.Change] = ["Page.md": "p\n", "Go Page.md": "g\n", "What?.md": "w\n"]
        let addresses = [
            "https://old.org/wiki/Go%20Page#A%20b", "https://old.org/wiki/Page?x#y", "https://old.org/wiki",
            "https://old.org/wikipedia/Page",
            "https://old.org.example/wiki/Page", "https://old.org/wiki/What%3F", "https://bare.org", "https://bare.org/Page",
            "https://bare.org:8080/Page",
        ]
        let found = try await resolved(
            files,
            links("/wiki/Page", "/wiki/What?", "/wiki", "/wikipedia/Page", "/wiki.d/Page")
                + addresses.map { DocumentLink(kind: .markdown, target: $0, isAbsolute: true) }
        ) { $0.links.prefixes = ["/wiki", "https://old.org/wiki/", "https://bare.org/"] }
        #expect(
            found == [
                "Page.md", "What?.md", "folder /", "missing wikipedia/Page", "missing wiki.d/Page", "Go Page.md #A b", "Page.md #y",
                "folder /",
                "outside", "outside", "What?.md", "folder /", "Page.md", "outside",
            ])
    }

    @Test func targetsThatAreNoPath() async throws {
        let found = try await resolved(
            ["A.md": "a\n"], wikilinks("", "   ", " A ", "A//", ".", "../..", "\u{0}", String(repeating: "../", count: 100) + "A"))
        #expect(found == ["missing -", "missing -", "A.md", "A.md", "folder /", "missing -", "missing \u{0}", "missing -"])
    }

    @Test func whatPagesShowFromOutsideTheRoot() async throws {
        let files: [String: History.Change] = [
            "docs/Home.md": "h\n", "docs/logo.png": "in", "logo.png": "out", "art/Deep/one.svg": "o", "a/twin.png": "1", "b/twin.png": "2",
            "talk.mp3": "t", "secret.txt": "s", ".hidden/x.png": "x", "README.md": "r\n", "link.png": .symlink("secret.txt"),
        ]
        let targets = [
            "../../logo.png", "../logo.png", "/logo.png", "/art/Deep/one.svg", "one.svg", "twin.png", "a/twin.png", "../../talk.mp3",
            "../../secret.txt", "../../.hidden/x.png", "../../README.md", "../../link.png", "../../../logo.png",
        ]
        func found(_ kind: DocumentLink.Kind) async throws -> [String] {
            try await resolved(files, from: "a", targets.map { DocumentLink(kind: kind, target: $0) }) { $0.pages.root = "docs" }
        }
        let shown = [
            "file logo.png", "file docs/logo.png", "file docs/logo.png", "file art/Deep/one.svg", "file art/Deep/one.svg",
            "missing a/twin.png", "file a/twin.png", "file talk.mp3", "missing -", "missing -", "missing -", "missing -", "missing -",
        ]
        #expect(try await found(.image) == shown)
        #expect(try await found(.embed) == shown)
        #expect(try await found(.markdown).filter { !$0.hasPrefix("missing") && $0 != "file docs/logo.png" } == [])
    }

    @Test func pagesBelowARoot() async throws {
        let files: [String: History.Change] = ["README.md": "r\n", "docs/Home.md": "h\n", "docs/a/Page.md": "p\n", "docs/in.png": "i"]
        let found = try await resolved(
            files, from: "a", links("/a/Page", "Page", "README", "Home") + [DocumentLink(kind: .image, target: "in.png")]
        ) {
            $0.pages.root = "docs"
        }
        #expect(found == ["docs/a/Page.md", "docs/a/Page.md", "missing a/README", "docs/Home.md at /", "file docs/in.png"])
    }

    @Test func draftsAreNotThereForReaders() async throws {
        let history = try History()
        let draft = "---\ndraft: true\naliases: [Crust, Else]\n---\n"
        try history.commitToMain([
            "Secret.md": .text(draft), "Deep/Else.md": "e\n", "Guide/README.md": .text(draft), "Guide/One.md": "1\n",
            "Home.md": .text(draft),
        ])
        let targets = wikilinks("Secret", "Crust", "Else", "Guide", "Home", "/", "One")
        try await withWiki(history.data) { wiki in
            let (all, shown) = try await wiki.read { snapshot in
                let readers = snapshot.withoutDrafts
                return (
                    try targets.map { Self.words(try snapshot.links.resolve($0, from: .root)) },
                    try targets.map { Self.words(try readers.links.resolve($0, from: .root)) }
                )
            }
            #expect(
                shown == ["missing Secret", "missing Crust", "Deep/Else.md", "folder /Guide", "missing Home", "folder /", "Guide/One.md"])
            #expect(all[0] == "Secret.md" && all[3] == "Guide/README.md at /Guide" && all[5] == "Home.md at /")
        }
    }
}
