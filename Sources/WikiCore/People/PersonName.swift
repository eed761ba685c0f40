/// A person's name as people are looked for: without regard to case and accents, and by its words.
package struct PersonName: Sendable {
    /// What two names have in common that are taken for the same.
    package let key: String
    /// The words by whose beginnings it is found, each once.
    package let words: [String]

    /// Names from git may be of any length: only so many characters are read for words.
    private static let reach = 200
    private static let wordLimit = 12

    /// Folds a name; linear.
    package init(_ name: String) {
        key = SearchFold.title(name)
        var found: [String] = []
        for piece in key.unicodeScalars.prefix(Self.reach).split(whereSeparator: { !Self.isOfWords($0) }).prefix(Self.wordLimit) {
            let word = String(String.UnicodeScalarView(piece))
            if !found.contains(where: { $0.utf8.elementsEqual(word.utf8) }) { found.append(word) }
        }
        words = found
    }

    private static func isOfWords(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar.properties.generalCategory == .nonspacingMark
    }
}
