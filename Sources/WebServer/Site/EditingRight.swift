package import HTTPTypes
package import WikiCore

/// Whether a request may change pages.
package enum EditingRight: Hashable, Sendable {
    /// It may, without an account.
    case open
    /// It may read.
    case readOnly

    /// Judges a request: by `editing`, and where nobody has chosen and no `site.url` says that this is a real site, by
    /// whether it surely comes from the person who sits at this machine. A server that others can reach is no trial,
    /// whatever a request says of itself.
    package init(_ head: HTTPRequest, peer: ClientAddress, configuration: Configuration) {
        switch configuration.editing {
        case .open: self = .open
        case .accounts: self = .readOnly
        case nil:
            let isTrial = configuration.site.url == nil && configuration.server.isLoopback
            self = isTrial && TrialRequest.qualifies(head, peer: peer) ? .open : .readOnly
        }
    }

    /// True where pages may be changed.
    package var mayEdit: Bool { self == .open }
}
