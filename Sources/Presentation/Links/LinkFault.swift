package import Markup

/// What is wrong with a link of a page.
package enum LinkFault: Sendable, Equatable {
    /// Nothing stands where it leads.
    case missing(DocumentLink)
    /// The page is there, and no place on it is called so. As its author wrote it: `Page#Place`, or `#Place` for the page itself.
    case noPlace(String)
}
