import Testing

@testable import Wording

/// Every locale says everything, and everything that is asked for is said.
struct LocaleTests {
    @Test func everyLanguageHasTheKeysAndValuesOfEnglish() throws {
        let shelf = try LocaleFolder.shelf()
        let english = shelf.book("en").ownPlaceholders
        for language in shelf.languages where language != "en" {
            let own = shelf.book(language).ownPlaceholders
            #expect(Set(own.keys).symmetricDifference(english.keys).sorted() == [], "\(language): these keys are in one language only")
            for (key, names) in english { #expect(own[key] == names, "\(language): \(key) takes other values than in English") }
        }
    }

    @Test func everyPhraseThatTemplatesSayExists() throws {
        let book = try LocaleFolder.shelf().book("en")
        let templates = LocaleFolder.texts(in: "Themes", ending: ".mustache")
        #expect(!templates.isEmpty)
        let missing = templates.flatMap { $0.matches(of: /\{say\.([A-Za-z0-9.]+)\}/).map { String($0.1) } }.filter { !book.has($0) }
        #expect(missing == [])
    }

    @Test func everyPhraseThatSourcesNameExists() throws {
        let book = try LocaleFolder.shelf().book("en")
        let modules = ["Presentation", "WebServer", "GitTransport", "StaticExport"]
        let sources = modules.flatMap { LocaleFolder.texts(in: "Sources/\($0)", ending: ".swift") }
        let pattern = /(?:words\.text|SentenceView)\(\s*"([a-zA-Z]+(?:\.[a-zA-Z0-9]+)+)"/
        let keys = sources.flatMap { $0.matches(of: pattern).map { String($0.1) } }
        #expect(keys.count > 30)
        #expect(Set(keys.filter { !book.has($0) }).sorted() == [])
    }
}
