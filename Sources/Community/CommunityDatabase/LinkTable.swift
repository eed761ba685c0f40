import FoundationEssentials
import GRDB

/// Reads and writes links that work once.
struct LinkTable {
    let database: Database

    /// The link of a secret, whatever became of it.
    func find(_ hash: SecretHash) throws -> OneTimeLink? {
        let sql = "SELECT id, kind, account, email, created, expires, used FROM link WHERE hash = ?"
        return try Row.fetchOne(database, sql: sql, arguments: [Data(hash.bytes)]).flatMap { OneTimeLink($0) }
    }

    /// Makes a link. Earlier ones of the kind for the same account and address stop working.
    func insert(_ hash: SecretHash, kind: OneTimeLink.Kind, expires: Int64, now: Int64) throws {
        try drop(kind)
        try database.execute(
            sql: "INSERT INTO link(hash, kind, account, email, created, expires) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [Data(hash.bytes), kind.name, kind.account, kind.email, now, expires])
    }

    func use(_ id: Int64, now: Int64) throws {
        try database.execute(sql: "UPDATE link SET used = ? WHERE id = ?", arguments: [now, id])
    }

    /// Takes away the links of a kind that were not used.
    func drop(_ kind: OneTimeLink.Kind) throws {
        try database.execute(
            sql: "DELETE FROM link WHERE kind = ? AND account IS ? AND email IS ? AND used IS NULL",
            arguments: [kind.name, kind.account, kind.email])
    }

    /// Takes away what was over before a time.
    func sweep(expiredBefore time: Int64) throws {
        try database.execute(sql: "DELETE FROM link WHERE expires < ?", arguments: [time])
    }
}

extension OneTimeLink {
    init?(_ row: Row) {
        guard let kind = Kind(name: row[1], account: row[2], email: row[3]) else { return nil }
        self.init(id: row[0], kind: kind, created: row[4], expires: row[5], used: row[6])
    }
}
