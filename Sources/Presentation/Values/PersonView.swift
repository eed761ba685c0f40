import Wording

/// A contributor's name with the colour that is theirs everywhere.
package struct PersonView: TemplateView {
    private let name: String
    private let href: String?
    private let hue: Int

    /// - Parameters:
    ///   - name: as the history gives it; an empty one is shown as unknown.
    ///   - href: the person's page, where there is one.
    package init(name: String, href: String? = nil, in context: ViewContext) {
        self.name = name.isEmpty ? context.words.text("person.unknown") : name
        self.href = href
        hue = Self.hue(of: name)
    }

    /// The number of a person's colour, of twelve.
    static func hue(of name: String) -> Int {
        let hash = ContentHash(name.utf8).value
        return Int((hash >> 32 ^ hash >> 17) % 12)
    }

    package var fields: [String: TemplateValue] {
        ["name": .text(raw: name), "href": .text(raw: href), "hue": .number(hue)]
    }
}
