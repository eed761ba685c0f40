/// How far a book has come.
package struct BookProgress: Sendable, Hashable {
    /// How many chapters are done.
    package let done: Int
    /// Of how many.
    package let total: Int
}
