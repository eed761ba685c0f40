package import Git

/// A living page or part, as the index knows it.
package struct Page: Hashable, Sendable, Identifiable {
    /// Its identity, which outlives renames.
    package let id: Int64
    /// Its file in the repository.
    package let file: GitPath
    /// Its path below the pages root, without the extension.
    package let path: GitPath
    /// True for `_Sidebar` and its like.
    package let isPart: Bool
    /// Its text now.
    package let blob: ObjectID
    /// The place of its newest revision in the order of commits.
    package let lastCommit: Int64
    /// How many revisions it has.
    package let revisions: Int
    /// What it is called.
    package let title: String
    /// One sentence about it.
    package let description: String?
    /// The page that readers are sent to instead.
    package let redirect: String?
    /// The language its text says it is in.
    package let language: String?
    /// True where its author does not want it listed yet.
    package let isDraft: Bool
}

/// A file of the newest tree that is no page.
package struct WikiFile: Hashable, Sendable {
    /// Its path in the repository.
    package let file: GitPath
    /// What it is.
    package let kind: EntryKind
    /// Its content.
    package let blob: ObjectID
}
