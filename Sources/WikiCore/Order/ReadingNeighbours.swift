package import Git

/// The pages before and after a page, as far as there are any.
package struct ReadingNeighbours: Hashable, Sendable {
    /// What is read before it.
    package var previous: ReadingStep?
    /// What is read after it.
    package var next: ReadingStep?
}

/// A page that is read before or after another one.
package struct ReadingStep: Hashable, Sendable {
    /// The page's identity.
    package let page: Int64
    /// What it is called.
    package let title: String
    /// Its one address.
    package let address: GitPath
}
