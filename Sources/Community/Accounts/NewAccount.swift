/// An account that is about to be made: everything checked that can be without the database, the password hashed.
struct NewAccount: Sendable {
    /// On whose word the address is the person's.
    enum Confirmation: Sendable {
        case nobody
        /// A letter to the address brought them here.
        case mail
        /// An admin's, by number; nil for the wiki's own program.
        case admin(Int64?)
    }

    let name: String
    let displayName: String
    let email: String?
    let role: Role
    let passwordHash: String?
    var confirmedBy = Confirmation.nobody
}

extension MemberBase {
    /// Checks the parts of a new account and hashes its password, which costs what a login does. A taken name is told before
    /// that, and again when the account is made.
    /// - Parameters:
    ///   - words: what else the password must not be.
    ///   - admission: asked once all is well, before anything costs.
    func newAccount(
        name: String, displayName: String, email: String?, password: String?, role: Role, words: [String?] = [],
        allowsReserved: Bool = false, admission: () async throws -> Void = {}
    ) async throws -> NewAccount {
        if let problem = AccountName.problem(with: name, allowsReserved: allowsReserved) { throw MemberError.badName(problem) }
        let isUnnamed = displayName.unicodeScalars.allSatisfy(\.properties.isWhitespace)
        let shown = try DisplayName.checked(isUnnamed ? name : displayName)
        let address = try email.map { try checkedAddress($0) }
        if let password { try rules.check(password, words: [name, shown, address] + words) }
        guard try await database.read({ try !$0.accounts.isTaken(name) }) else { throw MemberError.nameTaken }
        try await admission()
        let hash: String? = if let password { try await hasher.hash(password) } else { nil }
        return NewAccount(name: name, displayName: shown, email: address, role: role, passwordHash: hash)
    }

    /// An address that letters can be sent to and that is not of the wiki's own making; throws `MemberError.badAddress`.
    func checkedAddress(_ text: String) throws(MemberError) -> String {
        let trimmed = String(decoding: AddressKey.trimmed(text), as: UTF8.self)
        guard MailAddress(trimmed) != nil, !NoreplyAddress.isOwn(AddressKey(trimmed), domain: domain) else {
            throw .badAddress(PlainText.cut(text, limit: 300))
        }
        return trimmed
    }
}

extension Records {
    /// Makes an account with its address.
    func join(_ new: NewAccount, now: Int64) throws -> Account {
        let id = try accounts.insert(
            name: new.name, displayName: new.displayName, role: new.role, password: new.passwordHash, now: now)
        if let email = new.email {
            let key = AddressKey(email)
            try addresses.insert(email, for: id, now: now)
            try addresses.setPrimary(key, of: id)
            switch new.confirmedBy {
            case .nobody: break
            case .mail: try addresses.confirm(key, of: id, by: id, now: now)
            case .admin(let admin): try addresses.confirm(key, of: id, by: admin, now: now)
            }
        }
        return try accounts.living(id)
    }
}
