package import Git

/// Somebody whom a commit names: its author, or one of those beside the author. Both texts are as git has them, and anybody's.
package struct CommitPerson: Hashable, Sendable {
    /// The name.
    package let name: String
    /// The address; never shown.
    package let email: String

    /// Puts both together.
    package init(name: String, email: String) {
        self.name = name
        self.email = email
    }

    /// Everybody whom a commit names, its author first. Linear in its message.
    package static func all(of commit: Commit) -> [CommitPerson] {
        [CommitPerson(name: commit.author.name, email: commit.author.email)] + CoAuthors(commit).people
    }
}
