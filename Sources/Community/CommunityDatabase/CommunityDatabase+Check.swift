import GRDB

extension CommunityDatabase {
    /// What is damaged in the file, in SQLite's own words; nothing where all is sound. Cost: all of the file.
    func damage() async throws -> [String] {
        try await read { records in
            let pages = try String.fetchAll(records.database, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
            let rows = try Row.fetchAll(records.database, sql: "PRAGMA foreign_key_check").map { row in
                let (table, parent): (String, String) = (row["table"], row["parent"])
                return "a row of \(table) points to nothing in \(parent)"
            }
            return pages + rows
        }
    }
}
