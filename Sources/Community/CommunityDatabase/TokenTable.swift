import FoundationEssentials
import GRDB

/// Reads and writes access tokens.
struct TokenTable {
    let database: Database

    private static let columns = "token.id, token.name, token.scope, token.created, token.expires, token.last_used"
    private static let width = 6

    /// The token of a secret, and whose it is.
    func find(_ hash: SecretHash) throws -> (token: AccessToken, account: Account)? {
        let sql = """
            SELECT \(Self.columns), \(AccountTable.columns) FROM token JOIN account ON account.id = token.account
            \(AccountTable.addresses) WHERE token.hash = ?
            """
        guard let row = try Row.fetchOne(database.cachedStatement(sql: sql), arguments: [Data(hash.bytes)]),
            let token = AccessToken(row), let account = Account(row, from: Self.width)
        else { return nil }
        return (token, account)
    }

    /// The tokens of an account, the newest first.
    func all(of account: Int64) throws -> [AccessToken] {
        let sql = "SELECT \(Self.columns) FROM token WHERE account = ? ORDER BY id DESC"
        return try Row.fetchAll(database, sql: sql, arguments: [account]).compactMap { AccessToken($0) }
    }

    /// Makes a token and gives back its number.
    func insert(name: String, scope: TokenScope, expires: Int64, hash: SecretHash, account: Int64, now: Int64) throws -> Int64 {
        try database.execute(
            sql: "INSERT INTO token(hash, account, name, scope, created, expires) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [Data(hash.bytes), account, name, scope.rawValue, now, expires])
        return database.lastInsertedRowID
    }

    func touch(_ id: Int64, now: Int64) throws {
        try database.cachedStatement(sql: "UPDATE token SET last_used = ? WHERE id = ?").execute(arguments: [now, id])
    }

    func delete(_ id: Int64, of account: Int64) throws {
        try database.execute(sql: "DELETE FROM token WHERE id = ? AND account = ?", arguments: [id, account])
    }
}

extension AccessToken {
    init?(_ row: Row) {
        guard let scope = TokenScope(rawValue: row[2]) else { return nil }
        self.init(id: row[0], name: row[1], scope: scope, created: row[3], expires: row[4], lastUsed: row[5])
    }
}
