package import Git
package import Presentation

/// Why no book is made.
package enum BookError: Error, Sendable, Hashable {
    /// The wiki has no commit yet.
    case emptyWiki
    /// No page describes a book.
    case noBook
    /// Several pages do, and nobody said which is meant.
    case severalBooks([GitPath])
    /// There is no page of this path.
    case noPage(GitPath)
    /// The page asks not to be exported yet.
    case draft(GitPath)
    /// The contents lead to no page.
    case noChapters
    /// The texts come to more than a book holds, in bytes.
    case tooLarge(limit: Int)
    /// The theme lacks something.
    case theme(ThemeError)
    /// The archive could not be written: what the library says.
    case archive(String)
    /// Something stands at the path that is no file, and that a book must not replace.
    case noFile(String)
    /// The file could not be written: what the system says.
    case file(String)
}
