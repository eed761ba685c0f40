/// One entry of a locale file: a plain sentence, or a sentence for each plural form.
enum Phrase: Sendable, Hashable {
    case plain([PhrasePiece])
    case plural([PluralForm: [PhrasePiece]])

    /// The pieces to show; a plural phrase without the right form takes `other`, then `one`.
    func pieces(count: Int?, language: String) -> [PhrasePiece] {
        switch self {
        case .plain(let pieces):
            return pieces
        case .plural(let forms):
            let form = count.map { PluralForm($0, language: language) } ?? .other
            return forms[form] ?? forms[.other] ?? forms[.one] ?? []
        }
    }

    /// The same text for the same phrase.
    var version: String {
        switch self {
        case .plain(let pieces): String(describing: pieces)
        case .plural(let forms): forms.map { "\($0.key) \($0.value)" }.sorted().joined(separator: " ")
        }
    }

    /// The names of the values that any form of the phrase uses.
    var placeholders: Set<String> {
        let forms: [[PhrasePiece]] =
            switch self {
            case .plain(let pieces): [pieces]
            case .plural(let forms): Array(forms.values)
            }
        var names: Set<String> = []
        for case .value(let name) in forms.joined() { names.insert(name) }
        return names
    }
}
