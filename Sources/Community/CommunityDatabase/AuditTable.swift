import GRDB

/// Writes and reads the audit log.
struct AuditTable {
    let database: Database

    /// Adds a line, in the transaction of what it tells.
    func add(_ entry: AuditEntry, now: Int64) throws {
        try database.cachedStatement(
            sql: "INSERT INTO audit(time, action, actor, actor_id, target, address, detail) VALUES (?, ?, ?, ?, ?, ?, ?)"
        ).execute(arguments: [
            now, AuditText.clean(entry.action), entry.actor.map(AuditText.clean), entry.actorID, entry.target.map(AuditText.clean),
            entry.address.map(AuditText.clean), entry.detail.map(AuditText.clean),
        ])
    }

    /// Lines from one number down, the newest first; `action` also takes the beginning of a word up to its dot.
    func entries(before id: Int64?, limit: Int, actor: String?, action: String?) throws -> [AuditEntry] {
        let sql = """
            SELECT id, time, action, actor, actor_id, target, address, detail FROM audit
            WHERE id < ?1 AND (?2 IS NULL OR actor = ?2) AND (?3 IS NULL OR action = ?3 OR substr(action, 1, length(?3) + 1) = ?3 || '.')
            ORDER BY id DESC LIMIT ?4
            """
        return try Row.fetchAll(database, sql: sql, arguments: [id ?? Int64.max, actor, action, limit]).map { AuditEntry($0) }
    }

    /// When somebody last did a thing of this kind with these details.
    func last(_ action: AuditAction, by actor: String, detail: String) throws -> Int64? {
        let sql = "SELECT time FROM audit WHERE actor = ? AND action = ? AND detail = ? ORDER BY id DESC LIMIT 1"
        return try Int64.fetchOne(database.cachedStatement(sql: sql), arguments: [actor, action.rawValue, detail])
    }

    /// Forgets network and e-mail addresses of lines older than a time; says how many lines had one.
    func dropAddresses(olderThan time: Int64) throws -> Int {
        let actions = AuditAction.withAddresses.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        try database.execute(
            sql: """
                UPDATE audit SET address = NULL, detail = CASE WHEN action IN (\(actions)) THEN NULL ELSE detail END
                WHERE time < ? AND (address IS NOT NULL OR (detail IS NOT NULL AND action IN (\(actions))))
                """, arguments: [time])
        return database.changesCount
    }
}

extension AuditEntry {
    init(_ row: Row) {
        self.init(
            id: row[0], time: row[1], action: row[2], actor: row[3], actorID: row[4], target: row[5], address: row[6], detail: row[7])
    }
}
