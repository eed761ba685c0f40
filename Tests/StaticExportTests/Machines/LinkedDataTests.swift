import Markup
import Presentation
import Testing

/// What a page says to machines is JSON whatever people wrote, and can end no element.
struct LinkedDataTests {
    private func facts(_ title: String, base: String = "/wiki", origin: String? = "https://example.org") throws -> PageFacts {
        let context = ViewContext(urls: SiteURL(base: base, origin: origin), words: try Samples.words())
        var facts = PageFacts(path: Array("Guides/R&D".utf8), title: title, siteName: title, language: "de", in: context)
        facts.description = title
        facts.license = title
        facts.first = 1_700_000_000
        facts.last = 1_795_000_000
        facts.addContributor(title, href: context.urls.person("Ada"))
        facts.addContributor("")
        return facts
    }

    @Test(arguments: Samples.hostile) func hostileWordsStayWords(word: String) throws {
        let data = Array(try facts(word).linkedData.string.utf8)
        #expect(!data.contains { "<>&".utf8.contains($0) || $0 < 0x20 })
        let text = String(decoding: data, as: UTF8.self).unicodeScalars
        #expect(!text.contains { [0x2028, 0x2029, 0x202E, 0x2066, 0xFEFF].contains($0.value) })
        let script = """
            page = json.loads(data)["@graph"][0]
            for name in (page["headline"], page["description"], page["author"][0]["name"], page["license"]["name"], page["isPartOf"]["name"]):
                print(name.encode("utf-8").hex())
            print(len(page["author"]))
            """
        let hex = word.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        #expect(try PythonReader.lines(script, of: data) == Array(repeating: hex, count: 5) + ["1"])
    }

    @Test func anArticleKnowsItsPlace() throws {
        let script = """
            page, way = json.loads(data)["@graph"]
            for name in ("@type", "url", "mainEntityOfPage", "inLanguage", "datePublished", "dateModified"): print(page[name])
            print(page["author"][0]["url"], page["isPartOf"]["url"])
            for item in way["itemListElement"]: print(item["position"], item["name"], item["item"])
            """
        let data = Array(try facts("Research").linkedData.string.utf8)
        #expect(
            try PythonReader.lines(script, of: data) == [
                "Article", "https://example.org/wiki/Guides/R%26D", "https://example.org/wiki/Guides/R%26D", "de", "2023-11-14T22:13:20Z",
                "2026-11-18T11:06:40Z", "https://example.org/wiki/-/people/Ada https://example.org/wiki/",
                "1 Home https://example.org/wiki/", "2 Guides https://example.org/wiki/Guides",
                "3 Research https://example.org/wiki/Guides/R%26D",
            ])
    }

    @Test func withoutAnAddressNothingIsInvented() throws {
        let data = Array(try facts("Research", origin: nil).linkedData.string.utf8)
        let script = """
            graph = json.loads(data)["@graph"]
            print(len(graph), "url" in graph[0], "url" in graph[0]["author"][0], "url" in graph[0]["isPartOf"], graph[0]["headline"])
            """
        #expect(try PythonReader.lines(script, of: data) == ["1 False False False Research"])
    }

    @Test func aLicenceMayBeAnAddress() throws {
        var facts = try facts("x")
        facts.license = "https://creativecommons.org/licenses/by/4.0/"
        let script = "print(json.loads(data)['@graph'][0]['license'])"
        let data = Array(facts.linkedData.string.utf8)
        #expect(try PythonReader.lines(script, of: data) == ["https://creativecommons.org/licenses/by/4.0/"])
    }
}
