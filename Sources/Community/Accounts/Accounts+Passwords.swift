extension Accounts {
    /// Says whose name and password these are.
    ///
    /// Unknown names, wrong passwords and accounts that are shut out are told apart neither by the answer nor by its time:
    /// each costs one hash and one line of the log, and throws `MemberError.wrongPassword`. Only the right password of an
    /// account that is shut out hears why: `.inactive`. Too many tries, by the name typed, by the network or by both, throw
    /// `.tooMany`; too many people at once `.busy`.
    /// - Parameters:
    ///   - login: a name, or a confirmed primary address.
    ///   - address: the network address that the try comes from.
    package func checkLogin(_ login: String, password: String, address: String) async throws -> Account {
        let login = PlainText.cut(AddressKey(login).text, limit: 320)
        let stranger = AuditContext.stranger(address: address)
        let known = try await base.database.read { records in
            try records.accounts.find(login: login).map { (account: $0, hash: try records.accounts.password(of: $0.id)) }
        }
        try await base.admit(base.attempts.login(login, from: address), stranger, target: known?.account.name)
        let isRight = try await isRight(password, known?.hash, login: login, address: address)
        guard let known, isRight else {
            try await record(.loginFailed, by: stranger, target: known?.account.name)
            throw MemberError.wrongPassword
        }
        base.attempts.giveBackLogin(login, from: address)
        let isOutdated = known.hash.map(base.hasher.isOutdated) ?? false
        let fresh = isOutdated ? try? await base.hasher.hash(password) : nil
        return try await letIn(known.account.id, by: stranger.by(known.account), rehashed: fresh, old: known.hash)
    }

    /// Asks a person who is logged in for the password again. Throws what `checkLogin` does, at the same rate.
    package func verifyPassword(of id: Int64, _ password: String, by context: AuditContext) async throws {
        let known = try await base.database.read { records in
            (account: try records.accounts.living(id), hash: try records.accounts.password(of: id))
        }
        // Nobody can type this key: names are without control characters at their ends.
        let key = "\u{0}\(id)"
        let address = context.address ?? ""
        try await base.admit(base.attempts.login(key, from: address), context, target: known.account.name)
        guard try await isRight(password, known.hash, login: key, address: address) else {
            try await record(.loginFailed, by: context, target: known.account.name)
            throw MemberError.wrongPassword
        }
        base.attempts.giveBackLogin(key, from: address)
    }

    /// True where the account has a password; one that comes in through a proxy may have none.
    package func hasPassword(_ id: Int64) async throws -> Bool {
        try await base.database.read { try $0.accounts.password(of: id) != nil }
    }

    /// Gives an account another password; all its sessions but one end, and links for a lost one stop working. Asks for the
    /// owner, who should have been asked for the old one, or an admin.
    package func setPassword(
        of id: Int64, to password: String, keepingSession handle: String? = nil, by context: AuditContext
    ) async throws {
        let words = try await base.database.read { records in
            try records.authority(of: context).requireOwner(id)
            return try records.passwordWords(of: records.accounts.living(id))
        }
        try base.rules.check(password, words: words)
        let hash = try await base.hasher.hash(password)
        try await base.database.write { [base] records in
            try records.authority(of: context).requireOwner(id)
            try records.setPassword(hash, of: records.accounts.living(id), keepingSession: handle)
            let account = try records.accounts.living(id)
            try records.audit.add(AuditEntry(.passwordChanged, by: context, target: account.name), now: base.now)
        }
    }

    /// A place in the line that could not be had costs no try.
    private func isRight(_ password: String, _ hash: String?, login: String, address: String) async throws -> Bool {
        do {
            return try await base.hasher.verify(password, against: hash)
        } catch {
            base.attempts.giveBackLogin(login, from: address)
            throw error
        }
    }

    private func record(_ action: AuditAction, by context: AuditContext, target: String?) async throws {
        let entry = AuditEntry(action, by: context, target: target)
        try await base.database.write { [now = base.now] in try $0.audit.add(entry, now: now) }
    }

    /// The state counts as it stands now: hashing took a while.
    private func letIn(_ id: Int64, by context: AuditContext, rehashed: String?, old: String?) async throws -> Account {
        let account = try await base.database.write { [base] records in
            let account = try records.accounts.living(id)
            guard account.isActive else {
                let detail = account.state.rawValue
                try records.audit.add(AuditEntry(.loginRefused, by: context, target: account.name, detail: detail), now: base.now)
                return account
            }
            if let rehashed, try records.accounts.password(of: id) == old { try records.accounts.setPassword(rehashed, of: id) }
            try records.accounts.setLastSeen(base.now, of: id)
            try records.audit.add(AuditEntry(.login, by: context, target: account.name), now: base.now)
            return try records.accounts.living(id)
        }
        guard account.isActive else { throw MemberError.inactive(account.state) }
        return account
    }
}

extension Records {
    /// What a person's password must not be.
    func passwordWords(of account: Account) throws -> [String] {
        try [account.name, account.displayName] + addresses.claims(of: account.id).map(\.email)
    }

    /// Another password ends what the old one began.
    func setPassword(_ hash: String, of account: Account, keepingSession handle: String?) throws {
        try accounts.setPassword(hash, of: account.id)
        try sessions.endAll(of: account.id, except: handle)
        try links.drop(.resetPassword(account: account.id))
    }
}
