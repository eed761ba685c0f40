package import Git

/// A folder that holds such pages at any depth.
package struct ReadingFolder: Hashable, Sendable {
    /// Its path below the pages root.
    package let path: GitPath
    /// Its place among what its own folder holds.
    package let rank: ReadingRank
    /// The page that stands for it: inside it, or beside it with its name.
    package let page: ReadingEntry?

    /// The page that stands for it, where that is one inside it.
    package var head: ReadingEntry? { page.flatMap { $0.path.parent == path ? $0 : nil } }
}
