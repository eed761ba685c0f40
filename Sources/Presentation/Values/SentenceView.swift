import Wording

/// A phrase whose values are links, dates or people: the translator orders the words, the template marks them up.
package struct SentenceView: TemplateView {
    private let pieces: [TemplateValue]

    /// - Parameters:
    ///   - key: the phrase.
    ///   - values: by the names in its braces; one that is missing shows its name.
    package init(_ key: String, _ values: [String: SentenceValue] = [:], in context: ViewContext) {
        var count: PhraseValue?
        if case .number(let number)? = values["count"] { count = .number(number) }
        pieces = context.words.pieces(key, count: count).flatMap { piece in
            switch piece {
            case .words(let words): [Self.piece("words", .text(raw: words))]
            case .value(let name): values[name].map { Self.pieces($0, context) } ?? [Self.piece("words", .text(raw: "{\(name)}"))]
            }
        }
    }

    /// A sentence that is said already, such as people's own words.
    package init(said text: String) {
        pieces = [Self.piece("words", .text(raw: text))]
    }

    /// One person.
    init(person: PersonView) {
        pieces = [Self.piece("person", .view(person))]
    }

    package var fields: [String: TemplateValue] { ["pieces": .list(pieces)] }

    private static func pieces(_ value: SentenceValue, _ context: ViewContext) -> [TemplateValue] {
        switch value {
        case .text(let text): [piece("name", .text(raw: text))]
        case .number(let number): [piece("words", .count(number))]
        case .link(let label, let href): [piece("link", .view(LinkView(label: label, href: href)))]
        case .time(let moment): [piece("time", .view(moment))]
        case .date(let moment): [piece("day", .view(moment))]
        case .code(let code): [piece("code", .text(raw: code))]
        case .person(let person): [piece("person", .view(person))]
        case .people(let people): SentenceView(people: people, in: context).pieces
        }
    }

    private static func piece(_ kind: String, _ value: TemplateValue) -> TemplateValue {
        var fields: [String: TemplateValue] = [:]
        for name in ["words", "name", "link", "time", "day", "code", "person"] { fields[name] = .absent }
        fields[kind] = value
        return .view(fields)
    }
}
