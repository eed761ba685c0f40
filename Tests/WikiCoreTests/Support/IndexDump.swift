import GRDB
import Git
import Glibc
import WikiCore

/// Every row of an index that means something, in order, as lines of text.
///
/// Left out: what is counted lazily (`revision.added` and `removed`), the inner tables of the full text, kept documents of
/// texts that no living page has, and the bytes in which `Prose` keeps what the next revision of a page needs.
struct IndexDump: Equatable {
    let lines: [String]

    init(_ file: String) throws {
        let queue = try DatabaseQueue(path: file)
        lines = try queue.read { database in
            let tables = try String.fetchAll(
                database, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB 'search_*' ORDER BY name")
            return try tables.flatMap { try Self.rows(of: $0, database) }
        }
        try queue.close()
    }

    private static func rows(of table: String, _ database: Database) throws -> [String] {
        let hidden = ["revision": ["added", "removed"], "authorship": ["state"]][table] ?? []
        let columns = try database.columns(in: table).map(\.name).filter { !hidden.contains($0) }
        let names = (table == "search" ? ["rowid"] : []) + columns
        let values = names.map { "'\($0)=' || quote(\"\($0)\")" }.joined(separator: " || ' ' || ")
        let condition = table == "document" ? "WHERE blob IN (SELECT blob FROM page WHERE blob IS NOT NULL)" : ""
        let order = names.map { "\"\($0)\"" }.joined(separator: ", ")
        return try String.fetchAll(database, sql: "SELECT '\(table): ' || \(values) FROM \"\(table)\" \(condition) ORDER BY \(order)")
    }

    /// The lines that only one of two dumps has, a few of them.
    func difference(from other: IndexDump) -> String {
        let (mine, theirs) = (Set(lines), Set(other.lines))
        let only = lines.filter { !theirs.contains($0) }.prefix(8).map { "+ \($0.prefix(300))" }
        let lacking = other.lines.filter { !mine.contains($0) }.prefix(8).map { "- \($0.prefix(300))" }
        return (only + lacking).joined(separator: "\n")
    }

    /// Removes an index, as an administrator would.
    static func remove(_ data: DataFolder) {
        for ending in ["", "-wal", "-shm"] { unlink(data.indexFile + ending) }
    }
}
