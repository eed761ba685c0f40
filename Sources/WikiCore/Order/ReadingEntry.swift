package import Git

/// A page that has a place in the order of pages: alive, no part, no redirect, no draft.
package struct ReadingEntry: Hashable, Sendable, Identifiable {
    /// Its identity.
    package let id: Int64
    /// Its path below the pages root.
    package let path: GitPath
    /// What it is called.
    package let title: String
    /// Its place among what its folder holds.
    package let rank: ReadingRank
}
