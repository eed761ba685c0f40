import Markup
import Testing

@testable import Presentation

/// What only a site of files shows, and what the head of a page tells machines.
struct SiteScreenTests {
    private func html(_ layout: LayoutView) throws -> String {
        try SampleShelf.theme().page(SampleScreens(context: layout.context).colophon(people: 2), in: layout)
    }

    private func head(_ html: String) -> [String] {
        html.matches(of: /<(?:meta|link|script)[^>]*(?:og:|article:|twitter:|canonical|ld\+json)[^>]*>/).map { String($0.0) }
    }

    @Test func aPageIsAnArticleWithDatesAndALocale() throws {
        let samples = try SampleShelf.screens()
        var layout = samples.layout("x")
        layout.facts = samples.facts
        layout.facts?.picture = "https://example.org/gopher.png"
        let head = head(try html(layout))
        for meta in [
            #"<meta property="og:type" content="article">"#, #"<meta property="og:locale" content="en_GB">"#,
            #"<meta property="article:published_time" content="2023-11-14T22:13:20Z">"#,
            #"<meta property="article:modified_time" content="2026-11-18T11:06:40Z">"#,
            #"<meta property="og:image" content="https://example.org/gopher.png">"#, #"<meta name="twitter:card" content="summary">"#,
            #"<script type="application/ld+json">"#,
        ] { #expect(head.contains(meta), "\(meta)") }
    }

    @Test func aScreenThatIsNoPageIsNone() throws {
        let head = head(try html(try SampleShelf.screens().layout("x")))
        #expect(head.contains(#"<meta property="og:type" content="website">"#))
        #expect(!head.contains { $0.contains("ld+json") || $0.contains("article:") })
    }

    @Test func dataEndsWhereItsElementDoes() throws {
        let samples = try SampleShelf.screens()
        let html = try SampleShelf.theme().page(samples.page, in: samples.fullLayout)
        let blocks = html.matches(of: /<script type="application\/ld\+json">([^<]*)<\/script>/)
        #expect(blocks.count == 1)
        #expect(blocks[0].1.hasSuffix("}]}"))
        #expect(blocks[0].1.contains(#"Mutex \u003c/script\u003e\u2028 channel?"#))
    }

    @Test func languagesBecomeLocalesWhereACountryIsKnown() {
        let tags = ["de", "pt-BR", "zh-Hant-TW", "en-GB", "sr-Latn-RS", "DE-at"]
        #expect(tags.map { PreviewLocale($0).text } == ["de_DE", "pt_BR", "zh_TW", "en_GB", "sr_RS", "de_AT"])
        for tag in ["pt", "zh-Hans", "", "x", "-", "12", "\"><b>"] { #expect(PreviewLocale(tag).text == nil, "\(tag)") }
    }

    /// Pictures are where the sample says, everything else is missing.
    private struct Pictures: LinkProvider {
        func resolve(_ link: DocumentLink) -> ResolvedLink {
            link.isAbsolute
                ? .external : link.target.hasSuffix(".png") ? .image(src: "/wiki/\(link.target)") : .missing(href: nil, title: "")
        }
    }

    @Test func thePictureOfAPageIsTheFirstThatIsThere() {
        func first(_ links: [DocumentLink], origin: String? = "https://example.org") -> String? {
            FirstPicture(in: Document(links: links), links: Pictures(), urls: SiteURL(base: "/wiki", origin: origin)).address
        }
        let here = DocumentLink(kind: .image, target: "a.png")
        let away = DocumentLink(kind: .image, target: "https://example.com/b.png", isAbsolute: true)
        let none = [DocumentLink(kind: .markdown, target: "c.png"), DocumentLink(kind: .image, target: "gone.jpg")]
        #expect(first(none + [here, away]) == "https://example.org/wiki/a.png")
        #expect(first(none + [away, here]) == "https://example.com/b.png")
        #expect(first([DocumentLink(kind: .embed, target: "d.png")]) == "https://example.org/wiki/d.png")
        #expect(first([here], origin: nil) == nil)
        #expect(first(none) == nil)
        #expect(first(Array(repeating: none[1], count: 50) + [here]) == nil)
    }

    @Test func tabsLeadWhereTheCallerSays() throws {
        let samples = try SampleShelf.screens()
        var layout = samples.layout("x")
        layout.place = PlaceView(
            path: samples.path("Guides/Concurrency"), title: "x",
            tabs: [.edit: "https://wiki.example.org/-/edit/Guides/Concurrency", .read: "Concurrency.html"], current: .read,
            in: samples.context)
        let html = try html(layout)
        let tabs = html.matches(of: /<a href="([^"]*)" data-tab="([a-z]*)"/).map { "\($0.2) \($0.1)" }
        #expect(tabs == ["read Concurrency.html", "edit https://wiki.example.org/-/edit/Guides/Concurrency"])
        #expect(html.contains(#"data-tab="read" aria-current="page""#))
    }

    @Test func onlyAnOlderVersionSaysSo() throws {
        let samples = try SampleShelf.screens()
        var layout = samples.layout("x")
        #expect(!(try SampleShelf.theme().page(samples.page, in: layout)).contains("site.css"))
        layout.versions = samples.versions(current: 2)
        let old = try SampleShelf.theme().page(samples.page, in: layout)
        #expect(old.contains("You are reading <bdi>v1</bdi>; the newest is <a href=\"/main/\">main</a>."))
        #expect(old.contains("<a href=\"/v1/\" dir=\"auto\" aria-current=\"true\">v1</a>"))
        #expect(old.contains("site.css?v="))
        layout.versions = samples.versions(current: 0)
        #expect(!(try SampleShelf.theme().page(samples.page, in: layout)).contains("You are reading"))
    }

    @Test(arguments: ["en", "de"]) func aPageThatMovedLeadsOn(language: String) throws {
        let samples = try SampleShelf.screens(language)
        let html = try SampleShelf.theme().document(MovedView.template, samples.moved, words: samples.context.words)
        #expect(html.contains("<html lang=\"\(language)\">"))
        #expect(html.contains(#"<meta http-equiv="refresh" content="0; url=../Guides/R%26D.html">"#))
        #expect(html.contains(#"<link rel="canonical" href="https://example.org/Guides/R%26D">"#))
        #expect(html.contains(#"<a href="../Guides/R%26D.html">Mutex &amp; channel</a>"#))
        #expect(html.contains(#"<meta name="robots" content="noindex">"#))
    }

    @Test func whatIsNotThereIsSearchedFromTheRoot() throws {
        let context = try SampleShelf.context(base: "/wiki")
        let html = try SampleShelf.theme().page(NotFoundView(in: context), in: LayoutView(siteName: "s", title: "x", in: context))
        for address in html.matches(of: /(?:href|src|action)="([^"#]*)"/).map({ $0.1 }) {
            #expect(address.hasPrefix("/wiki/") || address.hasPrefix("https://"), "\(address)")
        }
    }

    @Test func aColophonNamesItsPeopleAndCountsTheRest() throws {
        let samples = try SampleShelf.screens()
        func html(_ people: Int) throws -> String {
            try SampleShelf.theme().fragment(samples.colophon(people: people), words: samples.context.words)
        }
        let crowd = try html(620)
        #expect(crowd.matches(of: /class="person [^"]*"/).count == ColophonView.contributorLimit)
        #expect(crowd.contains("<li>and 120 more</li>"))
        let few = try html(2)
        #expect(!few.contains("</li>\n<li>and "))
        #expect(few.contains("Ada Lovelace, Rob Pike: Go Wiki. Version 8f2c1ab97d0e, 18 Nov 2026. https://example.org/"))
        #expect(crowd.contains("Ada Lovelace, Rob Pike, 林 美咲 and 617 others: Go Wiki."))
        #expect(try html(6).contains("&lt;b&gt;Bob&lt;/b&gt;"))
    }

    @Test func aFeedInAFileKnowsWhereItIs() throws {
        let context = try SampleShelf.context(base: "/wiki")
        let entry = FeedEntry(
            id: SampleText.id, path: Array("a b".utf8), title: "A", author: "Ada", seconds: 1_795_000_000, summary: "s",
            address: "https://example.org/wiki/a%20b.html", in: context)
        let feed = FeedView(file: [entry], address: "/wiki/feed.xml", page: "/wiki/recent.html", siteName: "S", in: context)
        let xml = try SampleShelf.theme().document(FeedView.template, feed, words: context.words)
        let addresses = xml.matches(of: /href="([^"]*)"/).map { String($0.1) }
        #expect(
            addresses == [
                "https://example.org/wiki/feed.xml", "https://example.org/wiki/recent.html", "https://example.org/wiki/a%20b.html",
            ])
        #expect(xml.contains("<id>urn:git:\(SampleText.id):a%20b</id>"))
        #expect(xml.contains("<updated>2026-11-18T11:06:40Z</updated>"))
    }
}
