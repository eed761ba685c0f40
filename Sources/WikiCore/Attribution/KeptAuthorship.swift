import Git

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
