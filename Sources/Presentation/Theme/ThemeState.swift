import Wording

/// What a theme holds behind its lock.
struct ThemeState: Sendable {
    var contents: ThemeContents {
        didSet { templates = [:] }
    }
    var problem: ThemeError?
    private var templates: [String: TemplateSet] = [:]

    init(contents: ThemeContents) { self.contents = contents }

    /// The templates in a language, made once and kept; there are only as many as locale files.
    mutating func templates(in book: Phrasebook) -> TemplateSet {
        if let known = templates[book.language] { return known }
        let made = contents.templates(in: book)
        templates[book.language] = made
        return made
    }
}
