import GRDB

/// Reads and writes accounts.
struct AccountTable {
    let database: Database

    /// The columns of an ``Account``, from `account`, `main` (its primary address) and `shown` (the one in commits).
    static let columns = """
        account.id, account.name, account.display_name, main.email, main.confirmed IS NOT NULL, account.role, account.state,
        account.created, account.last_seen, shown.email
        """
    /// How many columns these are.
    static let width = 10
    /// The tables that `columns` names, joined to `account`.
    static let addresses = """
        LEFT JOIN address AS main ON main.account = account.id AND main.is_primary
        LEFT JOIN address AS shown ON shown.account = account.id AND shown.is_shown
        """

    /// The account of a number, also one that was deleted.
    func find(_ id: Int64) throws -> Account? {
        try one("account.id = ?", [id])
    }

    /// The living account of a name.
    func find(name: String) throws -> Account? {
        try one("account.name = ? AND account.state <> 'deleted'", [AccountName.folded(name)])
    }

    /// The living account of a number; throws `MemberError.notFound`.
    func living(_ id: Int64) throws -> Account {
        guard let account = try find(id), account.state != .deleted else { throw MemberError.notFound }
        return account
    }

    /// The living account that somebody means with a name, or with its primary address once that is confirmed: others are claimed
    /// for credit alone, and open nothing.
    func find(login: String) throws -> Account? {
        let key = AddressKey(login).text
        if let account = try find(name: key) { return account }
        return try one(
            """
            account.state <> 'deleted'
                AND account.id = (SELECT account FROM address WHERE key = ? AND confirmed IS NOT NULL AND is_primary)
            """, [key])
    }

    /// Living accounts by name.
    /// - Parameter inAddresses: whether words are looked for in addresses, too.
    func all(after name: String?, limit: Int, matching words: String?, inAddresses: Bool) throws -> [Account] {
        let pattern = words.map { "%\(Self.escaped($0))%" }
        return try many(
            """
            account.state <> 'deleted' AND account.name > ?1 AND (?2 IS NULL OR account.name LIKE ?2 ESCAPE '\\'
                OR account.display_name LIKE ?2 ESCAPE '\\' OR (?4 AND main.email LIKE ?2 ESCAPE '\\')) ORDER BY account.name LIMIT ?3
            """, [name ?? "", pattern, limit, inAddresses])
    }

    /// How many living accounts there are, or how many active ones of a role.
    func count(role: Role? = nil) throws -> Int {
        guard let role else { return try Int.fetchOne(database, sql: "SELECT count(*) FROM account WHERE state <> 'deleted'") ?? 0 }
        let sql = "SELECT count(*) FROM account WHERE role = ? AND state = 'active'"
        return try Int.fetchOne(database, sql: sql, arguments: [role.rawValue]) ?? 0
    }

    /// The password's hash; nil where there is none.
    func password(of id: Int64) throws -> String? {
        try String.fetchOne(database.cachedStatement(sql: "SELECT password FROM account WHERE id = ?"), arguments: [id])
    }

    /// True where the name is or was somebody's.
    func isTaken(_ name: String) throws -> Bool {
        try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM account WHERE name = ?)", arguments: [name]) ?? false
    }

    /// True where a name that is or was somebody's reads so to the forgiving lookup.
    func isTaken(key: String) throws -> Bool {
        let statement = try database.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM account WHERE replace(name, '_', '-') = ?)")
        return try Bool.fetchOne(statement, arguments: [key]) ?? false
    }

    /// Makes an account and gives back its number. Throws `MemberError.nameTaken`.
    func insert(name: String, displayName: String, role: Role, password: String?, now: Int64) throws -> Int64 {
        guard try !isTaken(name) else { throw MemberError.nameTaken }
        try database.execute(
            sql: "INSERT INTO account(name, display_name, role, state, password, created) VALUES (?, ?, ?, 'active', ?, ?)",
            arguments: [name, displayName, role.rawValue, password, now])
        return database.lastInsertedRowID
    }

    func setRole(_ role: Role, of id: Int64) throws {
        try database.execute(sql: "UPDATE account SET role = ? WHERE id = ?", arguments: [role.rawValue, id])
    }

    func setState(_ state: Account.State, of id: Int64) throws {
        try database.execute(sql: "UPDATE account SET state = ? WHERE id = ?", arguments: [state.rawValue, id])
    }

    func setDisplayName(_ name: String, of id: Int64) throws {
        try database.execute(sql: "UPDATE account SET display_name = ? WHERE id = ?", arguments: [name, id])
    }

    func setPassword(_ hash: String, of id: Int64) throws {
        try database.execute(sql: "UPDATE account SET password = ? WHERE id = ?", arguments: [hash, id])
    }

    func setRanked(_ isRanked: Bool, of id: Int64) throws {
        try database.execute(sql: "UPDATE account SET is_ranked = ? WHERE id = ?", arguments: [isRanked, id])
    }

    /// Whether the person stands in rankings; true where there is no such account.
    func isRanked(_ id: Int64) throws -> Bool {
        try Bool.fetchOne(database.cachedStatement(sql: "SELECT is_ranked FROM account WHERE id = ?"), arguments: [id]) ?? true
    }

    /// The numbers of those who asked to be left out of rankings. Cost: these.
    func unranked() throws -> [Int64] {
        try Int64.fetchAll(database.cachedStatement(sql: "SELECT id FROM account WHERE NOT is_ranked ORDER BY id"))
    }

    func setLastSeen(_ time: Int64, of id: Int64) throws {
        try database.cachedStatement(sql: "UPDATE account SET last_seen = ? WHERE id = ?").execute(arguments: [time, id])
    }

    /// Leaves number and name, and takes all else away that was the person's.
    func bury(_ account: Account) throws {
        let id = account.id
        for table in ["address", "session", "token", "ssh_key", "link"] {
            try database.execute(sql: "DELETE FROM \(table) WHERE account = ?", arguments: [id])
        }
        let sql =
            "UPDATE account SET state = 'deleted', password = NULL, display_name = name, role = 'reader', last_seen = NULL WHERE id = ?"
        try database.execute(sql: sql, arguments: [id])
        try database.execute(sql: "UPDATE invitation SET email = NULL WHERE accepted_by = ?", arguments: [id])
        try database.execute(sql: "UPDATE push SET name = ? WHERE account = ?", arguments: [account.name, id])
    }

    private func one(_ condition: String, _ arguments: StatementArguments) throws -> Account? {
        try many("\(condition) LIMIT 1", arguments).first
    }

    private func many(_ condition: String, _ arguments: StatementArguments) throws -> [Account] {
        let sql = "SELECT \(Self.columns) FROM account \(Self.addresses) WHERE \(condition)"
        return try Row.fetchAll(database.cachedStatement(sql: sql), arguments: arguments).compactMap { Account($0) }
    }

    private static func escaped(_ words: String) -> String {
        words.replacing("\\", with: "\\\\").replacing("%", with: "\\%").replacing("_", with: "\\_")
    }
}

extension Account {
    /// Reads the columns of `AccountTable.columns`; nil where role or state are of a version to come.
    init?(_ row: Row, from column: Int = 0) {
        guard let role = Role(rawValue: row[column + 5]), let state = State(rawValue: row[column + 6]) else { return nil }
        self.init(
            id: row[column], name: row[column + 1], displayName: row[column + 2], email: row[column + 3],
            isEmailConfirmed: row[column + 4], role: role, state: state, created: row[column + 7], lastSeen: row[column + 8],
            commitEmail: row[column + 9])
    }
}
