/// Which way a walk through a folder goes, and from where.
package enum ReadingWay: Hashable, Sendable {
    /// Forwards behind a place; nil begins at the beginning.
    case onwards(ReadingRank?)
    /// Backwards before a place; nil begins at the end.
    case back(ReadingRank?)
}
