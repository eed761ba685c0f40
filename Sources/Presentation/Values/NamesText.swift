package import Wording

/// People in a row, in plain words: `Hal and Ida`, at most three by name, and how many more there are.
package struct NamesText: Sendable {
    /// The most people that are named.
    static let limit = 3

    /// The words.
    package let text: String

    /// - Parameter names: in order; an empty one is shown as unknown, as nobody is.
    package init(_ names: [String], in words: Phrasebook) {
        let shown = (names.isEmpty ? [""] : names).prefix(Self.limit).map { $0.isEmpty ? words.text("person.unknown") : $0 }
        guard let key = Self.phrase(for: names.count) else {
            text = shown.first ?? ""
            return
        }
        var values: [String: PhraseValue] = ["count": .number(max(0, names.count - Self.limit))]
        for (place, name) in zip(Self.places, shown) { values[place] = .text(name) }
        text = words.text(key, values)
    }

    /// What phrases call the people whom they name.
    static let places = ["first", "second", "third"]

    /// The phrase for so many people; nil for one alone.
    static func phrase(for count: Int) -> String? {
        switch count {
        case ..<2: nil
        case 2: "names.two"
        case 3: "names.three"
        default: "names.more"
        }
    }
}
