package import Git

/// The pages before and after a page, as far as there are any.
package struct ReadingNeighbours: Hashable, Sendable {
    /// What is read before it.
    package var previous: ReadingStep?
    /// What is read after it.
    package var next: ReadingStep?

    /// - Parameters:
    ///   - previous: what is read before it.
    ///   - next: what is read after it.
    package init(previous: ReadingStep? = nil, next: ReadingStep? = nil) {
        self.previous = previous
        self.next = next
    }
}

/// A page that is read before or after another one.
package struct ReadingStep: Hashable, Sendable {
    /// The page's identity.
    package let page: Int64
    /// What it is called.
    package let title: String
    /// Its one address.
    package let address: GitPath

    /// - Parameters:
    ///   - page: the page's identity.
    ///   - title: what it is called.
    ///   - address: its one address.
    package init(page: Int64, title: String, address: GitPath) {
        self.page = page
        self.title = title
        self.address = address
    }
}
