/// A kind of thing that somebody wants to do. Whether an edit may touch one path is for the rules of the repository to say.
package enum Permission: CaseIterable, Sendable {
    /// See pages, history, feeds, search and clones.
    case read
    /// Change pages at all.
    case edit
    /// Confirm whose work a push was; make tags.
    case review
    /// Block people of a lower role.
    case moderate
    /// Invite people.
    case invite
    /// Everything else: roles, accounts, the rules, the audit log.
    case administer
}
