package import Git

/// A commit that a push brings, and whose work it says it is.
package struct PushedCommit: Hashable, Sendable {
    /// The commit.
    package let id: ObjectID
    /// The author's address as git has it.
    package let authorEmail: String
    /// True where the author's credit counts at once, because of who pushed.
    package let isConfirmed: Bool

    /// Puts the parts together.
    package init(id: ObjectID, authorEmail: String, isConfirmed: Bool) {
        self.id = id
        self.authorEmail = authorEmail
        self.isConfirmed = isConfirmed
    }
}
