/// The accounts: who there is, and what becomes of them. Every change is written into the audit log in the same transaction,
/// and asks for the rights of who wants it as they stand then.
package struct Accounts: Sendable {
    let base: MemberBase

    /// The account of a number, also one that was deleted; nil where there was none.
    package func account(id: Int64) async throws -> Account? {
        try await base.database.read { try $0.accounts.find(id) }
    }

    /// The living account of a name, in whatever case it is written.
    package func account(name: String) async throws -> Account? {
        try await base.database.read { try $0.accounts.find(name: name) }
    }

    /// The account of a number, read on the caller's own thread, which must not be one of Swift's pool.
    package func accountBlocking(id: Int64) throws -> Account? {
        try base.database.readBlocking { try $0.accounts.find(id) }
    }

    /// True where a name that is or was somebody's reads so to the forgiving lookup; read on the caller's own thread.
    func isTakenBlocking(key: String) throws -> Bool {
        try base.database.readBlocking { try $0.accounts.isTaken(key: key) }
    }

    /// Living accounts in the order of their names.
    /// - Parameters:
    ///   - name: the name of the last one seen.
    ///   - words: a part of the name or the display name.
    ///   - inAddresses: whether it may also be a part of the address, which only admins may ask for.
    package func all(
        after name: String? = nil, limit: Int = 100, matching words: String? = nil, inAddresses: Bool = true
    ) async throws -> [Account] {
        let words = words.map { PlainText.cut($0, limit: 200) }
        return try await base.database.read {
            try $0.accounts.all(after: name, limit: max(0, limit), matching: words, inAddresses: inAddresses)
        }
    }

    /// How many living accounts there are.
    package func count() async throws -> Int {
        try await base.database.read { try $0.accounts.count() }
    }

    /// True where there is an admin who can log in.
    package func hasAdmin() async throws -> Bool {
        try await base.database.read { try $0.accounts.count(role: .admin) > 0 }
    }

    /// Makes an account for somebody. Asks for an admin, whose word also confirms the address.
    /// - Parameter password: nil where the person comes in through a proxy, or through a link that sets one.
    package func create(
        name: String, displayName: String, email: String?, password: String?, role: Role, by context: AuditContext
    ) async throws -> Account {
        try await base.database.read { try $0.authority(of: context).require(.admin) }
        var new = try await base.newAccount(
            name: name, displayName: displayName, email: email, password: password, role: role, allowsReserved: context.isProgram)
        new.confirmedBy = .admin(context.actorID)
        return try await base.database.write { [base, new] records in
            try records.authority(of: context).require(.admin)
            let account = try records.join(new, now: base.now)
            try records.audit.add(
                AuditEntry(.accountCreated, by: context, target: account.name, detail: "role \(role.rawValue)"), now: base.now)
            return account
        }
    }
}
