import GRDB

/// Reads and writes the e-mail addresses that accounts claim.
struct AddressTable {
    let database: Database

    /// The living account that has proved an address.
    func owner(of key: AddressKey) throws -> Int64? {
        let sql = "SELECT account FROM address WHERE key = ? AND confirmed IS NOT NULL"
        return try Int64.fetchOne(database.cachedStatement(sql: sql), arguments: [key.text])
    }

    /// All that an account claims, the primary one first.
    func claims(of account: Int64) throws -> [AddressClaim] {
        let sql = "SELECT \(Self.columns) FROM address WHERE account = ? ORDER BY is_primary DESC, claimed, key"
        return try Row.fetchAll(database, sql: sql, arguments: [account]).map { AddressClaim($0) }
    }

    /// One claim of an account.
    func claim(_ key: AddressKey, of account: Int64) throws -> AddressClaim? {
        let sql = "SELECT \(Self.columns) FROM address WHERE account = ? AND key = ?"
        return try Row.fetchOne(database, sql: sql, arguments: [account, key.text]).map { AddressClaim($0) }
    }

    /// Claims that nobody has confirmed, oldest first, with whose they are.
    func waiting(limit: Int) throws -> [(account: Account, claim: AddressClaim)] {
        let columns = Self.columns.split(separator: ", ").map { "waiting.\($0)" }.joined(separator: ", ")
        let sql = """
            SELECT \(AccountTable.columns), \(columns) FROM address AS waiting JOIN account ON account.id = waiting.account
            \(AccountTable.addresses) WHERE waiting.confirmed IS NULL ORDER BY waiting.claimed, waiting.account, waiting.key LIMIT ?
            """
        return try Row.fetchAll(database, sql: sql, arguments: [limit]).compactMap { row in
            Account(row).map { ($0, AddressClaim(row, from: AccountTable.width)) }
        }
    }

    /// Claims an address that the account does not claim yet.
    func insert(_ email: String, for account: Int64, now: Int64) throws {
        try database.execute(
            sql: "INSERT INTO address(account, key, email, claimed) VALUES (?, ?, ?, ?)",
            arguments: [account, AddressKey(email).text, email, now])
    }

    /// Writes down that a claim is right. Throws `MemberError.addressTaken` where another account was first.
    func confirm(_ key: AddressKey, of account: Int64, by: Int64?, now: Int64) throws {
        if let owner = try owner(of: key), owner != account { throw MemberError.addressTaken }
        try database.execute(
            sql: "UPDATE address SET confirmed = ?, confirmed_by = ? WHERE account = ? AND key = ? AND confirmed IS NULL",
            arguments: [now, by, account, key.text])
    }

    /// Makes an address the one that letters go to.
    func setPrimary(_ key: AddressKey, of account: Int64) throws {
        try database.execute(sql: "UPDATE address SET is_primary = 0 WHERE account = ? AND is_primary", arguments: [account])
        try database.execute(sql: "UPDATE address SET is_primary = 1 WHERE account = ? AND key = ?", arguments: [account, key.text])
    }

    /// Makes an address the one that commits carry; nil for none.
    func setShown(_ key: AddressKey?, of account: Int64) throws {
        try database.execute(sql: "UPDATE address SET is_shown = 0 WHERE account = ? AND is_shown", arguments: [account])
        guard let key else { return }
        try database.execute(
            sql: "UPDATE address SET is_shown = 1 WHERE account = ? AND key = ? AND confirmed IS NOT NULL",
            arguments: [account, key.text])
    }

    func delete(_ key: AddressKey, of account: Int64) throws {
        try database.execute(sql: "DELETE FROM address WHERE account = ? AND key = ?", arguments: [account, key.text])
    }

    private static let columns = "email, is_primary, is_shown, claimed, confirmed"
}

extension AddressClaim {
    init(_ row: Row, from column: Int = 0) {
        self.init(
            email: row[column], isPrimary: row[column + 1], isShown: row[column + 2], claimed: row[column + 3], confirmed: row[column + 4])
    }
}
