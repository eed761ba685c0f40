/// How far an export has come.
package struct ExportProgress: Sendable, Hashable {
    /// Told of each step; cheap, and called from any thread.
    package typealias Listener = @Sendable (ExportProgress) -> Void

    /// How many are done.
    package let done: Int
    /// Of how many; 0 where nobody knows yet.
    package let total: Int
    /// What is being done: a wording key below `export.doing.`.
    package let word: String

    /// - Parameters:
    ///   - done: how many are done.
    ///   - total: of how many; 0 where nobody knows yet.
    ///   - word: a wording key below `export.doing.`, such as `pages`.
    package init(done: Int, total: Int, word: String) {
        self.done = done
        self.total = total
        self.word = word
    }
}
