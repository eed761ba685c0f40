package import WikiCore

/// A person's account, as it stood when it was read.
package struct Account: Hashable, Sendable {
    /// Whether the person can log in.
    package enum State: String, CaseIterable, Sendable {
        case active
        /// A moderator shut it out.
        case blocked
        /// An admin shut it out.
        case disabled
        /// The person is gone; number and name are never given to another.
        case deleted
    }

    /// The lasting number, which commits carry.
    package let id: Int64
    /// The name to log in with, by the rules of ``AccountName``.
    package let name: String
    /// The name that edits are shown under.
    package let displayName: String
    /// Where letters go; nil where the person gave none. Shown to its owner and to admins alone.
    package let email: String?
    /// True where the person, or an admin for them, has proved that the address is theirs.
    package let isEmailConfirmed: Bool
    /// What it may do.
    package let role: Role
    /// Whether it can log in.
    package let state: State
    /// When it was made, in seconds since 1970.
    package let created: Int64
    /// When it was last used, to the minute.
    package let lastSeen: Int64?
    /// A confirmed address that the person chose to show in commits; nil for the one that the wiki makes.
    package let commitEmail: String?

    /// As whom the account's edits stand in git. The number in the address outlives a change of domain or name.
    /// - Parameter domain: the wiki's `identity.domain`.
    package func author(domain: String) -> EditAuthor {
        EditAuthor(name: displayName, email: commitEmail ?? "\(id)+\(name)@\(NoreplyAddress.host(of: domain))")
    }

    /// True where it can log in and hold a role.
    package var isActive: Bool { state == .active }
}
