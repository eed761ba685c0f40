/// Why stored authorship can't be used; it can be made anew from the texts.
package enum AuthorshipError: Error, Hashable, Sendable {
    /// Made by a version of these rules that is not ours.
    case otherVersion
    /// Not what was stored.
    case damaged
}
