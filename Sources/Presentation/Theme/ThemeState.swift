import Wording

/// What a theme holds behind its lock.
struct ThemeState: Sendable {
    var contents: ThemeContents
    var problem: ThemeError?
    private var wordScopes: [String: WordScope] = [:]

    init(contents: ThemeContents) { self.contents = contents }

    /// The words of a language, escaped once and kept; there are only as many as locale files.
    mutating func words(_ book: Phrasebook) -> WordScope {
        if let scope = wordScopes[book.language] { return scope }
        let scope = WordScope(book)
        wordScopes[book.language] = scope
        return scope
    }
}
