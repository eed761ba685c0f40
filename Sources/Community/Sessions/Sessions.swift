/// Browsers that are logged in. A session ends 30 days after the login, or 14 days after it was last used, whichever comes
/// first; and when the person is shut out or changes the password.
package struct Sessions: Sendable {
    /// The longest life, in seconds.
    package static let lifetime: Int64 = 30 * 86_400
    /// The longest time without use, in seconds.
    package static let idleTime: Int64 = 14 * 86_400
    /// A clock that was put back makes a login lie ahead; further ahead than this, it is not believed.
    static let clockTolerance: Int64 = 86_400

    let base: MemberBase

    /// Begins a session and gives back its secret, which goes into a cookie and is kept nowhere. Always a new one: a secret
    /// from before the login is worth nothing after it. Throws `MemberError.inactive`.
    package func begin(account id: Int64, userAgent: String?, address: String?) async throws -> String {
        let secret = base.secrets.secret()
        guard let hash = SecretHash(secret) else { throw MemberError.storage("the source of secrets is broken") }
        let now = base.now
        let session = Session(
            handle: base.secrets.handle(), created: now, lastSeen: now, userAgent: userAgent.map { PlainText.cut($0, limit: 300) },
            address: address.map { PlainText.cut($0, limit: 64) })
        try await base.database.write { [limit = base.limits.held] records in
            let account = try records.accounts.living(id)
            guard account.isActive else { throw MemberError.inactive(account.state) }
            try records.sessions.insert(session, hash: hash, account: id)
            try records.sessions.keepNewest(limit, of: id)
        }
        return secret
    }

    /// The session of a secret and the account as it stands now; nil where the secret is nobody's, the session has ended, or
    /// the account is shut out. Writes down that it was used, at most once a minute.
    package func find(_ secret: String) async throws -> (session: Session, account: Account)? {
        guard let hash = SecretHash(secret) else { return nil }
        let found = try await base.database.read { try $0.sessions.find(hash) }
        guard let found, found.account.isActive, Self.isAlive(found.session, at: base.now) else { return nil }
        if base.isStale(found.session.lastSeen) {
            // Reading goes on where nothing can be written.
            try? await base.database.write { [base] records in
                try records.sessions.touch(found.session.handle, now: base.now)
                try records.accounts.setLastSeen(base.now, of: found.account.id)
            }
        }
        return found
    }

    /// The sessions of an account that have not ended, the one used last first.
    package func list(account id: Int64) async throws -> [Session] {
        let now = base.now
        return try await base.database.read { try $0.sessions.all(of: id).filter { Self.isAlive($0, at: now) } }
    }

    /// Ends one session of an account. Asks for the owner or an admin. Throws `MemberError.notFound`.
    package func end(_ handle: String, of id: Int64, by context: AuditContext) async throws {
        try await base.database.write { [base] records in
            try records.authority(of: context).requireOwner(id)
            guard try records.sessions.end(handle, of: id) else { throw MemberError.notFound }
            let name = try records.accounts.find(id)?.name
            try records.audit.add(AuditEntry(.sessionEnded, by: context, target: name), now: base.now)
        }
    }

    /// Ends all sessions of an account but one. Asks for the owner or an admin.
    package func endAll(of id: Int64, except handle: String? = nil, by context: AuditContext) async throws {
        try await base.database.write { [base] records in
            try records.authority(of: context).requireOwner(id)
            let count = try records.sessions.endAll(of: id, except: handle)
            let name = try records.accounts.find(id)?.name
            try records.audit.add(AuditEntry(.sessionsEnded, by: context, target: name, detail: "\(count)"), now: base.now)
        }
    }

    private static func isAlive(_ session: Session, at now: Int64) -> Bool {
        now - session.created < lifetime && now - session.lastSeen < idleTime && session.created - now <= clockTolerance
    }
}
