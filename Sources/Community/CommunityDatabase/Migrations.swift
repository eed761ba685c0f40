import GRDB

/// The way from any older state of the tables to today's. Never change a migration that was released: add another.
enum Migrations {
    /// The statements of each, in order; the first makes version 1.
    static let all = [Migration001.statements, Migration002.statements, Migration003.statements]

    /// Marks the file as one of ours: "STMC".
    private static let application = 0x5354_4D43

    /// Brings the tables up to date in one transaction, which another process waits for: whoever is killed in it leaves the
    /// tables as they were.
    static func apply(_ migrations: [String], to database: Database) throws {
        try database.inTransaction(.immediate) {
            let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
            try check(database, found: found, known: migrations.count)
            guard found < migrations.count else { return .commit }
            for statements in migrations[found...] { try database.execute(sql: statements) }
            try database.execute(sql: "PRAGMA user_version = \(migrations.count); PRAGMA application_id = \(application)")
            return .commit
        }
    }

    private static func check(_ database: Database, found: Int, known: Int) throws {
        guard found >= 0, found <= known else { throw MemberError.newerFormat(found: found, known: known) }
        if found == 0 {
            let sql = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            let tables = try Int.fetchOne(database, sql: sql)
            guard tables == 0 else { throw MemberError.storage("the file holds tables that are not of this program") }
        } else {
            let mark = try Int.fetchOne(database, sql: "PRAGMA application_id")
            guard mark == application else { throw MemberError.storage("the file is a database of another program") }
        }
    }
}
