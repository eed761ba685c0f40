/// The words of the interface in one language, with English for what a translation lacks.
///
/// All texts are raw: whoever shows them escapes them.
package struct Phrasebook: Sendable {
    /// The language tag, as the locale file is named: `en`, `de`, `pt-BR`.
    package let language: String

    private let phrases: [String: Phrase]
    private let fallback: [String: Phrase]

    init(language: String, phrases: [String: Phrase], fallback: [String: Phrase]) {
        self.language = language
        self.phrases = phrases
        self.fallback = fallback
    }

    /// The phrase with its values in place; the value named `count` chooses the plural form.
    ///
    /// A key that not even English has is returned itself, so that it is seen and found by a test.
    package func text(_ key: String, _ values: [String: PhraseValue] = [:]) -> String {
        var text = ""
        for piece in pieces(key, count: values["count"]) {
            switch piece {
            case .words(let words): text += words
            case .value(let name): text += values[name]?.shown ?? "{\(name)}"
            }
        }
        return text
    }

    /// The phrase in pieces, for sentences that hold links or dates.
    package func pieces(_ key: String, count: PhraseValue? = nil) -> [PhrasePiece] {
        guard let (phrase, language) = phrase(key) else { return [.words(key)] }
        if case .number(let number)? = count { return phrase.pieces(count: number, language: language) }
        return phrase.pieces(count: nil, language: language)
    }

    /// The words as one text, the same for the same words: for whoever keeps what was made of them.
    package var version: String {
        keys.reduce(into: language) { text, key in text += "\n\(key) \(phrase(key)?.0.version ?? "")" }
    }

    /// Whether this language or English has the key.
    package func has(_ key: String) -> Bool { phrase(key) != nil }

    /// All keys that can be shown, those of English included, sorted.
    package var keys: [String] { Set(phrases.keys).union(fallback.keys).sorted() }

    /// The keys this language has itself, with the values each takes: what a test compares between languages.
    package var ownPlaceholders: [String: Set<String>] { phrases.mapValues(\.placeholders) }

    private func phrase(_ key: String) -> (Phrase, String)? {
        if let own = phrases[key] { return (own, language) }
        if let english = fallback[key] { return (english, "en") }
        return nil
    }
}
