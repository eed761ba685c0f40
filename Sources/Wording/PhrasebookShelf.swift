import FoundationEssentials

/// All languages of a `locales` folder, loaded once at start.
package struct PhrasebookShelf: Sendable {
    private let books: [String: Phrasebook]
    private let english: Phrasebook

    /// Reads every `*.yaml` of the folder; `en.yaml` must be there, since it stands in for what others lack.
    package init(folder: String) throws(WordingError) {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch {
            throw .noLocales(folder: folder)
        }
        var texts: [String: String] = [:]
        for name in names where name.hasSuffix(".yaml") {
            guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)") else { continue }
            texts[String(name.dropLast(5))] = String(decoding: data, as: UTF8.self)
        }
        guard texts["en"] != nil else { throw .noLocales(folder: folder) }
        try self.init(yaml: texts)
    }

    /// Takes the YAML texts by language.
    package init(yaml texts: [String: String]) throws(WordingError) {
        let fallback = try LocaleFile(yaml: texts["en"] ?? "", language: "en").phrases
        var books: [String: Phrasebook] = [:]
        for (language, text) in texts {
            let phrases = language == "en" ? fallback : try LocaleFile(yaml: text, language: language).phrases
            books[language] = Phrasebook(language: language, phrases: phrases, fallback: fallback)
        }
        self.books = books
        self.english = Phrasebook(language: "en", phrases: fallback, fallback: fallback)
    }

    /// The tags of all languages, sorted.
    package var languages: [String] { books.keys.sorted() }

    /// The book of a language, of its primary part (`de` for `de-AT`), or English.
    package func book(_ language: String) -> Phrasebook { match(language) ?? english }

    /// The book that suits an `Accept-Language` header best (RFC 9110, 12.5.4), else that of `preferred`.
    package func book(acceptLanguage header: String?, preferred: String) -> Phrasebook {
        for wish in LanguageWish.list(header ?? "") {
            if wish.tag == "*" { break }
            if let book = match(wish.tag) { return book }
        }
        return book(preferred)
    }

    private func match(_ tag: String) -> Phrasebook? {
        let tag = tag.lowercased()
        for (language, book) in books where language.lowercased() == tag { return book }
        guard let dash = tag.utf8.firstIndex(of: UInt8(ascii: "-")) else { return nil }
        return books[String(tag[..<dash])]
    }
}
