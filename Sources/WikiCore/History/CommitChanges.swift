import Git

/// What one commit changed: against its first parent, and whether against all of them.
struct CommitChanges: Sendable {
    /// The files that differ from the first parent, or all files of a commit without one.
    let all: [TreeChange]
    /// The paths that differ from *every* parent: those the commit is a revision of.
    let revised: Set<GitPath>

    /// Compares a commit's tree with those of its parents.
    /// - Parameter tree: the tree of a commit, from a cache or the repository; nil where a shallow history ends.
    /// - Parameter known: what differs from the first parent, where somebody found out already.
    init(_ commit: Commit, all known: [TreeChange]? = nil, repository: Repository, tree: (ObjectID) throws -> ObjectID?) throws {
        let changes = try known ?? repository.changes(from: commit.parents.first.flatMap { try tree($0) }, to: commit.tree)
        all = changes
        var paths = Set(changes.map(\.path))
        for parent in commit.parents.dropFirst() where !paths.isEmpty {
            guard let other = try tree(parent) else { continue }
            paths.formIntersection(try repository.changes(from: other, to: commit.tree).map(\.path))
        }
        revised = paths
    }
}
