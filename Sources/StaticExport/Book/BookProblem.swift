package import Git

/// Something that a book leaves out or does otherwise than its page says; the book is made all the same.
package enum BookProblem: Sendable, Hashable {
    /// No page has the name that an entry of the contents gives.
    case missing(String)
    /// The page asks not to be exported yet.
    case draft(GitPath)
    /// The page only sends readers on, and in the end to nothing.
    case lostRedirect(GitPath)
    /// The page is in the book already; it stays where it came first.
    case repeated(GitPath)
    /// An entry leads to something that is no page of the wiki.
    case noPage(String)
    /// The page's text could not be rendered and stands in the book as its source.
    case source(GitPath)
    /// More entries than a book takes.
    case tooManyEntries(limit: Int)
    /// The picture, by its file, is larger than a book takes, in bytes, or there are too many; it is linked.
    case pictureTooLarge(GitPath)
    /// The file is no picture that every reader of books can show; it is linked.
    case unknownPicture(GitPath)
    /// A page links to an address that not every reader of books takes; its words stay. At most 20 of a page are told.
    case lostAddress(GitPath, String)
    /// There is no such picture for the cover.
    case noCover(String)
}
