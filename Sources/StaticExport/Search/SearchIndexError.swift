/// Why an index cannot be changed and is to be built from nothing.
package enum SearchIndexError: Error, Sendable, Hashable {
    /// A file is not there.
    case missing(path: String)
    /// A file is not what was written.
    case damaged(path: String)
}
