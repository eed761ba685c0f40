package import Git

/// What a book is made from.
package enum BookSource: Sendable, Hashable {
    /// The only page that describes a book.
    case onlyBook
    /// A page whose lists of links are the contents.
    case page(GitPath)
    /// These pages, in this order.
    case pages([GitPath])
}
