/// Invitations to join. Moderators invite readers and contributors, admins anybody. One whose inviter could not make it any
/// more, because of a lower role or because of being shut out, stops working.
package struct Invitations: Sendable {
    /// How long an invitation can work, in seconds.
    package static let longestLifetime: Int64 = 365 * 86_400
    /// The most characters of a note.
    package static let noteLimit = 1000

    let base: MemberBase

    /// Invites people; the secret of each link is shown now and never again.
    /// - Parameters:
    ///   - emails: whom; an address that comes twice counts once, nil stands for whoever has the link.
    ///   - expires: when the links stop working, in seconds since 1970.
    ///   - byMail: true where the links go to their addresses by mail, and are shown to nobody else.
    package func invite(
        _ emails: [String?], role: Role, expires: Int64, note: String = "", byMail: Bool = false, by context: AuditContext
    ) async throws -> [(invitation: Invitation, secret: String)] {
        let note = try PlainText.note(note, limit: Self.noteLimit)
        let now = base.now
        guard expires > now else { throw MemberError.expired }
        let guests = try guests(emails)
        let end = min(expires, now + Self.longestLifetime)
        let drafts = try guests.map { email in
            let secret = base.secrets.secret()
            guard let hash = SecretHash(secret) else { throw MemberError.storage("the source of secrets is broken") }
            return (email: email, secret: secret, hash: hash)
        }
        return try await base.database.write { records in
            try Self.require(records.authority(of: context), toInvite: role)
            return try drafts.map { draft in
                let id = try records.invitations.insert(
                    draft.hash, email: draft.email, role: role, note: note, isMailed: byMail && draft.email != nil, expires: end,
                    inviter: context.actorID, now: now)
                let detail = draft.email.map { "\(role.rawValue): \($0)" } ?? role.rawValue
                try records.audit.add(AuditEntry(.invitationMade, by: context, target: "\(id)", detail: detail), now: now)
                guard let made = try records.invitations.find(id) else { throw MemberError.notFound }
                return (made, draft.secret)
            }
        }
    }

    /// The invitation of a secret while it works. Throws `MemberError.notFound`, `.alreadyUsed` or `.expired`.
    package func find(_ secret: String) async throws -> Invitation {
        guard let hash = SecretHash(secret) else { throw MemberError.notFound }
        return try await base.database.read { [now = base.now] in try $0.openInvitation(hash, now: now) }
    }

    /// Makes the account that somebody was invited to. Where two come with one link, one of them gets in. A link that came by
    /// mail confirms its address; throws `MemberError.addressTaken` where that has an account already.
    package func accept(_ secret: String, name: String, displayName: String, password: String, address: String) async throws -> Account {
        guard let hash = SecretHash(secret) else { throw MemberError.notFound }
        let invitation = try await find(secret)
        var new = try await base.newAccount(
            name: name, displayName: displayName, email: invitation.email, password: password, role: invitation.role)
        if invitation.isMailed { new.confirmedBy = .mail }
        return try await base.database.write { [base, new] records in
            let invitation = try records.openInvitation(hash, now: base.now)
            let account = try records.join(new, now: base.now)
            try records.invitations.accept(invitation.id, by: account.id, now: base.now)
            let context = AuditContext.stranger(address: address).by(account)
            let detail = "role \(account.role.rawValue)"
            try records.audit.add(
                AuditEntry(.invitationAccepted, by: context, target: "\(invitation.id)", detail: detail), now: base.now)
            return account
        }
    }

    /// Invitations whatever became of them, the newest first.
    /// - Parameter id: the number of the last one seen.
    package func list(before id: Int64? = nil, limit: Int = 100) async throws -> [Invitation] {
        try await base.database.read { try $0.invitations.all(before: id, limit: max(0, limit)) }
    }

    /// Takes an open invitation back. Asks for a moderator. Throws `MemberError.notFound`, and `.alreadyUsed` for one that
    /// somebody came with.
    package func revoke(_ id: Int64, by context: AuditContext) async throws {
        try await base.database.write { [now = base.now] records in
            try records.authority(of: context).require(.moderator)
            guard let invitation = try records.invitations.find(id) else { throw MemberError.notFound }
            guard invitation.accepted == nil else { throw MemberError.alreadyUsed }
            guard invitation.revoked == nil else { return }
            try records.invitations.revoke(id, now: now)
            try records.audit.add(AuditEntry(.invitationRevoked, by: context, target: "\(id)"), now: now)
        }
    }

    /// Each address once, in the order in which they came.
    private func guests(_ emails: [String?]) throws(MemberError) -> [String?] {
        guard emails.count <= base.limits.invitationsAtOnce else { throw .tooManyHeld(limit: base.limits.invitationsAtOnce) }
        var seen: Set<AddressKey> = []
        var guests: [String?] = []
        for email in emails {
            guard let email else {
                guests.append(nil)
                continue
            }
            let checked = try base.checkedAddress(email)
            if seen.insert(AddressKey(checked)).inserted { guests.append(checked) }
        }
        return guests
    }

    fileprivate static func require(_ authority: Authority, toInvite role: Role) throws {
        try authority.require(role <= .contributor ? .moderator : .admin)
    }
}

extension Records {
    /// The invitation of a secret while it works.
    fileprivate func openInvitation(_ hash: SecretHash, now: Int64) throws -> Invitation {
        guard let invitation = try invitations.find(hash) else { throw MemberError.notFound }
        switch invitation.status(at: now) {
        case .accepted: throw MemberError.alreadyUsed
        case .revoked, .expired: throw MemberError.expired
        case .open: break
        }
        if let inviter = invitation.inviterID {
            let context = AuditContext(actor: nil, actorID: inviter, address: nil)
            guard (try? Invitations.require(authority(of: context), toInvite: invitation.role)) != nil else { throw MemberError.expired }
        }
        return invitation
    }
}
