package import Git

/// What a search looks through of one page, by the weight that a word has there.
package struct SearchText: Sendable, Hashable {
    /// The title, and what the page's path says besides.
    package let title: String
    /// The headings and tags, one a line.
    package let headings: String
    /// The words of the text.
    package let body: String

    /// What a word counts for in a title, a heading and the body.
    package static let weights = (title: 10, headings: 4, body: 1)

    /// - Parameters:
    ///   - title: as the page shows it.
    ///   - body: the text without markup.
    package init(title: String, path: GitPath, headings: [String], tags: [String], body: String) {
        let name = path.display.replacing("/", with: " ").replacing("-", with: " ").replacing("_", with: " ")
        self.title = title == PageTitle.fromName(path) ? "\(title)\n\(path.display)" : "\(title)\n\(name)"
        self.headings = (headings + tags).joined(separator: "\n")
        self.body = body
    }
}
