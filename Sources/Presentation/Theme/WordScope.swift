import Markup
import Mustache
import Wording

/// The phrases of one language as templates name them: `say.edit.save` is the phrase `edit.save`, escaped once at load.
///
/// Only phrases without values can be said this way; the others reach a template through a view.
final class WordScope: MustacheParent, Sendable {
    private let texts: [String: TemplateText]
    private let groups: [String: WordScope]

    convenience init(_ book: Phrasebook) {
        self.init(entries: book.keys.map { (Array($0.split(separator: ".").map(String.init)[...]), EscapedText(book.text($0)).string) })
    }

    private init(entries: [([String], String)]) {
        var texts: [String: TemplateText] = [:]
        var below: [String: [([String], String)]] = [:]
        for (names, text) in entries {
            guard let name = names.first else { continue }
            if names.count == 1 {
                texts[name] = TemplateText(renderText: text)
            } else {
                below[name, default: []].append((Array(names.dropFirst()), text))
            }
        }
        self.texts = texts
        groups = below.mapValues(WordScope.init(entries:))
    }

    func child(named name: String) -> Any? { texts[name] ?? groups[name] }
}
