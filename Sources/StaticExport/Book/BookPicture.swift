/// A picture of a book.
struct BookPicture: Sendable {
    /// What it is.
    let kind: PictureKind
    /// Its bytes; an SVG's are what is safe of it.
    let bytes: [UInt8]
    /// The name of its file in the book, without a folder.
    let name: String
}
