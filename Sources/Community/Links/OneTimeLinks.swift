/// Links that work once. Looking at one does not use it up; what it is for is done in the same transaction in which it is
/// used, so that none is lost on a form that was not filled in well.
package struct OneTimeLinks: Sendable {
    /// How long the product's links work, in seconds.
    package static let firstAdminTime: Int64 = 7 * 86_400
    /// The same of a link for a new password.
    package static let resetTime: Int64 = 3600
    /// The same of a link that confirms an address.
    package static let confirmationTime: Int64 = 3 * 86_400
    /// The longest that any can work.
    package static let longestTime: Int64 = 30 * 86_400
    /// How long a dead link can still say what became of it.
    static let remembered: Int64 = 30 * 86_400

    let base: MemberBase

    /// Makes a link and gives back its secret; an earlier one for the same thing stops working. The first admin's is for the
    /// wiki's own program, and throws `MemberError.closed` where there is an admin; a password's asks for an admin; an
    /// address's for the owner of the account, who may ask only so often.
    /// - Parameter seconds: how long it works; nil for the product's time.
    package func make(_ kind: OneTimeLink.Kind, validFor seconds: Int64? = nil, by context: AuditContext) async throws -> String {
        let time = min(max(1, seconds ?? Self.time(of: kind)), Self.longestTime)
        try await base.database.read { try $0.allow(kind, authority: $0.authority(of: context)) }
        try await admit(kind, context)
        let secret = base.secrets.secret()
        try await base.database.write { [base] records in
            try records.allow(kind, authority: records.authority(of: context))
            try records.makeLink(kind, secret: secret, validFor: time, now: base.now)
            let target = try kind.account.flatMap { try records.accounts.find($0)?.name }
            try records.audit.add(AuditEntry(.linkMade, by: context, target: target, detail: kind.name), now: base.now)
        }
        return secret
    }

    /// What a secret is for, while it works. Throws `MemberError.notFound`, `.alreadyUsed` or `.expired`.
    package func find(_ secret: String) async throws -> OneTimeLink {
        try await base.database.read { [now = base.now] in try $0.openLink(secret, now: now) }
    }

    /// Makes the first admin. Throws `MemberError.closed` where somebody was faster.
    package func makeFirstAdmin(
        _ secret: String, name: String, displayName: String, email: String? = nil, password: String, address: String
    ) async throws -> Account {
        guard try await find(secret).kind == .firstAdmin else { throw MemberError.notFound }
        var new = try await base.newAccount(
            name: name, displayName: displayName, email: email, password: password, role: .admin, allowsReserved: true)
        new.confirmedBy = .admin(nil)
        return try await base.database.write { [base, new] records in
            let link = try records.openLink(secret, now: base.now)
            guard link.kind == .firstAdmin, try records.accounts.count(role: .admin) == 0 else { throw MemberError.closed }
            let account = try records.join(new, now: base.now)
            try records.links.use(link.id, now: base.now)
            let context = AuditContext.stranger(address: address).by(account)
            try records.audit.add(AuditEntry(.linkUsed, by: context, target: account.name, detail: link.kind.name), now: base.now)
            return account
        }
    }

    /// Sets the password of the account that a link is for; all its sessions end. Throws `MemberError.inactive` for one that
    /// was shut out meanwhile.
    package func resetPassword(_ secret: String, to password: String, address: String) async throws -> Account {
        let words = try await base.database.read { [now = base.now] records in
            try records.passwordWords(of: records.accountToReset(records.openLink(secret, now: now)))
        }
        try base.rules.check(password, words: words)
        let hash = try await base.hasher.hash(password)
        return try await base.database.write { [base] records in
            let link = try records.openLink(secret, now: base.now)
            let account = try records.accountToReset(link)
            try records.links.use(link.id, now: base.now)
            try records.setPassword(hash, of: account, keepingSession: nil)
            let context = AuditContext.stranger(address: address).by(account)
            try records.audit.add(AuditEntry(.linkUsed, by: context, target: account.name, detail: link.kind.name), now: base.now)
            return account
        }
    }

    /// Confirms the address that a link is for, for the account that is logged in: a stranger's claim is not confirmed by
    /// whoever opens the letter. Gives back the address, whose commits then join the account. Throws `MemberError.forbidden`
    /// for another's link, `.addressTaken` where another account proved the address first.
    package func confirmAddress(_ secret: String, as account: Int64, by context: AuditContext) async throws -> String {
        try await base.database.write { [base] records in
            let link = try records.openLink(secret, now: base.now)
            guard case .confirmAddress(let owner, let email) = link.kind else { throw MemberError.notFound }
            guard owner == account, try records.authority(of: context).account?.id == owner else { throw MemberError.forbidden }
            let key = AddressKey(email)
            guard try records.addresses.claim(key, of: owner) != nil else { throw MemberError.expired }
            try records.addresses.confirm(key, of: owner, by: owner, now: base.now)
            try records.links.use(link.id, now: base.now)
            let name = try records.accounts.living(owner).name
            try records.audit.add(AuditEntry(.addressConfirmed, by: context, target: name, detail: email), now: base.now)
            return email
        }
    }

    private static func time(of kind: OneTimeLink.Kind) -> Int64 {
        switch kind {
        case .firstAdmin: firstAdminTime
        case .resetPassword: resetTime
        case .confirmAddress: confirmationTime
        }
    }

    private func admit(_ kind: OneTimeLink.Kind, _ context: AuditContext) async throws {
        guard case .confirmAddress(_, let email) = kind, !context.isProgram else { return }
        try await base.admit(base.attempts.letter(to: AddressKey(email).text, from: context.address ?? ""), context, target: context.actor)
    }
}
