import Presentation
import StaticExport
import Testing

/// The lists of pages for programs and for language models.
struct PageListTests {
    @Test func theCatalogueHoldsEveryPageInOrder() throws {
        var first = Samples.page("Guides/Modules", "Modules")
        first.description = "How to cut"
        first.updated = 1_795_000_000
        first.tags = ["a", "b"]
        first.language = "de"
        first.words = 1204
        first.contributors = [ListedPage.Contributor(name: "Ada", share: 2 / 3), ListedPage.Contributor(name: "Rob", share: 1)]
        let file = PageCatalogue([first, Samples.page("Home")], language: "en").file
        #expect(file.path == "index.json")
        let script = """
            for page in json.loads(data): print(json.dumps(page, sort_keys=True, ensure_ascii=False))
            """
        #expect(
            try PythonReader.lines(script, of: file.bytes) == [
                #"{"contributors": [{"name": "Ada", "share": 0.6667}, {"name": "Rob", "share": 1.0}], "description": "How to cut", "language": "de", "#
                    + #""markdown": "https://example.org/Guides/Modules.md", "path": "Guides/Modules", "tags": ["a", "b"], "#
                    + #""title": "Modules", "updated": "2026-11-18T11:06:40Z", "url": "https://example.org/Guides/Modules", "words": 1204}"#,
                #"{"contributors": [], "language": "en", "markdown": "https://example.org/Home.md", "path": "Home", "tags": [], "#
                    + #""title": "Home", "url": "https://example.org/Home"}"#,
            ])
        #expect(PageCatalogue([], language: "en").file.bytes == Array("[\n]\n".utf8))
    }

    @Test func hostileTitlesAreKeptInTheCatalogue() throws {
        let pages = Samples.hostile.map { title in
            var page = Samples.page("P", title)
            page.tags = [title]
            return page
        }
        let file = PageCatalogue(pages, language: "en").file
        let script = "for page in json.loads(data): print(page['title'].encode('utf-8').hex(), page['title'] == page['tags'][0])"
        let hex = Samples.hostile.map { $0.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() + " True" }
        #expect(try PythonReader.lines(script, of: file.bytes) == hex)
        #expect(file.bytes.split(separator: UInt8(ascii: "\n")).count == pages.count + 2)
    }

    /// A reader as language models' tools have it: a heading, a quotation, sections of links.
    private let reader = """
        import re
        for line in data.split("\\n"):
            link = re.fullmatch(r"- \\[([^\\]]+)\\]\\(([^\\)]+)\\)(?:: (.*))?", line)
            if link: print("link", *link.groups())
            elif line.startswith("## "): print("section", line[3:])
            elif line.startswith("# "): print("site", line[2:])
            elif line.startswith("> "): print("about", line[2:])
            elif line: print("stray", line)
        """

    @Test func modelsFindTheMarkdownByFolders() throws {
        var site = Samples.site()
        site.description = "Bread\nand butter"
        var bread = Samples.page("Bread/Rye (dark)", "Rye")
        bread.description = "Sour"
        let pages = [bread, Samples.page("Home"), Samples.page("Bread/Deep/Oat"), Samples.page("Oven/Hot")]
        let file = ModelIndex(site, pages, heading: "Pages").file
        #expect(file.path == "llms.txt")
        #expect(
            try PythonReader.lines(reader, of: file.bytes) == [
                "site Kitchen", "about Bread and butter", "section Pages", "link Home https://example.org/Home.md None", "section Bread",
                "link Rye https://example.org/Bread/Rye%20%28dark%29.md Sour",
                "link Bread/Deep/Oat https://example.org/Bread/Deep/Oat.md None",
                "section Oven", "link Oven/Hot https://example.org/Oven/Hot.md None",
            ])
    }

    @Test func hostileTitlesStayInTheirLine() throws {
        let pages = Samples.hostile.flatMap { title in
            var page = Samples.page("\(title.replacing("/", with: ""))/x", title)
            page.description = title
            return [page]
        }
        let lines = try PythonReader.lines(reader, of: ModelIndex(Samples.site("a\n# b"), pages, heading: "Pages").file.bytes)
        #expect(lines.first == "site a # b")
        #expect(lines.filter { $0.hasPrefix("link ") }.count == pages.count)
        #expect(lines.filter { $0.hasPrefix("section ") }.count == pages.count)
        #expect(!lines.contains { $0.hasPrefix("stray") || $0.contains("<script") || $0.unicodeScalars.contains("\u{202E}") })
    }
}
