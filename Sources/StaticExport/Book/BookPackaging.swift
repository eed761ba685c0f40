/// What a book is made as.
package enum BookPackaging: String, Sendable, CaseIterable {
    /// EPUB 3.
    case epub
    /// One file of HTML with all that it shows.
    case html
}
