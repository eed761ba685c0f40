package import Git

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
