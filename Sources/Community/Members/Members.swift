/// Everything about people that is not in git: the face of this module. Made once, and handed to whoever asks.
package struct Members: Sendable {
    /// The accounts, and how people come to them.
    package let accounts: Accounts
    /// Browsers that are logged in.
    package let sessions: Sessions
    /// Tokens for programs.
    package let tokens: AccessTokens
    /// Invitations to join.
    package let invitations: Invitations
    /// Links that work once.
    package let links: OneTimeLinks
    /// Keys for git over SSH.
    package let keys: SSHKeys
    /// Who did what.
    package let audit: AuditLog
    /// E-mail addresses, and whose work in history they are.
    package let addresses: AddressClaims
    /// Who pushed what.
    package let pushes: Pushes

    private let base: MemberBase

    /// Opens the file, or makes it. Throws `MemberError.storage` or `.newerFormat`.
    /// - Parameters:
    ///   - clock: seconds since 1970.
    ///   - domain: the wiki's `identity.domain`.
    ///   - rules: what passwords are refused; they should know the wiki's name.
    package init(
        file: String, hasher: PasswordHasher, secrets: SecretSource, clock: @escaping @Sendable () -> Int64, domain: String,
        rules: PasswordRules = PasswordRules(), limits: MemberLimits = MemberLimits()
    ) throws {
        let base = MemberBase(
            database: try CommunityDatabase(file: file), hasher: hasher, rules: rules, secrets: secrets,
            attempts: Attempts(limits: limits, clock: clock), clock: clock, domain: domain)
        self.base = base
        accounts = Accounts(base: base)
        sessions = Sessions(base: base)
        tokens = AccessTokens(base: base)
        invitations = Invitations(base: base)
        links = OneTimeLinks(base: base)
        keys = SSHKeys(base: base)
        audit = AuditLog(base: base)
        addresses = AddressClaims(base: base)
        pushes = Pushes(base: base)
    }

    /// Takes away sessions and links that are past their time, and network addresses older than so many days, those of sessions
    /// too. To be called now and
    /// then, once a day at least.
    package func sweep(addressDays: Int) async throws {
        let now = base.now
        let forgotten = now - Int64(max(0, addressDays)) * 86_400
        try await base.database.write { records in
            try records.sessions.sweep(createdBefore: now - Sessions.lifetime, seenBefore: now - Sessions.idleTime)
            try records.sessions.dropAddresses(createdBefore: forgotten)
            try records.links.sweep(expiredBefore: now - OneTimeLinks.remembered)
        }
        try await audit.dropAddresses(olderThan: forgotten)
    }

    /// What is damaged in the file; nothing where all is sound. Cost: all of the file.
    package func damage() async throws -> [String] { try await base.database.damage() }

    /// Closes the file; what was acknowledged is safe without it.
    package func close() {
        base.database.close()
    }
}
