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

/// A text that another page had when a revision came, from which that revision may have taken words.
struct NeighbourText: Hashable {
    /// The page.
    let page: Int64
    /// The text.
    let blob: ObjectID
    /// Its authors are those that the page's revisions up to this place tell.
    let place: Int64
}

/// What is kept of a page's authorship.
struct KeptAuthorship {
    /// The page.
    let page: Int64
    /// The commit of the newest revision that is in it.
    let taken: ObjectID
    /// Its place in the order of commits.
    let place: Int64
    /// The text that `runs` tell the authors of; nil where it can have none.
    let blob: ObjectID?
    /// Who wrote its bytes, as `Prose` encodes it.
    let runs: [UInt8]
    /// What numbers in `runs` and `state` stand for.
    let origins: OriginTable
    /// What the next revision needs, as `Prose` encodes it.
    let state: [UInt8]
}
