/// The e-mail addresses of people: where letters go, and which commits in history are whose. A claim counts for nothing until
/// a letter or an admin has confirmed it; several may claim an address, one can have it.
package struct AddressClaims: Sendable {
    /// The most bytes of an address.
    package static let limit = 254

    let base: MemberBase

    /// Claims an address for an account. It may be one found in history that no letter reaches; then only an admin can
    /// confirm it. Says nothing of whether somebody else has it. Asks for the owner, who should have been asked for the
    /// password, or an admin.
    @discardableResult
    package func claim(_ email: String, for id: Int64, by context: AuditContext) async throws -> AddressClaim {
        let email = try checked(email)
        let key = AddressKey(email)
        return try await base.database.write { [base] records in
            try records.authority(of: context).requireOwner(id)
            let account = try records.accounts.living(id)
            if let known = try records.addresses.claim(key, of: id) { return known }
            guard try records.addresses.claims(of: id).count < base.limits.held else {
                throw MemberError.tooManyHeld(limit: base.limits.held)
            }
            try records.addresses.insert(email, for: id, now: base.now)
            try records.audit.add(AuditEntry(.addressClaimed, by: context, target: account.name, detail: email), now: base.now)
            return try records.claim(key, of: id)
        }
    }

    /// Confirms a claim on an admin's word; asks for one. Afterwards the commits of that address join the account. Throws
    /// `MemberError.notFound`, and `.addressTaken` where another account proved it first.
    package func confirm(_ email: String, of id: Int64, by context: AuditContext) async throws {
        let key = AddressKey(email)
        try await base.database.write { [base] records in
            try records.authority(of: context).require(.admin)
            let account = try records.accounts.living(id)
            let claim = try records.claim(key, of: id)
            guard claim.confirmed == nil else { return }
            try records.addresses.confirm(key, of: id, by: context.actorID, now: base.now)
            try records.audit.add(AuditEntry(.addressConfirmed, by: context, target: account.name, detail: claim.email), now: base.now)
        }
    }

    /// Gives an address up; its commits leave the account. Asks for the owner, who should have been asked for the
    /// password, or an admin. Throws `MemberError.notFound`.
    package func release(_ email: String, of id: Int64, by context: AuditContext) async throws {
        let key = AddressKey(email)
        try await base.database.write { [base] records in
            try records.authority(of: context).requireOwner(id)
            let account = try records.accounts.living(id)
            let claim = try records.claim(key, of: id)
            try records.addresses.delete(key, of: id)
            try records.links.drop(.confirmAddress(account: id, email: claim.email))
            try records.audit.add(AuditEntry(.addressReleased, by: context, target: account.name, detail: claim.email), now: base.now)
        }
    }

    /// Makes an address the one that letters go to, claiming it where it is new. Until it is confirmed, no letter
    /// answers a lost password. Asks for the owner, who should have been asked for the password, or an admin.
    package func setPrimary(_ email: String, of id: Int64, by context: AuditContext) async throws {
        let email = try base.checkedAddress(email)
        let key = AddressKey(email)
        try await claim(email, for: id, by: context)
        try await base.database.write { [base] records in
            try records.authority(of: context).requireOwner(id)
            let account = try records.accounts.living(id)
            guard try !records.claim(key, of: id).isPrimary else { return }
            try records.addresses.setPrimary(key, of: id)
            try records.audit.add(AuditEntry(.addressChosen, by: context, target: account.name, detail: email), now: base.now)
        }
    }

    /// Chooses the address that the account's commits carry; nil for the one that the wiki makes. Only a confirmed one can be:
    /// throws `MemberError.notFound` for others. Asks for the owner or an admin.
    package func setShown(_ email: String?, of id: Int64, by context: AuditContext) async throws {
        let key = email.map(AddressKey.init)
        try await base.database.write { [base] records in
            try records.authority(of: context).requireOwner(id)
            let account = try records.accounts.living(id)
            if let key, try records.claim(key, of: id).confirmed == nil { throw MemberError.notFound }
            try records.addresses.setShown(key, of: id)
            try records.audit.add(AuditEntry(.addressChosen, by: context, target: account.name, detail: email), now: base.now)
        }
    }

    /// All that an account claims, the primary one first.
    package func list(account id: Int64) async throws -> [AddressClaim] {
        try await base.database.read { try $0.addresses.claims(of: id) }
    }

    /// The addresses that an account has proved.
    package func confirmed(_ id: Int64) async throws -> [String] {
        try await list(account: id).filter { $0.confirmed != nil }.map(\.email)
    }

    /// The addresses whose commits count for an account, that of the wiki's own making among them: what the index joins anew
    /// when the account comes, goes, or is shown under another name.
    package func credited(to account: Account) async throws -> [String] {
        try await confirmed(account.id) + ["\(account.id)+\(account.name)@\(NoreplyAddress.host(of: base.domain))"]
    }

    /// Claims that wait for an admin's word, the oldest first.
    package func waiting(limit: Int = 100) async throws -> [(account: Account, claim: AddressClaim)] {
        try await base.database.read { try $0.addresses.waiting(limit: max(0, limit)) }
    }

    /// The account that an author's address counts for: one that the wiki made by its number, else who proved it. Nil where it
    /// is nobody's. Blocking: for the index, on its own thread.
    package func credit(email: String) throws -> Account? {
        try base.database.readBlocking { try $0.credited(AddressKey(email), domain: base.domain) }
    }

    /// The same, off the cooperative pool.
    package func credited(email: String) async throws -> Account? {
        try await base.database.read { [domain = base.domain] in try $0.credited(AddressKey(email), domain: domain) }
    }

    /// An address that may be claimed: anything that git can hold, but what the wiki makes.
    private func checked(_ email: String) throws(MemberError) -> String {
        let bytes = AddressKey.trimmed(email)
        let isHeld = !bytes.isEmpty && bytes.count <= Self.limit && bytes.allSatisfy { $0 >= 32 && $0 != 127 && !"<>".utf8.contains($0) }
        let text = String(decoding: bytes, as: UTF8.self)
        guard isHeld, !NoreplyAddress.isOwn(AddressKey(text), domain: base.domain) else {
            throw .badAddress(PlainText.cut(email, limit: 300))
        }
        return text
    }
}

extension Records {
    /// One claim of an account; throws `MemberError.notFound`.
    func claim(_ key: AddressKey, of account: Int64) throws -> AddressClaim {
        guard let claim = try addresses.claim(key, of: account) else { throw MemberError.notFound }
        return claim
    }

    /// The living account that an address counts for.
    func credited(_ key: AddressKey, domain: String) throws -> Account? {
        let id = try NoreplyAddress.account(of: key, domain: domain) ?? addresses.owner(of: key)
        return try id.flatMap { try accounts.find($0) }.flatMap { $0.state == .deleted ? nil : $0 }
    }
}
