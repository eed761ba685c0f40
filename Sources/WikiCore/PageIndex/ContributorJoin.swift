import GRDB
import Git

/// Joins spellings of authors to contributors, by the credit book and `.mailmap` as they are now.
///
/// An address that counts for an account is that account. Else one address is one contributor, whatever names stand with
/// it; an author without an address is known by name; and `.mailmap` joins what it names. Only the commit's own address can
/// count for an account: otherwise whoever pushes a `.mailmap` could take others' credit. A spelling whose credit nobody
/// has confirmed is a contributor of its own kind, and so is a name that somebody without an account typed into a form: nobody can
/// confirm it. The name shown is the account's, else that of the newest spelling.
final class ContributorJoin {
    private let database: Database
    private let mailmap: Mailmap
    private let credits: (any CreditBook)?
    private var known: [[UInt8]: CreditedAccount?] = [:]
    /// True once somebody who was there before is called something else, or a spelling of theirs is somebody else's.
    private(set) var hasRenamed = false

    /// A row of the table of contributors.
    private struct Contributor {
        let key: String
        let name: String
        let isConfirmed: Bool
        var account: CreditedAccount?
    }

    init(database: Database, mailmap: Mailmap, credits: (any CreditBook)?) {
        self.database = database
        self.mailmap = mailmap
        self.credits = credits
    }

    /// Brings some spellings, and the contributors that they come from and go to, to what holds now.
    /// - Returns: true where a row changed.
    @discardableResult
    func join(_ idents: some Sequence<Int64>) throws -> Bool {
        let select = try database.cachedStatement(sql: "SELECT name, email, is_confirmed, contributor FROM ident WHERE id = ?")
        var touched: Set<String> = []
        var hasMoved = false
        for ident in idents {
            guard let row = try Row.fetchOne(select, arguments: [ident]) else { continue }
            let (spelling, old) = (AuthorSpelling(row), row[3] as String)
            let key = try contributor(of: spelling).key
            touched.insert(key)
            if old != key {
                touched.insert(old)
                try move(ident, to: key)
                hasMoved = true
                if !old.isEmpty { hasRenamed = true }
            }
        }
        return try settle(touched) || hasMoved
    }

    /// Joins all spellings anew: after `.mailmap` changed, or rows went. Cost: all spellings.
    func joinAll() throws {
        try database.execute(sql: "DELETE FROM contributor; UPDATE ident SET contributor = ''")
        try join(Int64.fetchAll(database, sql: "SELECT id FROM ident ORDER BY id"))
    }

    /// The spellings that have one of these addresses.
    func idents(of emails: [String]) throws -> Set<Int64> {
        let statement = try database.cachedStatement(sql: "SELECT id FROM ident WHERE email = ? COLLATE NOCASE")
        return try Set(emails.flatMap { try Int64.fetchAll(statement, arguments: [$0]) })
    }

    /// The spellings that are joined to an account.
    func idents(ofAccount account: Int64) throws -> Set<Int64> {
        let statement = try database.cachedStatement(sql: "SELECT id FROM ident WHERE contributor = ?")
        return try Set(Int64.fetchAll(statement, arguments: [Self.key(ofAccount: account)]))
    }

    /// The contributors without an account who are called what an account's name is.
    func contributors(called name: String) throws -> [String] {
        let statement = try database.cachedStatement(sql: "SELECT key FROM contributor WHERE name_key = ? AND login IS NULL")
        return try String.fetchAll(statement, arguments: [PersonName(name).key])
    }

    /// Writes the rows of contributors anew, with the name of their newest spelling; those without one go.
    func settle(_ keys: Set<String>) throws -> Bool {
        let newest = try database.cachedStatement(
            sql: "SELECT name, email, is_confirmed, id FROM ident WHERE contributor = ? ORDER BY last DESC, id LIMIT 1")
        var hasChanged = false
        var waiting = keys
        while let key = waiting.popFirst() {
            guard let row = try Row.fetchOne(newest, arguments: [key]) else {
                try database.cachedStatement(sql: "DELETE FROM contributor WHERE key = ?").execute(arguments: [key])
                hasChanged = hasChanged || database.changesCount > 0
                continue
            }
            let contributor = try contributor(of: AuthorSpelling(row))
            if contributor.key == key {
                hasChanged = try write(contributor) || hasChanged
            } else {
                // Its credit changed, and nobody said so yet: it goes where it belongs, and the next one tells the name.
                try move(row[3], to: contributor.key)
                waiting.formUnion([key, contributor.key])
            }
        }
        return hasChanged
    }

    private func move(_ ident: Int64, to key: String) throws {
        try database.cachedStatement(sql: "UPDATE ident SET contributor = ? WHERE id = ?").execute(arguments: [key, ident])
    }

    private func write(_ contributor: Contributor) throws -> Bool {
        let isThere = try database.cachedStatement(sql: "SELECT 1 FROM contributor WHERE key = ?")
        let isOld = try Int.fetchOne(isThere, arguments: [contributor.key]) != nil
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO contributor(key, name, account, login, name_key, is_confirmed, is_shadowed, edits, written, living)
                VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0, 0)
                ON CONFLICT(key) DO UPDATE SET name = excluded.name, account = excluded.account, login = excluded.login,
                    name_key = excluded.name_key, is_shadowed = excluded.is_shadowed
                WHERE name IS NOT excluded.name OR account IS NOT excluded.account OR login IS NOT excluded.login
                    OR is_shadowed IS NOT excluded.is_shadowed
                """)
        let name = PersonName(contributor.name)
        let isShadowed = try contributor.account == nil && contributor.isConfirmed && credits?.isAccountName(name.key) == true
        try statement.execute(arguments: [
            contributor.key, contributor.name, contributor.account?.id, contributor.account?.name, name.key, contributor.isConfirmed,
            isShadowed,
        ])
        let hasChanged = database.changesCount > 0
        if isOld, hasChanged { hasRenamed = true }
        let totals = ContributorTotals(database: database)
        if hasChanged { try totals.writeWords(of: contributor.key, name: name, login: contributor.account?.name) }
        // Whoever was first of a name may have to leave its address to the account of that name.
        if try !isOld && totals.hasNamesake(of: contributor.account) { hasRenamed = true }
        try totals.sum(contributor.key)
        return hasChanged
    }

    private func contributor(of spelling: AuthorSpelling) throws -> Contributor {
        if spelling.isConfirmed, let account = try account(of: spelling.email) {
            return Contributor(
                key: Self.key(ofAccount: account.id), name: account.displayName, isConfirmed: true, account: account)
        }
        let isConfirmed = spelling.isConfirmed && !EditAuthor.isUnverified(email: spelling.email)
        let proper = mailmap.proper(name: spelling.name, email: spelling.email)
        // In one normal form, so that texts that Swift holds to be equal are equal to the database.
        let key = UnicodeForm.canonical(proper.email.isEmpty ? "name:\(proper.name)" : "email:\(proper.email.lowercased())")
        return Contributor(
            key: isConfirmed ? key : "unconfirmed:\(key)", name: AuthorName.shown(proper.name), isConfirmed: isConfirmed)
    }

    private func account(of email: String) throws -> CreditedAccount? {
        guard let credits, !email.isEmpty else { return nil }
        let bytes = Array(email.utf8)
        if let account = known[bytes] { return account }
        let account = try credits.credit(email: email)
        known.updateValue(account, forKey: bytes)
        return account
    }

    private static func key(ofAccount account: Int64) -> String { "account:\(account)" }
}
