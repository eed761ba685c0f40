/// What a book can be made as. The raw values stand in addresses, and are the endings of the files.
package enum BookFormat: String, Sendable, Hashable, CaseIterable {
    /// EPUB, for reading devices.
    case epub
    /// One HTML file that needs nothing else.
    case html
    /// PDF, for paper.
    case pdf
}
