/// What the audit log tells of. The raw values stand in the database and in the API.
package enum AuditAction: String, CaseIterable, Sendable {
    case login = "login"
    case loginFailed = "login.failed"
    case loginRefused = "login.refused"
    case loginLimited = "login.limited"
    case sessionEnded = "session.ended"
    case sessionsEnded = "sessions.ended"

    case accountCreated = "account.created"
    case accountRegistered = "account.registered"
    case accountRenamed = "account.renamed"
    case accountRanking = "account.ranking"
    case accountRole = "account.role"
    case accountState = "account.state"
    case accountDeleted = "account.deleted"
    case passwordChanged = "password.changed"
    case passwordResetAsked = "password.reset-asked"

    case linkMade = "link.made"
    case linkUsed = "link.used"
    case invitationMade = "invitation.made"
    case invitationAccepted = "invitation.accepted"
    case invitationRevoked = "invitation.revoked"

    case tokenCreated = "token.created"
    case tokenRevoked = "token.revoked"
    case keyAdded = "key.added"
    case keyRemoved = "key.removed"

    case addressClaimed = "address.claimed"
    case addressConfirmed = "address.confirmed"
    case addressReleased = "address.released"
    case addressChosen = "address.chosen"

    case push = "push"
    case pushConfirmed = "push.confirmed"
    /// A push that a rule refused.
    case pushRefused = "push.refused"
    /// Many edits were taken back at once.
    case editsUndone = "edits.undone"
    /// Somebody had the site exported by hand.
    case siteExported = "site.exported"
    /// A request for which the permission was missing.
    case denied = "denied"
    /// An edit or push of a path that the repository's rules protect.
    case pathProtected = "path.protected"
    /// The repository's rules were changed.
    case rulesChanged = "rules.changed"

    /// Entries whose detail is an e-mail address, which goes when network addresses go.
    static let withAddresses: [AuditAction] = [.addressClaimed, .addressConfirmed, .addressReleased, .addressChosen, .invitationMade]
}
