import FoundationEssentials
import GRDB

/// Reads and writes sessions.
struct SessionTable {
    let database: Database

    private static let columns = "session.handle, session.created, session.last_seen, session.user_agent, session.address, session.id"
    private static let width = 6

    /// The session of a secret, and whose it is.
    func find(_ hash: SecretHash) throws -> (session: Session, account: Account)? {
        let sql = """
            SELECT \(Self.columns), \(AccountTable.columns) FROM session JOIN account ON account.id = session.account
            \(AccountTable.addresses) WHERE session.hash = ?
            """
        guard let row = try Row.fetchOne(database.cachedStatement(sql: sql), arguments: [Data(hash.bytes)]) else { return nil }
        return Account(row, from: Self.width).map { (Session(row), $0) }
    }

    /// The sessions of an account, the one used last first.
    func all(of account: Int64) throws -> [Session] {
        let sql = "SELECT \(Self.columns) FROM session WHERE account = ? ORDER BY last_seen DESC, id DESC"
        return try Row.fetchAll(database, sql: sql, arguments: [account]).map { Session($0) }
    }

    func insert(_ session: Session, hash: SecretHash, account: Int64) throws {
        try database.execute(
            sql: """
                INSERT INTO session(handle, hash, account, created, last_seen, user_agent, address) VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                session.handle, Data(hash.bytes), account, session.created, session.lastSeen, session.userAgent, session.address,
            ])
    }

    /// Writes down that a session was used.
    func touch(_ handle: String, now: Int64) throws {
        try database.cachedStatement(sql: "UPDATE session SET last_seen = ? WHERE handle = ?").execute(arguments: [now, handle])
    }

    /// Ends one session of an account; false where it has none of that handle.
    func end(_ handle: String, of account: Int64) throws -> Bool {
        try database.execute(sql: "DELETE FROM session WHERE handle = ? AND account = ?", arguments: [handle, account])
        return database.changesCount > 0
    }

    /// Ends all sessions of an account but one; says how many ended.
    @discardableResult
    func endAll(of account: Int64, except handle: String? = nil) throws -> Int {
        try database.execute(sql: "DELETE FROM session WHERE account = ? AND handle IS NOT ?", arguments: [account, handle])
        return database.changesCount
    }

    /// Ends the sessions of an account that were used longest ago, so that `count` stay.
    func keepNewest(_ count: Int, of account: Int64) throws {
        try database.execute(
            sql: """
                DELETE FROM session WHERE account = ?1 AND id NOT IN (
                    SELECT id FROM session WHERE account = ?1 ORDER BY last_seen DESC, id DESC LIMIT ?2)
                """, arguments: [account, count])
    }

    /// Forgets from where sessions were begun before a time.
    func dropAddresses(createdBefore time: Int64) throws {
        try database.execute(sql: "UPDATE session SET address = NULL WHERE created < ? AND address IS NOT NULL", arguments: [time])
    }

    /// Takes away what is past its time, of everybody.
    func sweep(createdBefore created: Int64, seenBefore seen: Int64) throws {
        try database.execute(sql: "DELETE FROM session WHERE created < ? OR last_seen < ?", arguments: [created, seen])
    }
}

extension Session {
    init(_ row: Row) {
        self.init(handle: row[0], created: row[1], lastSeen: row[2], userAgent: row[3], address: row[4])
    }
}
