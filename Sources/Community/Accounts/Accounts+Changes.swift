extension Accounts {
    /// Gives an account another role; its sessions go on with it. Asks for an admin. Throws `MemberError.lastAdmin` where no
    /// admin would be left.
    @discardableResult
    package func setRole(_ role: Role, of id: Int64, by context: AuditContext) async throws -> Account {
        try await base.database.write { [base] records in
            try records.authority(of: context).require(.admin)
            let account = try records.accounts.living(id)
            guard account.role != role else { return account }
            try records.keepAnAdmin(besides: account)
            try records.accounts.setRole(role, of: id)
            let detail = "\(account.role.rawValue) -> \(role.rawValue)"
            try records.audit.add(AuditEntry(.accountRole, by: context, target: account.name, detail: detail), now: base.now)
            return try records.accounts.living(id)
        }
    }

    /// Changes the name that edits are shown under. Asks for the owner or an admin.
    @discardableResult
    package func setDisplayName(_ name: String, of id: Int64, by context: AuditContext) async throws -> Account {
        let name = try DisplayName.checked(name)
        return try await base.database.write { [base] records in
            try records.authority(of: context).requireOwner(id)
            let account = try records.accounts.living(id)
            guard !account.displayName.utf8.elementsEqual(name.utf8) else { return account }
            try records.accounts.setDisplayName(name, of: id)
            let detail = "\(account.displayName) -> \(name)"
            try records.audit.add(AuditEntry(.accountRenamed, by: context, target: account.name, detail: detail), now: base.now)
            return try records.accounts.living(id)
        }
    }

    /// Shuts an account out or lets it in again; shut out, its sessions end and its tokens, keys and links do not work. A
    /// moderator blocks, and lets in again, whoever has a lower role; all else asks for an admin. Throws
    /// `MemberError.lastAdmin` where no admin would be left.
    @discardableResult
    package func setState(_ state: Account.State, of id: Int64, by context: AuditContext) async throws -> Account {
        guard state != .deleted else { throw MemberError.forbidden }
        return try await base.database.write { [base] records in
            let account = try records.accounts.living(id)
            try Self.require(records.authority(of: context), toTurn: account, into: state)
            guard account.state != state else { return account }
            if state != .active {
                try records.keepAnAdmin(besides: account)
                try records.shutOut(account)
            }
            try records.accounts.setState(state, of: id)
            let detail = "\(account.state.rawValue) -> \(state.rawValue)"
            try records.audit.add(AuditEntry(.accountState, by: context, target: account.name, detail: detail), now: base.now)
            return try records.accounts.living(id)
        }
    }

    /// Deletes an account: number and name stay taken, all else that was the person's goes, and nobody can log in with it
    /// again. Asks for the owner or an admin. Throws `MemberError.lastAdmin` where no admin would be left.
    package func delete(_ id: Int64, by context: AuditContext) async throws {
        try await base.database.write { [base] records in
            try records.authority(of: context).requireOwner(id)
            let account = try records.accounts.living(id)
            try records.keepAnAdmin(besides: account)
            try records.accounts.bury(account)
            try records.audit.add(AuditEntry(.accountDeleted, by: context, target: account.name), now: base.now)
        }
    }

    private static func require(_ authority: Authority, toTurn account: Account, into state: Account.State) throws {
        let isBlocking = state != .disabled && account.state != .disabled
        guard isBlocking, authority.role != .admin else { return try authority.require(.admin) }
        try authority.require(.moderator)
        guard let role = authority.role, account.role < role else { throw MemberError.forbidden }
    }
}

extension Records {
    /// Throws `MemberError.lastAdmin` where this account is the only admin who can log in.
    func keepAnAdmin(besides account: Account) throws {
        guard account.role == .admin, account.isActive else { return }
        guard try accounts.count(role: .admin) > 1 else { throw MemberError.lastAdmin }
    }

    /// Ends everything with which somebody is logged in, or could be.
    func shutOut(_ account: Account) throws {
        try sessions.endAll(of: account.id)
        try links.drop(.resetPassword(account: account.id))
    }
}
