package import Git

/// A page as the search of a static site takes it.
package struct SearchDocument: Sendable, Hashable {
    /// Its number: the same in every run that knows the page, from 0 up to ``SearchIndex/numberLimit``, and close to the others,
    /// since the index takes more room the further apart they are. Each number is given once.
    package let number: Int
    /// The page's path in the wiki.
    package let path: GitPath
    /// The title as the page shows it.
    package let title: String
    /// Its file as seen from the site's root, ready for a link.
    package let address: String
    /// The texts of its headings, in order.
    package var headings: [String] = []
    /// Its tags.
    package var tags: [String] = []
    /// Its text without markup.
    package var body = ""
    /// What it says of itself, shown where a search has no words.
    package var description = ""
    /// When it changed last, in seconds of Unix; nil shows none.
    package var changed: Int?

    package init(number: Int, path: GitPath, title: String, address: String) {
        self.number = number
        self.path = path
        self.title = title
        self.address = address
    }
}
