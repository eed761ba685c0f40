/// What ``CrossSiteGuard`` found out about a request that wants to change something.
package enum CrossSiteVerdict: Sendable, Equatable {
    /// It comes from a page of this site.
    case ok
    /// It comes from this site as far as can be told, but its token is missing, old or another's: the form is given
    /// back with the text in it and a new token.
    case stale
    /// Another site sent it: nothing is given back.
    case foreign
}
