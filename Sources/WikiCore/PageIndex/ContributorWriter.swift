import GRDB
import Git

/// Writes who made commits: each spelling in git once, and the contributors that they stand for.
///
/// One address is one contributor, whatever names stand with it; an author without an address is known by name.
/// The name shown is the newest, unless `.mailmap` gives one.
final class ContributorWriter {
    private let database: Database
    private let mailmap: Mailmap
    private var idents: [String: Int64] = [:]
    private var last: [Int64: Int64] = [:]
    /// True once somebody is called something else than before.
    private(set) var hasRenamed = false

    init(database: Database, mailmap: Mailmap) {
        self.database = database
        self.mailmap = mailmap
    }

    /// The id of an author's spelling, made where it is new.
    func ident(of author: Signature, commit: Int64) throws -> Int64 {
        let key = "\(author.name)\u{0}\(author.email)"
        let id = try idents[key] ?? find(author) ?? insert(author)
        idents[key] = id
        last[id] = commit
        return id
    }

    /// Writes down which spelling is the newest, and the names shown; at the end of a walk.
    func finish() throws {
        for (ident, commit) in last {
            try database.cachedStatement(sql: "UPDATE ident SET last = ? WHERE id = ?").execute(arguments: [commit, ident])
        }
        let touched = try last.keys.compactMap {
            try Int64.fetchOne(database.cachedStatement(sql: "SELECT contributor FROM ident WHERE id = ?"), arguments: [$0])
        }
        for contributor in Set(touched) where try Self.rename(contributor, database, mailmap) { hasRenamed = true }
        last = [:]
    }

    /// Joins all spellings anew: after `.mailmap` changed, or rows went.
    static func rebuild(_ database: Database, _ mailmap: Mailmap) throws {
        try database.execute(sql: "DELETE FROM contributor")
        let rows = try Row.fetchAll(database, sql: "SELECT id, name, email FROM ident ORDER BY id")
        var contributors: [Int64] = []
        for row in rows {
            let id = try contributor(name: row[1], email: row[2], database, mailmap)
            try database.execute(sql: "UPDATE ident SET contributor = ? WHERE id = ?", arguments: [id, row[0] as Int64])
            contributors.append(id)
        }
        for contributor in Set(contributors) { _ = try rename(contributor, database, mailmap) }
    }

    private func find(_ author: Signature) throws -> Int64? {
        let statement = try database.cachedStatement(sql: "SELECT id FROM ident WHERE name = ? AND email = ?")
        return try Int64.fetchOne(statement, arguments: [author.name, author.email])
    }

    private func insert(_ author: Signature) throws -> Int64 {
        let contributor = try Self.contributor(name: author.name, email: author.email, database, mailmap)
        let statement = try database.cachedStatement(
            sql: "INSERT INTO ident(id, name, email, contributor, last) VALUES ((SELECT coalesce(max(id), 0) + 1 FROM ident), ?, ?, ?, 0)")
        try statement.execute(arguments: [author.name, author.email, contributor])
        return database.lastInsertedRowID
    }

    private static func contributor(name: String, email: String, _ database: Database, _ mailmap: Mailmap) throws -> Int64 {
        let proper = mailmap.proper(name: name, email: email)
        let key = proper.email.isEmpty ? "name:\(proper.name)" : proper.email.lowercased()
        let statement = try database.cachedStatement(sql: "SELECT id FROM contributor WHERE key = ?")
        if let id = try Int64.fetchOne(statement, arguments: [key]) { return id }
        try database.execute(
            sql: "INSERT INTO contributor(id, key, name) VALUES ((SELECT coalesce(max(id), 0) + 1 FROM contributor), ?, ?)",
            arguments: [key, AuthorName.shown(proper.name)])
        return database.lastInsertedRowID
    }

    /// Gives a contributor the name that holds now; true where it is another one.
    private static func rename(_ contributor: Int64, _ database: Database, _ mailmap: Mailmap) throws -> Bool {
        let statement = try database.cachedStatement(
            sql: "SELECT name, email FROM ident WHERE contributor = ? ORDER BY last DESC, id LIMIT 1")
        guard let row = try Row.fetchOne(statement, arguments: [contributor]) else { return false }
        let name = AuthorName.shown(mailmap.proper(name: row[0], email: row[1]).name)
        try database.cachedStatement(sql: "UPDATE contributor SET name = ?1 WHERE id = ?2 AND name <> ?1")
            .execute(arguments: [name, contributor])
        return database.changesCount > 0
    }
}
