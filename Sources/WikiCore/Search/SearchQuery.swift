import Git

/// What somebody typed into the search box, read: words, "phrases", `path:` and the last word as a beginning.
package struct SearchQuery: Hashable, Sendable {
    /// The query for FTS5, with every word of the person's quoted; nil where there is no word.
    package let match: String?
    /// Only pages at or below this path, as a lookup key.
    package let pathKey: String?
    /// The words one by one, as ``SearchExcerpt`` compares them.
    package let words: [String]
    /// The word that may be a beginning; nil where the last one is quoted.
    package let beginning: String?
    /// The whole text as a title would be looked up.
    package let titleKey: String

    /// Reads a query. What looks like FTS5's syntax is taken as words.
    package init(_ text: String) {
        var words: [String] = []
        var path: String?
        // To SQLite a NUL ends the text; to people no control character is part of a word.
        let plain = String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 })
        var rest = plain[...]
        var lastIsOpen = false
        while let first = rest.first {
            if first.properties.isWhitespace {
                rest = rest.dropFirst()
                continue
            }
            let isPhrase = first == "\""
            if isPhrase { rest = rest.dropFirst() }
            let end = rest.firstIndex { isPhrase ? $0 == "\"" : $0.properties.isWhitespace } ?? rest.endIndex
            let word = String(rest[..<end])
            rest = rest[end...].dropFirst(isPhrase ? 1 : 0)
            if !isPhrase, word.hasPrefix("path:") {
                path = String(word.dropFirst("path:".count))
                continue
            }
            guard word.unicodeScalars.contains(where: Self.isIndexed) else { continue }
            // A word said twice finds no more, and costs as much again.
            words.removeAll { $0.utf8.elementsEqual(word.utf8) }
            words.append(word)
            lastIsOpen = !isPhrase
        }
        pathKey = path.map { LookupKey.of($0.hasPrefix("/") ? String($0.dropFirst()) : $0) }
        titleKey = LookupKey.of(words.joined(separator: " "))
        self.words = words.flatMap { SearchExcerpt.words(of: SearchWords.prepare($0)) }
        beginning = lastIsOpen ? self.words.last : nil
        let quoted = words.map { "\"\(SearchWords.prepare($0).replacing("\"", with: "\"\""))\"" }
        match = quoted.isEmpty ? nil : quoted.joined(separator: " ") + (lastIsOpen ? "*" : "")
    }

    /// True for what FTS5's tokeniser keeps: letters, digits, and what else counts as part of a word.
    static func isIndexed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
        case .decimalNumber, .letterNumber, .otherNumber, .privateUse: true
        default: false
        }
    }
}
