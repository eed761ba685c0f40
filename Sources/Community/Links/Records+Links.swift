extension Records {
    /// The link of a secret while it works.
    func openLink(_ secret: String, now: Int64) throws -> OneTimeLink {
        guard let hash = SecretHash(secret), let link = try links.find(hash) else { throw MemberError.notFound }
        guard link.used == nil else { throw MemberError.alreadyUsed }
        guard now < link.expires else { throw MemberError.expired }
        return link
    }

    /// Keeps a new link.
    func makeLink(_ kind: OneTimeLink.Kind, secret: String, validFor seconds: Int64, now: Int64) throws {
        guard let hash = SecretHash(secret) else { throw MemberError.storage("the source of secrets is broken") }
        try links.insert(hash, kind: kind, expires: now + seconds, now: now)
    }

    /// Throws where somebody may not make a link.
    func allow(_ kind: OneTimeLink.Kind, authority: Authority) throws {
        switch kind {
        case .firstAdmin:
            guard authority.isProgram else { throw MemberError.forbidden }
            guard try accounts.count(role: .admin) == 0 else { throw MemberError.closed }
        case .resetPassword(let id):
            try authority.require(.admin)
            let account = try accounts.living(id)
            guard account.isActive else { throw MemberError.inactive(account.state) }
        case .confirmAddress(let id, let email):
            try authority.requireOwner(id)
            guard try addresses.claim(AddressKey(email), of: id) != nil else { throw MemberError.notFound }
        }
    }

    /// The account whose password a link resets.
    func accountToReset(_ link: OneTimeLink) throws -> Account {
        guard case .resetPassword(let id) = link.kind else { throw MemberError.notFound }
        let account = try accounts.living(id)
        guard account.isActive else { throw MemberError.inactive(account.state) }
        return account
    }
}
