import FoundationEssentials
import GRDB

/// Reads and writes public keys.
struct KeyTable {
    let database: Database

    private static let columns =
        "ssh_key.id, ssh_key.title, ssh_key.algorithm, ssh_key.blob, ssh_key.fingerprint, ssh_key.created, ssh_key.last_used"
    private static let width = 7

    /// The key of a fingerprint, and whose it is.
    func find(fingerprint: String) throws -> (key: SSHKey, account: Account)? {
        try find("ssh_key.fingerprint = ?", [fingerprint])
    }

    /// The key of its bytes, and whose it is.
    func find(blob: [UInt8]) throws -> (key: SSHKey, account: Account)? {
        try find("ssh_key.blob = ?", [Data(blob)])
    }

    /// The keys of an account, the oldest first.
    func all(of account: Int64) throws -> [SSHKey] {
        let sql = "SELECT \(Self.columns) FROM ssh_key WHERE account = ? ORDER BY id"
        return try Row.fetchAll(database, sql: sql, arguments: [account]).map { SSHKey($0) }
    }

    /// Keeps a key and gives back its number.
    func insert(_ key: SSHKeyText, title: String, account: Int64, now: Int64) throws -> Int64 {
        try database.execute(
            sql: "INSERT INTO ssh_key(account, title, algorithm, blob, fingerprint, created) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [account, title, key.algorithm, Data(key.blob), key.fingerprint, now])
        return database.lastInsertedRowID
    }

    func touch(_ id: Int64, now: Int64) throws {
        try database.cachedStatement(sql: "UPDATE ssh_key SET last_used = ? WHERE id = ?").execute(arguments: [now, id])
    }

    func delete(_ id: Int64, of account: Int64) throws {
        try database.execute(sql: "DELETE FROM ssh_key WHERE id = ? AND account = ?", arguments: [id, account])
    }

    private func find(_ condition: String, _ arguments: StatementArguments) throws -> (key: SSHKey, account: Account)? {
        let sql = """
            SELECT \(Self.columns), \(AccountTable.columns) FROM ssh_key JOIN account ON account.id = ssh_key.account
            \(AccountTable.addresses) WHERE \(condition)
            """
        guard let row = try Row.fetchOne(database.cachedStatement(sql: sql), arguments: arguments) else { return nil }
        return Account(row, from: Self.width).map { (SSHKey(row), $0) }
    }
}

extension SSHKey {
    init(_ row: Row) {
        self.init(
            id: row[0], title: row[1], algorithm: row[2], blob: Array(row[3] as Data), fingerprint: row[4], created: row[5],
            lastUsed: row[6])
    }
}
