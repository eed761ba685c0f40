import Yams

extension FrontMatterReader {
    /// What `book:` holds: keys of a book, or `true` for a book that takes all from its page. Nil for anything else.
    static func book(_ node: Node) -> BookMatter? {
        guard let mapping = node.mapping else { return node.bool == true ? BookMatter() : nil }
        var book = BookMatter()
        for (key, value) in mapping {
            switch key.scalar?.string.lowercased() {
            case "title": book.title = text(value)
            case "subtitle": book.subtitle = text(value)
            case "lang", "language": book.language = text(value).flatMap(languageTag)
            case "cover": book.cover = text(value)
            case "license", "licence": book.license = text(value)
            case "author", "authors": book.authors = unique(book.authors + list(value))
            case "editor", "editors": book.editors = unique(book.editors + list(value))
            case "identifier": book.identifier = text(value)
            default: break
            }
        }
        return book
    }
}
