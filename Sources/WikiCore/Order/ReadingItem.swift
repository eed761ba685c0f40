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
