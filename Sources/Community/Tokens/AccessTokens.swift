/// Secrets for programs: as Bearer for the API, and as password for git. Each has an end.
package struct AccessTokens: Sendable {
    /// How long a token works that names no end, in seconds.
    package static let defaultLifetime: Int64 = 365 * 86_400
    /// How long any can.
    package static let longestLifetime: Int64 = 5 * 365 * 86_400
    /// The most characters of a name.
    package static let nameLimit = 100

    let base: MemberBase

    /// Makes a token. Its secret is shown now and never again. Asks for the owner or an admin.
    /// - Parameter expires: when it stops working, in seconds since 1970; nil for a year from now. Times that are past throw
    ///   `MemberError.expired`, those too far ahead are brought nearer.
    package func create(account id: Int64, name: String, scope: TokenScope, expires: Int64? = nil, by context: AuditContext) async throws
        -> (secret: String, token: AccessToken)
    {
        let name = try PlainText.line(name, limit: Self.nameLimit)
        let now = base.now
        let end = min(expires ?? now + Self.defaultLifetime, now + Self.longestLifetime)
        guard end > now else { throw MemberError.expired }
        let secret = AccessToken.prefix + base.secrets.secret()
        guard let hash = SecretHash(secret, prefix: AccessToken.prefix) else {
            throw MemberError.storage("the source of secrets is broken")
        }
        let token = try await base.database.write { [limit = base.limits.held] records in
            try records.authority(of: context).requireOwner(id)
            let account = try records.accounts.living(id)
            guard account.isActive else { throw MemberError.inactive(account.state) }
            guard try records.tokens.all(of: id).count < limit else { throw MemberError.tooManyHeld(limit: limit) }
            let number = try records.tokens.insert(name: name, scope: scope, expires: end, hash: hash, account: id, now: now)
            let detail = "\(scope.rawValue): \(name)"
            try records.audit.add(AuditEntry(.tokenCreated, by: context, target: account.name, detail: detail), now: now)
            return AccessToken(id: number, name: name, scope: scope, created: now, expires: end, lastUsed: nil)
        }
        return (secret, token)
    }

    /// The token of a secret and the account as it stands now; nil where the secret is nobody's, its time is over, or the
    /// account is shut out. Writes down that it was used, at most once a minute.
    package func find(_ secret: String) async throws -> (token: AccessToken, account: Account)? {
        guard let hash = SecretHash(secret, prefix: AccessToken.prefix) else { return nil }
        let found = try await base.database.read { try $0.tokens.find(hash) }
        guard let found, found.account.isActive, base.now < found.token.expires else { return nil }
        if base.isStale(found.token.lastUsed) {
            // Reading goes on where nothing can be written.
            try? await base.database.write { [base] records in
                try records.tokens.touch(found.token.id, now: base.now)
                try records.accounts.setLastSeen(base.now, of: found.account.id)
            }
        }
        return found
    }

    /// The tokens of an account, also those whose time is over, the newest first.
    package func list(account id: Int64) async throws -> [AccessToken] {
        try await base.database.read { try $0.tokens.all(of: id) }
    }

    /// Ends a token for good. Asks for the owner or an admin. Throws `MemberError.notFound`.
    package func revoke(_ token: Int64, of id: Int64, by context: AuditContext) async throws {
        try await base.database.write { [base] records in
            try records.authority(of: context).requireOwner(id)
            guard let found = try records.tokens.all(of: id).first(where: { $0.id == token }) else { throw MemberError.notFound }
            try records.tokens.delete(token, of: id)
            let name = try records.accounts.find(id)?.name
            let detail = "\(found.scope.rawValue): \(found.name)"
            try records.audit.add(AuditEntry(.tokenRevoked, by: context, target: name, detail: detail), now: base.now)
        }
    }
}
