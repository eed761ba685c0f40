import Testing

@testable import Presentation

/// Addresses of a static site are relative to the file that says them, and lead nowhere but to what is there.
struct StaticSiteURLTests {
    private static let commit = String(repeating: "a1b2", count: 10)

    private func site(_ past: StaticSite.Past = .none, live: SiteURL? = nil) -> StaticSite {
        let addresses: [(path: [UInt8], kind: StaticNames.Kind)] = [
            ([], .folder), (Array("Guides".utf8), .folder), (Array("Guides/C#".utf8), .page), (Array("Bread".utf8), .page),
            (Array("Guides/a b.png".utf8), .file),
        ]
        return StaticSite(
            names: StaticNames(addresses), pages: Set(addresses.filter { $0.kind == .page }.map(\.path)), past: past,
            tags: ["food": "food", "c#": "c~23"], people: ["Ann": "Ann"], live: live)
    }

    private let bread = Array("Bread".utf8)
    private let language = Array("Guides/C#".utf8)
    private let nobody = Array("No/body".utf8)

    @Test(arguments: [("index.html", ""), ("Guides/index.html", "../"), ("-/diff/Guides/Deep/x~1.html", "../../../../")])
    func addressesAreRelativeToTheirFile(file: String, up: String) {
        let urls = SiteURL(in: site(), from: file)
        #expect(urls.isStatic && urls.home == "\(up)index.html")
        #expect(urls.page(bread) == "\(up)Bread.html")
        #expect(urls.page(language) == "\(up)Guides/C~23.html")
        #expect(urls.page(language, anchor: "ü b") == "\(up)Guides/C~23.html#%C3%BC%20b")
        #expect(urls.page(Array("Guides".utf8)) == "\(up)Guides/index.html")
        #expect(urls.file(Array("Guides/a b.png".utf8)) == "\(up)Guides/a%20b.png")
        #expect(urls.file(Array("Guides/a b.png".utf8), download: true) == "\(up)Guides/a%20b.png")
        #expect(urls.markdown(language) == "\(up)Guides/C~23.md" && urls.raw(bread) == "\(up)Bread.md")
        #expect(urls.tag("c#") == "\(up)-/tags/c~23.html" && urls.person("Ann") == "\(up)-/people/Ann.html")
        #expect(urls.asset("style.css", hash: "0af") == "\(up)-/assets/style.css")
        #expect(urls.recent() == "\(up)-/recent.html" && urls.search() == "\(up)-/search.html")
        #expect(urls.pages() == "\(up)-/pages.html" && urls.pages(Array("Guides".utf8)) == "\(up)-/pages/Guides.html")
        #expect(urls.feedRecent == "\(up)-/feed/recent.xml" && urls.colophon == "\(up)-/colophon.html")
    }

    @Test func whatIsNotThereHasNoAddress() {
        let urls = SiteURL(in: site(), from: "Guides/C~23.html")
        let gone = [
            urls.page(nobody), urls.page(nobody, anchor: "x"), urls.edit(bread), urls.edit(bread, anchor: "x"), urls.history(bread),
            urls.diff(bread, to: Self.commit), urls.authors(bread), urls.commit(Self.commit), urls.feedHistory(bread),
            urls.page(bread, revision: Self.commit), urls.raw(bread, revision: Self.commit), urls.tag("none"), urls.person("Ben"),
            urls.person("Ann", year: 2026), urls.login(next: "x"), urls.newPage(nobody), urls.gitClone, urls.delete(bread),
            urls.move(bread),
            urls.attach(bread), urls.restore(bread, revision: Self.commit), urls.undo(bread, revision: Self.commit), urls.help(),
            urls.people(named: "Ann"), urls.book(bread), urls.folder([], filesAfter: bread), urls.searchTitles,
        ]
        for (place, address) in gone.enumerated() { #expect(address == "", "\(place)") }
        #expect(urls.holds(bread) && !urls.holds(nobody))
    }

    @Test func whatIsNotThereLeadsToTheWiki() {
        let live = SiteURL(base: "/w", origin: "https://wiki.example.org")
        let urls = SiteURL(in: site(live: live), from: "Guides/C~23.html", at: "https://docs.example.org/")
        #expect(urls.page(bread) == "../Bread.html", "what is there does not")
        #expect(urls.page(nobody) == "https://wiki.example.org/w/No/body")
        #expect(urls.edit(language) == "https://wiki.example.org/w/-/edit/Guides/C%23")
        #expect(urls.history(bread) == "https://wiki.example.org/w/-/history/Bread")
        #expect(urls.page(bread, revision: "b") == "https://wiki.example.org/w/Bread?rev=b")
        #expect(urls.absolute(urls.edit(bread)) == "https://wiki.example.org/w/-/edit/Bread", "whole as it is")
        #expect(SiteURL(in: site(live: SiteURL(base: "/w")), from: "a.html").edit(bread) == "", "a wiki nobody can name is none")
    }

    @Test func thePastIsThereAsFarAsItIsShown() {
        var held = PageChanges()
        held.add([Self.commit], to: "Bread.html")
        let some = SiteURL(in: site(.some(held)), from: "Bread.html")
        #expect(some.diff(bread, to: Self.commit) == "-/diff/Bread~a1b2a1b2a1b2.html")
        #expect(some.diff(bread, to: String(repeating: "c", count: 40)) == "" && some.diff(language, to: Self.commit) == "")
        #expect(some.commit(Self.commit) == "", "commits are shown with the whole past")
        #expect(some.history(bread) == "-/history/Bread.html" && some.authors(language) == "-/authors/Guides/C~23.html")
        #expect(some.feedHistory(bread) == "-/feed/history/Bread.xml")
        held.add((1...9).map { String(repeating: "\($0)", count: 40) }, to: "Guides/C~23.html")
        held.add([Self.commit], to: "Guides/C~23.html")
        let all = SiteURL(in: site(.all(commits: [String(Self.commit.prefix(12))], held)), from: "Bread.html")
        #expect(all.diff(language, to: Self.commit) == "-/diff/Guides/C~23~a1b2a1b2a1b2.html")
        #expect(all.diff(language, to: String(repeating: "7", count: 40)) == "-/diff/Guides/C~23~777777777777.html")
        #expect(all.diff(bread, to: String(repeating: "7", count: 40)) == "", "a commit changed some pages, and not others")
        #expect(all.commit(Self.commit) == "-/commit/a1b2a1b2a1b2.html")
        #expect(all.diff(bread, to: String(repeating: "c", count: 40)) == "", "a commit that changed nothing is not there")
        #expect(all.commit(String(repeating: "c", count: 40)) == "")
        #expect(all.diff(bread, from: "x", to: Self.commit) == "", "only what one revision changed")
        #expect(all.diff(bread, to: Self.commit, DiffChoice(form: .split)) == "", "in one form")
        #expect(all.history(bread, after: "3") == "-/history/Bread~3.html")
        var choice = AuthorsChoice()
        (choice.isByAge, choice.part) = (true, 2)
        #expect(all.authors(bread, choice) == "-/authors/Bread~age~2.html")
    }

    @Test(arguments: ["https://docs.example.org", "https://docs.example.org/", "https://docs.example.org/a/b/"])
    func wholeAddressesBeginWhereTheSiteStands(base: String) {
        let start = base.hasSuffix("/") ? String(base.dropLast()) : base
        let urls = SiteURL(in: site(), from: "Guides/C~23.html", at: base)
        #expect(urls.absolute(urls.page(bread)) == "\(start)/Bread.html")
        #expect(urls.absolute(urls.home) == "\(start)/index.html")
        #expect(urls.absolute(urls.fileAddress("-/assets/a.css")) == "\(start)/-/assets/a.css")
        #expect(urls.absolute("") == "", "nothing stays nothing")
        #expect(SiteURL(in: site(), from: "Guides/C~23.html").absolute("../Bread.html") == "../Bread.html")
    }

    @Test func aFileReadElsewhereSaysWhereTheSiteStands() {
        let urls = SiteURL(in: site(), root: "/docs/", at: "https://example.org/docs/")
        #expect(urls.page(language) == "/docs/Guides/C~23.html")
        #expect(urls.absolute(urls.page(language)) == "https://example.org/docs/Guides/C~23.html")
        #expect(urls.staticSearch?.root == "/docs/")
        #expect(SiteURL(in: site(), from: "index.html").staticSearch?.root == "./")
    }

    @Test func aServersAddressesAreUntouched() {
        let urls = SiteURL(base: "/w")
        #expect(!urls.isStatic && urls.colophon == nil && urls.staticSearch == nil)
        #expect(urls.page(language) == "/w/Guides/C%23" && urls.edit(bread) == "/w/-/edit/Bread" && urls.holds(nobody))
    }
}
