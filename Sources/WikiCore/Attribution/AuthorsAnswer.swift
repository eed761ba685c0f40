package import Git

/// What is known when somebody asks who wrote a text.
package enum AuthorsAnswer: Sendable {
    /// This.
    case found(PageAuthors)
    /// Nothing yet: it is being found out. The revision that was asked for.
    case notReady(path: GitPath, title: String, page: Int64)
    /// The text is too large, or no text, and has no authors.
    case unreadable(path: GitPath, title: String)
}
