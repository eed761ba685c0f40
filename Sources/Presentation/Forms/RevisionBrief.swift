/// The few facts of a revision that a sentence names.
package struct RevisionBrief: Sendable, Hashable {
    /// The commit's full id.
    package let id: String
    /// The author's name.
    package let author: String
    /// When, Unix.
    package let seconds: Int
    /// The first line of the message.
    package let summary: String

    package init(id: String, author: String, seconds: Int, summary: String = "") {
        self.id = id
        self.author = author
        self.seconds = seconds
        self.summary = summary
    }
}
