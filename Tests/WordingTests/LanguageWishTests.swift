import Testing

@testable import Wording

/// The language is the reader's where the wiki speaks it.
struct LanguageWishTests {
    private func chosen(_ header: String?, preferred: String = "en") throws -> String {
        let shelf = try PhrasebookShelf(yaml: ["en": "a: b", "de": "a: c", "pt-BR": "a: d"])
        return shelf.book(acceptLanguage: header, preferred: preferred).language
    }

    @Test(arguments: [
        ("de-AT,de;q=0.9,en;q=0.5", "de"), ("fr,de;q=0.3,en;q=0.7", "en"), ("pt-br", "pt-BR"), ("xx", "en"), ("", "en"), ("*", "en"),
        ("de;q=0", "en"), ("de;q=nonsense", "en"), ("de; q=0.5 , en;q=0.4", "de"), (",,;;=q", "en"),
    ])
    func theStrongestWishThatCanBeMetWins(header: String, language: String) throws {
        #expect(try chosen(header) == language)
    }

    @Test func withoutAWishTheWikisOwnLanguageCounts() throws {
        #expect(try chosen(nil, preferred: "de") == "de")
        #expect(try chosen("*", preferred: "de") == "de")
    }
}
