package import Git
package import WikiCore

/// A push that breaks no rule which the objects alone tell of: what it brings, and what it touches.
package struct CheckedPush: Sendable {
    /// A commit that the branch lacks.
    package struct NewCommit: Hashable, Sendable {
        /// Its id.
        package let id: ObjectID
        /// Whom it names, its author first.
        package let people: [CommitPerson]
        /// Its author's address.
        package var authorEmail: String { people.first?.email ?? "" }
    }

    /// The commands.
    package let commands: [RefCommand]
    /// What is pushed to the branch; nil where only tags come.
    package let branch: RefCommand?
    /// What the branch gains, parents before children.
    package internal(set) var commits: [NewCommit] = []
    /// Each file that one of the commits changes, with the first that does, and each that the branch has otherwise afterwards.
    package internal(set) var touched: [GitPath: ObjectID] = [:]
    /// The files that the branch has afterwards and had not before.
    package internal(set) var added: [GitPath] = []
    /// The files that it had and has no more.
    package internal(set) var removed: Set<GitPath> = []

    init(commands: [RefCommand], branch: RefCommand?) {
        self.commands = commands
        self.branch = branch
    }
}
