import Testing

@testable import Presentation

/// Every name that a history can hold has an address, and every address leads back to it.
struct SiteURLTests {
    private let urls = SiteURL(base: "/wiki/", origin: "https://example.org/")

    private static let names: [[UInt8]] =
        [
            "Guides/Getting-Started", "What?", "C#", "100%", "a+b", "R&D", "a|b", "say \"hi\"", "it's", "Ünïcode/日本", "e\u{301}", "a:b",
            "x;y=z,@!$()*~",
            "<b>", "back\\slash", "new\nline", "tab\t", "-/edit/Home", "-", "%2F", "...", "a/%2e%2e/b", ":first",
        ].map { Array($0.utf8) } + [[0xFF, 0xFE, 0x2F, 0x80], [0xC3, 0x28]]

    @Test(arguments: names) func namesRoundTrip(name: [UInt8]) throws {
        let address = urls.page(name)
        #expect(SiteURL.path(try #require(urls.decode(path: address))) == name)
        #expect(address.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"'<>&?#\\".utf8.contains($0) })
        #expect(!address.contains("//"))
    }

    @Test(arguments: names) func noPageReachesTheInterface(name: [UInt8]) {
        #expect(!SiteURL().page(name).hasPrefix("/-/"))
        #expect(SiteURL().page(name) != "/-")
    }

    @Test(arguments: [
        "/wiki/a/../b", "/wiki/%2e%2e/b", "/wiki/a%2Fb", "/wiki/a%00b", "/wiki/a%", "/wiki/a%4", "/wiki/a%zz", "/wiki//a", "/wiki/a//b",
        "/wiki/./a", "/other/a", "/wikipedia", "wiki/a",
    ])
    func addressesThatMeanNoPageAreRefused(address: String) {
        #expect(urls.decode(path: address) == nil)
    }

    @Test func theHomePageHasOneAddress() {
        #expect(urls.home == "/wiki/")
        #expect(urls.page([]) == "/wiki/")
        #expect(SiteURL().page([]) == "/")
        #expect(urls.decode(path: "/wiki/") == [])
        #expect(urls.decode(path: "/wiki") == [])
        #expect(urls.decode(path: "/wiki/Guides/") == [Array("Guides".utf8)])
    }

    @Test func anEmptyFirstSegmentCannotLeadElsewhere() {
        #expect(SiteURL().page(Array("//evil.example/x".utf8)) == "/evil.example/x")
    }

    @Test func plusIsNotASpace() throws {
        #expect(try #require(SiteURL().decode(path: "/a+b")) == [Array("a+b".utf8)])
    }

    @Test func actionsNameTheirPage() {
        let path = Array("A b/C?".utf8)
        #expect(urls.edit(path) == "/wiki/-/edit/A%20b/C%3F")
        #expect(urls.edit(path, anchor: "ü") == "/wiki/-/edit/A%20b/C%3F?section=%C3%BC")
        #expect(urls.markdown(path) == "/wiki/A%20b/C%3F.md")
        #expect(urls.raw(path, revision: "abc1234") == "/wiki/A%20b/C%3F?raw&rev=abc1234")
        #expect(urls.diff(path, from: "a", to: "b", DiffChoice(form: .split)) == "/wiki/-/diff/A%20b/C%3F?from=a&to=b&view=split")
        #expect(
            urls.diff(path, to: "b", DiffChoice(ignoresSpace: true, isWhole: true))
                == "/wiki/-/diff/A%20b/C%3F?to=b&space=ignore&context=all")
        #expect(urls.file(path, revision: "b") == "/wiki/A%20b/C%3F?rev=b&file")
        #expect(urls.undo(path, revision: "abc1234") == "/wiki/-/revert/abc1234?page=A%20b%2FC%3F")
        #expect(urls.book(path, format: "epub") == "/wiki/-/book/A%20b/C%3F?format=epub")
        #expect(urls.newPage(path) == "/wiki/-/new?path=A%20b%2FC%3F")
        #expect(urls.search("a+b & \"c\"") == "/wiki/-/search?q=a%2Bb%20%26%20%22c%22")
        #expect(urls.pages(path, letter: "Ä", after: [0x41, 0xFF, 0x2F]) == "/wiki/-/pages/A%20b/C%3F?letter=%C3%84&after=A%FF%2F")
        #expect(urls.pages(after: path) == "/wiki/-/pages?after=A%20b%2FC%3F")
        #expect(urls.person("../x y") == "/wiki/-/people/..%2Fx%20y")
        #expect(urls.person("Ann~1f3c9a0", year: 2026, after: "7") == "/wiki/-/people/Ann~1f3c9a0?year=2026&after=7")
        #expect(urls.people(order: "name", named: "a&b") == "/wiki/-/people?order=name&q=a%26b")
        #expect(urls.feedPerson("Zoë") == "/wiki/-/feed/people/Zo%C3%AB" && urls.apiPerson("a/b") == "/wiki/-/api/v1/people/a%2Fb")
        #expect(urls.apiPage(path, revision: "b") == "/wiki/-/api/v1/pages/A%20b/C%3F?rev=b")
        #expect(urls.asset("katex/katex.min.js", hash: "0af") == "/wiki/-/assets/katex/katex.min.js?v=0af")
    }

    @Test func logsHoldNoSecrets() {
        for address in [urls.reset("s3cret"), urls.invitation("s3cret"), urls.firstAdmin("s3cret"), urls.confirmAddress("s3cret")] {
            #expect(!urls.withoutSecret(address).contains("s3cret"), "\(address)")
        }
        #expect(urls.withoutSecret("/wiki/-/recent") == "/wiki/-/recent")
    }

    @Test func absoluteAddressesComeFromTheConfiguration() {
        #expect(urls.absolute(urls.feedRecent) == "https://example.org/wiki/-/feed/recent")
        #expect(SiteURL().absolute("/a") == "/a")
    }

    @Test func robotsStayAwayFromCostlyViews() {
        let text = RobotsText(urls).text
        #expect(text.contains("Disallow: /wiki/-/\n"))
        #expect(text.contains("Allow: /wiki/-/help/\n") && text.contains("Allow: /wiki/-/file/\n"))
        #expect(RobotsText(urls, allowsAll: false).text == "User-agent: *\nDisallow: /\n")
    }
}
