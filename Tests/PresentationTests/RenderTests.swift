import Git
import Markup
import Testing
import WikiCore

@testable import Presentation

/// Pages are whole, safe and reachable by everyone, in every language.
struct RenderTests {
    private func pages(_ language: String) throws -> [(name: String, html: String)] {
        let theme = try SampleShelf.theme()
        return try SampleShelf.screens(language).all.map { ($0.name, try theme.page($0.screen, in: $0.layout)) }
    }

    @Test(arguments: ["en", "de"]) func peoplesWordsStayWords(language: String) throws {
        for page in try pages(language) {
            #expect(!page.html.contains("<script>"), "\(page.name)")
            let shown = page.html.replacing(/<script type="application\/ld\+json">[^<]*<\/script>/, with: "")
            #expect(!shown.contains("{{") && !shown.contains("}}"), "\(page.name)")
            #expect(page.html.matches(of: /\s(?:style|on[a-z]+)=/).isEmpty, "\(page.name): inline style or script")
        }
    }

    @Test(arguments: ["en", "de"]) func everyPageHasItsLandmarks(language: String) throws {
        for page in try pages(language) {
            #expect(page.html.matches(of: #/<h1[ >]/#).count == 1, "\(page.name): one h1")
            #expect(page.html.matches(of: #/<main /#).count == 1, "\(page.name)")
            #expect(page.html.contains("<html lang=\"\(language)\">"), "\(page.name)")
            #expect(page.html.contains("href=\"#main\""), "\(page.name): skip link")
        }
    }

    @Test func idsAreUniqueAndFieldsHaveLabels() throws {
        for page in try pages("en") {
            let ids = page.html.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
            #expect(Set(ids).count == ids.count, "\(page.name): \(ids.filter { id in ids.filter { $0 == id }.count > 1 })")
            let labels = Set(page.html.matches(of: /\sfor="([^"]*)"/).map { String($0.1) })
            for field in page.html.matches(of: /<(?:input|textarea)\s(?:[^>]*\s)?id="([^"]*)"/) {
                #expect(labels.contains(String(field.1)), "\(page.name): \(field.1) has no label")
            }
            for label in labels.union(page.html.matches(of: /aria-(?:labelledby|describedby)="([^"]*)"/).map { String($0.1) }) {
                #expect(ids.contains(label), "\(page.name): \(label) is not there")
            }
        }
    }

    @Test func tagsAreBalanced() throws {
        let void: Set<String> = ["meta", "link", "input", "img", "br", "hr", "path"]
        for page in try pages("en") {
            var open: [String] = []
            for tag in page.html.matches(of: /<(\/?)([a-z][a-z0-9]*)(?:"[^"]*"|[^">])*>/) {
                let name = String(tag.2)
                if void.contains(name) { continue }
                if tag.1.isEmpty {
                    open.append(name)
                } else {
                    #expect(open.popLast() == name, "\(page.name): </\(name)> closes another element")
                }
            }
            #expect(open.isEmpty, "\(page.name): \(open)")
        }
    }

    @Test func aFormGivesTheTextBack() throws {
        let context = try SampleShelf.context()
        let text = "\nfirst line empty\n</textarea><b>\u{1B}\t&amp;\"'x\"\u{301}\n\n"
        let edit = EditView(
            path: Array("a\"b".utf8), title: "t", subject: .new, markdown: Array(text.utf8), base: "",
            save: SampleScreens(context: context).save(),
            in: context)
        let page = try SampleShelf.theme().page(edit, in: LayoutView(siteName: "s", title: "t", in: context))
        let written = try #require(page.firstMatch(of: /<textarea[^>]*>\n([\s\S]*?)<\/textarea>/)).1
        let expected = "\nfirst line empty\n&lt;/textarea&gt;&lt;b&gt;\u{1B}\t&amp;amp;&quot;&#39;x&quot;\u{301}\n\n"
        #expect(Array(written.utf8) == Array(expected.utf8))
        #expect(page.contains("name=\"path\" value=\"a&quot;b\""))
    }

    @Test func aFeedIsXMLAndKnowsItsAddress() throws {
        let samples = try SampleShelf.screens()
        let feed = try SampleShelf.theme().document(FeedView.template, samples.feed, words: samples.context.words)
        #expect(feed.hasPrefix("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed "))
        #expect(!feed.contains("<script>"))
        #expect(
            feed.contains("<link rel=\"self\" type=\"application/atom+xml\" href=\"https://example.org/-/feed/history/Guides/R%26D\"/>"))
        #expect(feed.contains("<updated>2026-11-18T11:06:40Z</updated>"))
        #expect(feed.contains("<name>A &amp; B</name>"))
    }

    @Test(arguments: ["en", "de"]) func thePagesBeforeAndAfterAreNamedTwice(language: String) throws {
        let samples = try SampleShelf.screens(language)
        let page = try SampleShelf.theme().page(samples.page, in: samples.fullLayout)
        for (rel, href) in [("prev", "/Guides/Modules"), ("next", "/Guides/Range%20Clauses")] {
            #expect(page.contains("<link rel=\"\(rel)\" href=\"\(href)\">"))
            #expect(page.matches(of: /<a [^>]*rel="(prev|next)"[^>]*>/).contains { $0.0.contains("href=\"\(href)\"") && $0.1 == rel })
        }
        #expect(page.contains("Modules &lt;b&gt;"))
    }

    @Test func aSidebarThatNobodyWroteShowsWhereOneIs() throws {
        let samples = try SampleShelf.screens()
        var layout = samples.layout("t")
        layout.sidebarTree = SidebarTree(samples.tree, in: samples.context)
        let page = try SampleShelf.theme().page(samples.page, in: layout)
        #expect(page.matches(of: /<nav class="part sidebar"/).count == 1 && page.contains("has-sidebar"))
        #expect(page.contains("<a href=\"/Guides/Concurrency\" dir=\"auto\" aria-current=\"page\">"))
        #expect(page.contains("<span dir=\"auto\">Guides &lt;i&gt;</span>"))
        layout.sidebar = SafeHTML(trusted: "<p>own</p>")
        let own = try SampleShelf.theme().page(samples.page, in: layout)
        #expect(own.matches(of: /<nav class="part sidebar"/).count == 1 && !own.contains("Guides &lt;i&gt;"))
        #expect(SidebarTree([], in: samples.context) == nil)
    }

    @Test func surroundingsAreToldApart() throws {
        func key(_ previous: String?, _ next: String?, _ tree: [ReadingNode] = []) throws -> String {
            func step(_ title: String?) -> ReadingStep? { title.map { ReadingStep(page: 1, title: $0, address: GitPath("A")) } }
            return try PageSurroundings(neighbours: ReadingNeighbours(previous: step(previous), next: step(next)), sidebar: tree).key
        }
        let tree = try SampleShelf.screens().tree
        let flat = tree.flatMap { [ReadingNode(title: $0.title, address: $0.address, isCurrent: false)] + $0.children }
        let keys = try [
            key(nil, nil), key("a", nil), key(nil, "a"), key("a", "b"), key("ab", ""), key("a", "b", tree), key("a", "b", flat),
        ]
        #expect(Set(keys).count == keys.count)
        #expect(try key("a", "b", tree) == key("a", "b", tree))
    }

    @Test func formsOfAWikiThatTakesNothingOfferNothing() throws {
        let context = try SampleShelf.context()
        let page = MissingPageView(path: Array("X".utf8), isWritable: false, in: context)
        var layout = LayoutView(siteName: "s", title: "X", in: context)
        layout.isWritable = false
        #expect(!(try SampleShelf.theme().page(page, in: layout)).contains("/-/new"))
    }
}
