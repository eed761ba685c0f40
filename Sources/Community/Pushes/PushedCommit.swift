package import Git
package import WikiCore

/// A commit that a push brings, and whose work it says it is.
package struct PushedCommit: Hashable, Sendable {
    /// The commit.
    package let id: ObjectID
    /// Whom it names, its author first.
    package let people: [CommitPerson]

    /// Puts the parts together.
    package init(id: ObjectID, people: [CommitPerson]) {
        self.id = id
        self.people = people
    }
}
