import Git

/// What is written down of a page's authorship.
struct AuthorshipRecord {
    /// The page.
    let page: Int64
    /// The newest revision that is in it, by its commit and that commit's place.
    let taken: (commit: ObjectID, place: Int64)
    /// The page's text now; nil where it is deleted.
    let pageBlob: ObjectID?
    /// Who wrote that text, encoded; nil where it can have no authors, or more revisions are to come.
    let runs: [UInt8]?
    /// What numbers stand for.
    let origins: OriginTable
    /// What the next revision needs.
    let state: [UInt8]
    /// How many words of each commit stand in the text, by number.
    let living: [UInt32: Int]
    /// True where no revision is lacking.
    let isComplete: Bool
}
