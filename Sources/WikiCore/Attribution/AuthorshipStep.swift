import Git

/// A revision of a page, as authorship takes it.
struct AuthorshipStep {
    /// The commit's place in the order of commits.
    let place: Int64
    /// The commit.
    let commit: ObjectID
    /// The text after it; nil where the page was deleted.
    let blob: ObjectID?
    /// The text at its first parent; nil where the page was new, or stood elsewhere.
    let old: ObjectID?
    /// The file's path then.
    let file: GitPath
    /// True for a commit of several parents.
    let isMerge: Bool
}
