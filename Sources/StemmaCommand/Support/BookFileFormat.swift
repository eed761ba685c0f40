import StaticExport

/// The files that the command line makes of a book.
enum BookFileFormat: String, CaseIterable {
    case epub, html, pdf

    /// What is made of the wiki; a PDF is printed from it.
    var made: BookPackaging { self == .epub ? .epub : .html }
}
