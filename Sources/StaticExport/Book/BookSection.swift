import WikiCore

/// A chapter of a book, or the heading of a part, while the book is made.
struct BookSection {
    /// The name of its file or place, without an ending.
    let name: String
    /// What it is called.
    let title: String
    /// How deep it stands in the contents.
    let depth: Int
    /// The chapter's page; nil for a part.
    let page: Page?
    /// Its article.
    var text = BookText()
}
