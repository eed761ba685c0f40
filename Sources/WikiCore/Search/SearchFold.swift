/// Words as SQLite's `unicode61 remove_diacritics 2` compares them: without regard to case and, in Latin script, to accents.
/// What marks hits, and what compares titles and tags, must find alike what the full text does.
package enum SearchFold {
    /// True for an accent that stands behind its letter as a character of its own.
    static func isAccent(_ scalar: Unicode.Scalar) -> Bool { (0x300...0x331).contains(scalar.value) }

    /// A text in the form in which texts are compared; linear.
    static func of(_ text: some Sequence<Unicode.Scalar>) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text where !isAccent(scalar) {
            if scalar.isASCII {
                result.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
            } else if let base = bases[scalar] {
                result.append(base)
            } else {
                result.append(contentsOf: scalar == "ς" ? "σ".unicodeScalars : scalar.properties.lowercaseMapping.unicodeScalars)
            }
        }
        return String(result)
    }

    /// A title as titles are compared: as the forgiving lookup compares names, and without accents.
    package static func title(_ text: String) -> String { of(LookupKey.of(text).unicodeScalars) }

    /// A tag as tags are compared: like a title; a quotation mark only bounds it in a query.
    package static func tag(_ text: String) -> String { title(String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\"" }))) }

    /// The plain letters, in lower case, of those that Unicode composes of one and accents.
    private static let bases: [Unicode.Scalar: Unicode.Scalar] = {
        var bases: [Unicode.Scalar: Unicode.Scalar] = [:]
        for value in Array(0xC0...0x24F) + Array(0x1E00...0x1EFF) as [UInt32] {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let parts = UnicodeForm.decomposed(scalar.properties.lowercaseMapping).unicodeScalars
            guard let base = parts.first, ("a"..."z").contains(base) else { continue }
            if parts.dropFirst().allSatisfy({ $0.properties.generalCategory == .nonspacingMark }) { bases[scalar] = base }
        }
        return bases
    }()
}
