package import Git

/// What is known of the pasts of all pages, read at once, for whoever makes most of them.
package final class PageRecords: Sendable {
    let last: [Int64: Revision]
    let firstTimes: [Int64: Int64]
    let tags: [Int64: [String]]
    let shares: [Int64: [PageAuthors.Person]]

    /// The commits that changed pages last, each once or more.
    package var lastCommits: [ObjectID] { last.values.map(\.id) }

    init(last: [Int64: Revision], firstTimes: [Int64: Int64], tags: [Int64: [String]], shares: [Int64: [PageAuthors.Person]]) {
        self.last = last
        self.firstTimes = firstTimes
        self.tags = tags
        self.shares = shares
    }
}
