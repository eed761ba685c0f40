/// A page as lists for machines name it.
package struct ListedPage: Sendable, Hashable {
    /// Somebody whose words stand on it.
    package struct Contributor: Sendable, Hashable {
        /// What the person is called.
        package let name: String
        /// The part of the page's words that is theirs, up to 1.
        package let share: Double

        package init(name: String, share: Double) {
            self.name = name
            self.share = share
        }
    }

    /// The most of them that a list names.
    package static let contributorLimit = 100

    /// Its path in the wiki.
    package let path: [UInt8]
    /// Its title.
    package let title: String
    /// Where it is read: with scheme and host where the site knows its own address, else from the root of the site.
    package let address: String
    /// Where its Markdown is, in the same way.
    package let markdown: String
    /// One sentence about it.
    package var description: String?
    /// When it changed last; Unix seconds.
    package var updated: Int?
    /// Its subjects.
    package var tags: [String] = []
    /// The language of its text, as a BCP 47 tag; nil where it is the site's.
    package var language: String?
    /// How many words it has; nil where they are not counted.
    package var words: Int?
    /// Those whose words stand on it, those with the most first; not necessarily all.
    package var contributors: [Contributor] = []

    package init(path: [UInt8], title: String, address: String, markdown: String) {
        self.path = path
        self.title = title
        self.address = address
        self.markdown = markdown
    }
}
