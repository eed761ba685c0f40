/// What every part of the module works with.
struct MemberBase: Sendable {
    let database: CommunityDatabase
    let hasher: PasswordHasher
    let rules: PasswordRules
    let secrets: SecretSource
    let attempts: Attempts
    let clock: @Sendable () -> Int64
    /// The wiki's `identity.domain`, which its addresses for commits end in.
    let domain: String

    var limits: MemberLimits { attempts.limits }
    var now: Int64 { clock() }

    /// Refuses a try that comes too soon, and writes the first of them down: a flood leaves one line.
    func admit(_ verdict: AttemptTable.Verdict, _ context: AuditContext, target: String?) async throws {
        guard case .limited(let retryAfter, let isFirst) = verdict else { return }
        if isFirst {
            let entry = AuditEntry(.loginLimited, by: context, target: target)
            try await database.write { [now] in try $0.audit.add(entry, now: now) }
        }
        throw MemberError.tooMany(retryAfter: retryAfter)
    }
}
