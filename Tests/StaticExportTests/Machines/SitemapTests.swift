import Presentation
import StaticExport
import Testing

/// Sitemaps are XML, hold every page once, and are cut where the protocol says.
struct SitemapTests {
    private let urls = SiteURL(base: "/wiki", origin: "https://example.org")
    private let reader = """
        from xml.dom.minidom import parseString
        root = parseString(data.encode("utf-8")).documentElement
        print(root.tagName, root.namespaceURI or root.getAttribute("xmlns"))
        for item in root.childNodes:
            if item.nodeType == 1: print(item.tagName, *[child.tagName + "=" + child.firstChild.data for child in item.childNodes])
        """

    private func page(_ path: String, updated: Int? = nil) -> ListedPage {
        var page = Samples.page(path, at: urls)
        page.updated = updated
        return page
    }

    @Test func oneFileHoldsThePages() throws {
        let files = SitemapFiles([page("R&D <1>", updated: 1_795_000_000), page("林"), page("Old", updated: .min)], urls: urls).files
        #expect(files.map(\.path) == ["sitemap.xml"])
        #expect(
            try PythonReader.lines(reader, of: files[0].bytes) == [
                "urlset http://www.sitemaps.org/schemas/sitemap/0.9",
                "url loc=https://example.org/wiki/R%26D%20%3C1%3E lastmod=2026-11-18T11:06:40Z",
                "url loc=https://example.org/wiki/%E6%9E%97", "url loc=https://example.org/wiki/Old",
            ])
    }

    @Test func manyPagesAreCutIntoParts() throws {
        let pages = (0..<7).map { page("P\($0)", updated: 1_795_000_000 + $0) }
        let files = SitemapFiles(pages, urls: urls, entryLimit: 3).files
        #expect(files.map(\.path) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"])
        #expect(
            try PythonReader.lines(reader, of: files[0].bytes) == [
                "sitemapindex http://www.sitemaps.org/schemas/sitemap/0.9",
                "sitemap loc=https://example.org/wiki/sitemap-1.xml lastmod=2026-11-18T11:06:42Z",
                "sitemap loc=https://example.org/wiki/sitemap-2.xml lastmod=2026-11-18T11:06:45Z",
                "sitemap loc=https://example.org/wiki/sitemap-3.xml lastmod=2026-11-18T11:06:46Z",
            ])
        let found = try files.dropFirst().flatMap { try PythonReader.lines(reader, of: $0.bytes).dropFirst() }
        #expect(found.map { $0.split(separator: " ")[1] } == pages.map { "loc=\($0.address)" })
    }

    @Test func noPartIsLargerThanAllowed() throws {
        let pages = (0..<40).map { page("Page-\($0)") }
        let parts = Sitemap(pages.map { Sitemap.Entry(address: $0.address, seconds: nil) }, byteLimit: 400).parts
        #expect(parts.count > 4)
        #expect(parts.allSatisfy { $0.count <= 400 })
        #expect(try parts.map { try PythonReader.lines(reader, of: $0).count - 1 }.reduce(0, +) == 40)
    }

    @Test func aSiteWithoutAnAddressHasNone() {
        #expect(SitemapFiles([page("Home")], urls: SiteURL()).files == [])
    }

    @Test func crawlersAreToldWhereToGo() throws {
        let robots = RobotsText(files: ["/wiki/_history/"], sitemap: "https://example.org/wiki/sitemap.xml")
        let script = """
            import urllib.robotparser
            rules = urllib.robotparser.RobotFileParser()
            rules.parse(data.split("\\n"))
            print(rules.site_maps())
            for path in ("/wiki/Home.html", "/wiki/_history/Home.html", "/"): print(rules.can_fetch("x", "https://example.org" + path))
            """
        #expect(
            try PythonReader.lines(script, of: Array(robots.text.utf8)) == [
                "['https://example.org/wiki/sitemap.xml']", "True", "False", "True",
            ])
        #expect(
            try PythonReader.lines(script, of: Array(RobotsText(files: [], sitemap: nil).text.utf8)) == ["None", "True", "True", "True"])
    }
}
