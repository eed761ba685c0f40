import GRDB
import Git

extension HistoryWriter {
    /// A page has a new text or a new revision: whoever keeps authorship looks at it.
    func markAuthorshipDue(_ page: Int64) throws {
        try database.cachedStatement(sql: "INSERT OR IGNORE INTO authorship_due(page) VALUES (?)").execute(arguments: [page])
    }

    /// After rows of history went: what is known of a page's authors goes too where it holds one of them, and the page is
    /// looked at again. A page that is left as it was then keeps what it has.
    static func forgetAuthorship(of page: Int64, _ database: Database) throws {
        let isThere = try Int.fetchOne(database, sql: "SELECT 1 FROM page WHERE id = ?", arguments: [page]) != nil
        let taken = "SELECT 1 FROM authorship JOIN \"commit\" AS c ON c.oid = authorship.taken WHERE authorship.page = ?"
        if try !isThere || Int.fetchOne(database, sql: taken, arguments: [page]) == nil {
            try database.execute(sql: "DELETE FROM authorship WHERE page = ?", arguments: [page])
            try database.execute(sql: "DELETE FROM authored WHERE page = ?", arguments: [page])
        }
        try database.execute(sql: "DELETE FROM authorship_due WHERE page = ?", arguments: [page])
        if isThere { try database.execute(sql: "INSERT INTO authorship_due(page) VALUES (?)", arguments: [page]) }
    }
}
