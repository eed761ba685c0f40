import Testing

@testable import Presentation

/// A page of a static site asks no server, and its search page holds all that its script shows.
struct StaticSearchTests {
    private func rendered(_ search: StaticSearch?, in language: String = "en") throws -> String {
        let context = try SampleShelf.context(language)
        var layout = LayoutView(siteName: "s", title: "t", in: context)
        layout.staticSearch = search
        return try SampleShelf.theme().page(StaticSearchView(in: context), in: layout)
    }

    @Test func theSearchBoxLeadsToFiles() throws {
        let page = try rendered(StaticSearch(index: "../-/search", root: "../", page: "../-/search.html"))
        #expect(page.contains("action=\"../-/search.html\""))
        #expect(page.contains("data-index=\"../-/search\" data-root=\"../\""))
        #expect(page.contains("static-search.js?v=") && page.contains("static-search-page.js?v="))
        #expect(!page.contains("data-titles"))
    }

    @Test func aServersPageKnowsNothingOfIt() throws {
        let page = try rendered(nil)
        #expect(page.contains("data-titles=\"/-/search/titles\""))
        #expect(!page.contains("data-index") && !page.contains("static-search.js"))
    }

    @Test(arguments: ["en", "de"]) func sentencesHaveTheirPlaces(language: String) throws {
        let page = try rendered(StaticSearch(index: "search", root: "../", page: "search.html"), in: language)
        let samples = page.matches(of: /<data value="(\d+)">([^<]*)<\/data>/).map { (String($0.1), String($0.2)) }
        #expect(samples.first?.0 == "1" && samples.contains { $0.0 == "100" })
        #expect(samples.allSatisfy { $0.1.contains("{count}") && $0.1.contains("{query}") })
        #expect(Set(samples.map(\.1)).count == 2)
        #expect(try #require(page.firstMatch(of: /data-nothing="([^"]*)"/)).1.contains("{query}"))
    }
}
