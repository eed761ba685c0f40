import GRDB

extension IndexReader {
    /// The most spellings of one contributor that are looked at.
    private static let spellingLimit = 1000

    /// The commits of a contributor that changed something, the newest first. Each spelling of the author costs as many rows
    /// as are asked for, whatever the history's length.
    /// - Parameter before: only those older than this place in the order of commits.
    package func commits(of contributor: ContributorHandle, before: Int64 = .max, limit: Int) throws -> [CommitRecord] {
        let found = try spellings(of: contributor).flatMap { ident in
            try commits("c.ident = ? AND c.id < ? AND c.touched > 0", [ident, before], limit: limit)
        }
        return Array(found.sorted { $0.place > $1.place }.prefix(limit))
    }

    private func spellings(of contributor: ContributorHandle) throws -> [Int64] {
        let (condition, name) =
            switch contributor {
            case .account(let login): ("login = ?", login)
            case .name(let name): ("login IS NULL AND name = ?", name)
            }
        let sql = """
            SELECT id FROM ident WHERE contributor IN (SELECT key FROM contributor WHERE \(condition))
            ORDER BY last DESC LIMIT \(Self.spellingLimit)
            """
        return try Int64.fetchAll(database, sql: sql, arguments: [name])
    }
}
