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

/// What a folder holds: a page or a folder.
package enum ReadingItem: Hashable, Sendable {
    /// A page right inside it, also where that stands for the folder itself.
    case page(ReadingEntry)
    /// A folder right inside it.
    case folder(ReadingFolder)

    /// Its place.
    package var rank: ReadingRank {
        switch self {
        case .page(let entry): entry.rank
        case .folder(let folder): folder.rank
        }
    }
}
