extension Accounts {
    /// Makes an account for a stranger, with the role of contributor. Whoever calls this has asked whether registration is
    /// open. Throws `MemberError.tooMany` for too many from one network; what is wrong with the form costs no try.
    package func register(
        name: String, displayName: String, email: String?, password: String, address: String
    ) async throws -> Registration {
        let stranger = AuditContext.stranger(address: address)
        let new = try await base.newAccount(
            name: name, displayName: displayName, email: email, password: password, role: .contributor
        ) { [base] in
            try await base.admit(base.attempts.registration(from: address), stranger, target: nil)
        }
        let mayWrite = new.email.map { base.attempts.letter(to: AddressKey($0).text, from: address) == .allowed } ?? false
        let secret = base.secrets.secret()
        return try await base.database.write { [base] records in
            let account = try records.join(new, now: base.now)
            try records.audit.add(
                AuditEntry(.accountRegistered, by: stranger.by(account), target: account.name), now: base.now)
            guard mayWrite, let email = new.email else { return Registration(account: account, letter: nil) }
            if let owner = try records.addresses.owner(of: AddressKey(email)).flatMap({ try records.accounts.find($0) }) {
                return Registration(account: account, letter: .alreadyHere(email: email, name: owner.name))
            }
            let kind = OneTimeLink.Kind.confirmAddress(account: account.id, email: email)
            try records.makeLink(kind, secret: secret, validFor: OneTimeLinks.confirmationTime, now: base.now)
            return Registration(account: account, letter: .confirm(email: email, secret: secret))
        }
    }

    /// Asks for a letter that lets somebody in who lost the password. The same answer belongs to every outcome; nil where
    /// there is nobody to write to: no such account, none that may log in, or none whose primary address is
    /// confirmed.
    /// - Parameter login: a name, or a confirmed primary address.
    package func askReset(_ login: String, address: String) async throws -> ResetLetter? {
        let key = AddressKey(PlainText.cut(login, limit: 320))
        let stranger = AuditContext.stranger(address: address)
        try await base.admit(base.attempts.letter(to: key.text, from: address), stranger, target: nil)
        let secret = base.secrets.secret()
        // One transaction with one line of the log either way, so that the time tells nothing.
        return try await base.database.write { [base] records in
            let account = try records.accounts.find(login: key.text).flatMap { $0.isActive ? $0 : nil }
            try records.audit.add(AuditEntry(.passwordResetAsked, by: stranger, target: account?.name), now: base.now)
            // Only the primary address: any other was claimed for credit.
            guard let account, account.isEmailConfirmed, let email = account.email else { return nil }
            let kind = OneTimeLink.Kind.resetPassword(account: account.id)
            try records.makeLink(kind, secret: secret, validFor: OneTimeLinks.resetTime, now: base.now)
            return ResetLetter(email: email, secret: secret, account: account)
        }
    }

    /// The account of a person for whom a trusted proxy vouches; made where there is none of that name, without a password.
    /// Throws `MemberError.inactive` for one that is shut out, `.nameTaken` for one that was deleted, `.badName`.
    /// - Parameter role: the role of a new account.
    package func signOn(
        name: String, displayName: String? = nil, role: Role = .contributor, address: String
    ) async throws -> Account {
        let folded = AccountName.folded(name)
        if let account = try await known(folded, from: address) { return account }
        do {
            let new = try await base.newAccount(
                name: folded, displayName: displayName ?? folded, email: nil, password: nil, role: role)
            return try await base.database.write { [base] records in
                let account = try records.join(new, now: base.now)
                let context = AuditContext.stranger(address: address).by(account)
                try records.audit.add(
                    AuditEntry(.accountRegistered, by: context, target: account.name, detail: "proxy"), now: base.now)
                return account
            }
        } catch MemberError.nameTaken {
            // Another request of a new person was faster, or the account is gone.
            guard let account = try await known(folded, from: address) else { throw MemberError.nameTaken }
            return account
        }
    }

    /// The account of a name, used now. Throws `MemberError.inactive` for one that is shut out.
    private func known(_ name: String, from address: String) async throws -> Account? {
        guard let account = try await account(name: name) else { return nil }
        guard account.isActive else { throw MemberError.inactive(account.state) }
        if base.isStale(account.lastSeen) {
            // Reading goes on where nothing can be written.
            let context = AuditContext.stranger(address: address).by(account)
            try? await base.database.write { [base] records in
                try records.accounts.setLastSeen(base.now, of: account.id)
                try records.noteSignOn(account, by: context, now: base.now)
            }
        }
        return account
    }
}

extension MemberBase {
    /// What was seen a minute ago is written down anew; not more often, since each write waits for the disk.
    func isStale(_ lastSeen: Int64?) -> Bool {
        guard let lastSeen else { return true }
        return !((now - 59)...now).contains(lastSeen)
    }
}

extension Records {
    /// Writes down that a proxy vouched for somebody. Each request is vouched for, so one line a day is enough.
    func noteSignOn(_ account: Account, by context: AuditContext, now: Int64) throws {
        let detail = "proxy"
        if let last = try audit.last(.login, by: account.name, detail: detail), (0..<86_400).contains(now - last) { return }
        try audit.add(AuditEntry(.login, by: context, target: account.name, detail: detail), now: now)
    }
}
