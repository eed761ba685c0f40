/// A finished book.
package struct MadeBook: Sendable {
    /// The file.
    package let bytes: [UInt8]
    /// What it is called.
    package let title: String
    /// How many chapters it has.
    package let chapters: Int
    /// How many words stand in them, code included.
    package let words: Int
    /// What was left out, or done otherwise than the book's page says.
    package let problems: [BookProblem]
}
