/// An invitation to join, which works once. The secret of its link is not kept.
package struct Invitation: Hashable, Sendable {
    /// Its number.
    package let id: Int64
    /// Whom it is for; nil for whoever has the link.
    package let email: String?
    /// The role that the new account gets.
    package let role: Role
    /// A personal line; may be empty.
    package let note: String
    /// True where the link went to the address by mail and was shown to nobody else: who uses it has proved the address.
    package let isMailed: Bool
    /// When it was made, in seconds since 1970.
    package let created: Int64
    /// When it stops working.
    package let expires: Int64
    /// Who invites; nil for the wiki's own program.
    package let inviterID: Int64?
    /// The inviter's name.
    package let inviter: String?
    /// When somebody came.
    package let accepted: Int64?
    /// The name of who came.
    package let acceptedBy: String?
    /// When it was taken back.
    package let revoked: Int64?

    /// What an invitation is worth.
    package enum Status: Hashable, Sendable {
        case open, accepted, revoked, expired
    }

    /// What it is worth at a time.
    package func status(at now: Int64) -> Status {
        if accepted != nil { return .accepted }
        if revoked != nil { return .revoked }
        return now < expires ? .open : .expired
    }
}
