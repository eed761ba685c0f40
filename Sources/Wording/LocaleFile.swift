import Yams

/// One `locales/<language>.yaml`, read into phrases under dotted keys (`save: {merged: …}` is `save.merged`).
struct LocaleFile: Sendable {
    let phrases: [String: Phrase]

    /// Reads the YAML text; values are taken as written, so `no` and `1.0` are words here.
    init(yaml: String, language: String) throws(WordingError) {
        let root: Node?
        do {
            root = try Yams.compose(yaml: yaml)
        } catch {
            throw .unreadable(language: language, reason: String(describing: error))
        }
        guard let root else { throw .unreadable(language: language, reason: "the file is empty") }
        var phrases: [String: Phrase] = [:]
        try Self.collect(root, under: "", into: &phrases, language: language)
        self.phrases = phrases
    }

    private static func collect(_ node: Node, under key: String, into phrases: inout [String: Phrase], language: String)
        throws(WordingError)
    {
        switch node {
        case .scalar(let scalar):
            phrases[key] = .plain(PhrasePiece.pieces(of: scalar.string))
        case .mapping(let mapping):
            if let forms = pluralForms(of: mapping) {
                phrases[key] = .plural(forms)
                return
            }
            for (name, value) in mapping {
                guard case .scalar(let scalar) = name else {
                    throw .unreadable(language: language, reason: "a key under '\(key)' is not a word")
                }
                try collect(value, under: key.isEmpty ? scalar.string : "\(key).\(scalar.string)", into: &phrases, language: language)
            }
        default:
            throw .unreadable(language: language, reason: "'\(key)' is neither a sentence nor a group of sentences")
        }
    }

    /// A map is a plural phrase when it has `other` and nothing but names of plural forms.
    private static func pluralForms(of mapping: Node.Mapping) -> [PluralForm: [PhrasePiece]]? {
        var forms: [PluralForm: [PhrasePiece]] = [:]
        for (name, value) in mapping {
            guard case .scalar(let name) = name, let form = PluralForm(rawValue: name.string), case .scalar(let text) = value else {
                return nil
            }
            forms[form] = PhrasePiece.pieces(of: text.string)
        }
        return forms[.other] == nil ? nil : forms
    }
}
