import Git

/// What somebody typed into the search box, read: words, "phrases", `path:`, `tag:` and the last word as a beginning.
package struct SearchQuery: Hashable, Sendable {
    /// The query for FTS5, with every word of the person's quoted; nil where there is no word.
    package let match: String?
    /// Only pages at or below this path, as a lookup key.
    package let pathKey: String?
    /// Only pages with all these tags, as ``SearchFold`` compares them.
    let tagKeys: [String]
    /// The words one by one, as ``SearchExcerpt`` compares them.
    package let words: [String]
    /// The word that may be a beginning; nil where the last one is quoted.
    package let beginning: String?
    /// The whole text as a title would be looked up.
    package let titleKey: String

    /// The most tags that narrow a search; further ones are passed over.
    private static let tagLimit = 8

    /// Reads a query. What looks like FTS5's syntax is taken as words.
    package init(_ text: String) {
        var words: [String] = []
        var path: String?
        var tags: [String] = []
        var lastIsOpen = false
        for item in Self.items(of: text) {
            switch item.filter {
            case "path": path = item.text
            case "tag": tags.append(SearchFold.tag(item.text))
            default:
                guard item.text.unicodeScalars.contains(where: Self.isIndexed) else { continue }
                // A word said twice finds no more, and costs as much again.
                words.removeAll { $0.utf8.elementsEqual(item.text.utf8) }
                words.append(item.text)
                lastIsOpen = !item.isQuoted
            }
        }
        pathKey = path.map { LookupKey.of(GitPath(segments: GitPath($0).segments.filter { !$0.isEmpty })) }
        tagKeys = Array(Set(tags.filter { !$0.isEmpty }).sorted().prefix(Self.tagLimit))
        titleKey = SearchFold.title(words.joined(separator: " "))
        self.words = words.flatMap { SearchExcerpt.words(of: SearchWords.prepare($0)) }
        beginning = lastIsOpen ? self.words.last : nil
        let quoted = words.map { "\"\(SearchWords.prepare($0).replacing("\"", with: "\"\""))\"" }
        match = quoted.isEmpty ? nil : quoted.joined(separator: " ") + (lastIsOpen ? "*" : "")
    }

    /// The query that finds the pages with a tag.
    package static func tagged(_ tag: String) -> String {
        tag.unicodeScalars.contains { $0.properties.isWhitespace } ? "tag:\"\(tag.replacing("\"", with: ""))\"" : "tag:\(tag)"
    }

    /// One word or phrase, and what stands before its colon, where that is a filter.
    private struct Item {
        var filter: String?
        var text: String
        var isQuoted: Bool
    }

    private static func items(of text: String) -> [Item] {
        var items: [Item] = []
        // To SQLite a NUL ends the text; to people no control character is part of a word.
        let plain = String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 })
        var rest = plain.drop { $0.properties.isWhitespace }
        while !rest.isEmpty {
            let filter = ["path", "tag"].first { rest.starts(with: "\($0):".unicodeScalars) }
            rest = rest.dropFirst(filter.map { $0.unicodeScalars.count + 1 } ?? 0)
            let isQuoted = rest.first == "\""
            if isQuoted { rest = rest.dropFirst() }
            let end = rest.firstIndex { isQuoted ? $0 == "\"" : $0.properties.isWhitespace } ?? rest.endIndex
            items.append(Item(filter: filter, text: String(rest[..<end]), isQuoted: isQuoted))
            rest = rest[end...].dropFirst(isQuoted ? 1 : 0).drop { $0.properties.isWhitespace }
        }
        return items
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
