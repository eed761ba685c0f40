import FoundationEssentials
import GRDB
import Git

extension HistoryWriter {
    /// Takes the index back to an earlier commit of its first-parent line, nil to nothing: as though no later one
    /// had ever arrived.
    /// - Parameters:
    ///   - tree: what stands at a path at that commit.
    ///   - changed: the files that differ between then and now: a merge may have changed a page without being a
    ///     revision of it.
    /// - Returns: the pages that may have stood elsewhere, or not at all, at that commit.
    static func rewind(
        _ database: Database, to commit: ObjectID?, tree: (GitPath) throws -> TreeEntry?, changed: [GitPath], layout: PagesLayout
    ) throws -> Set<Int64> {
        let kept =
            try commit.flatMap { try Int64.fetchOne(database, sql: "SELECT id FROM \"commit\" WHERE oid = ?", arguments: [$0.data]) } ?? 0
        var touched = try Set(
            Int64.fetchAll(
                database,
                sql: """
                    SELECT DISTINCT page FROM revision WHERE "commit" > ?1
                    UNION SELECT page FROM page_name WHERE since > ?1 OR until > ?1
                    """, arguments: [kept]))
        for file in changed {
            let alive = try database.cachedStatement(sql: "SELECT id FROM page WHERE file = ? AND blob IS NOT NULL")
            if let page = try Int64.fetchOne(alive, arguments: [file.data]) { touched.insert(page) }
        }
        try database.execute(sql: "DELETE FROM revision WHERE \"commit\" > ?", arguments: [kept])
        try database.execute(sql: "DELETE FROM page_name WHERE since > ?", arguments: [kept])
        try database.execute(sql: "UPDATE page_name SET until = NULL WHERE until > ?", arguments: [kept])
        try database.execute(sql: "DELETE FROM page WHERE born > ?", arguments: [kept])
        try database.execute(sql: "DELETE FROM \"commit\" WHERE id > ?", arguments: [kept])
        try database.execute(sql: "DELETE FROM co_author WHERE \"commit\" > ?", arguments: [kept])
        // Two pages may have changed places since: all leave first.
        for page in touched { try database.execute(sql: "UPDATE page SET blob = NULL WHERE id = ?", arguments: [page]) }
        for page in touched { try restore(page, database, tree: tree, layout: layout) }
        try database.execute(
            sql: """
                DELETE FROM ident WHERE NOT EXISTS (SELECT 1 FROM "commit" WHERE ident = ident.id)
                    AND NOT EXISTS (SELECT 1 FROM co_author WHERE ident = ident.id);
                UPDATE ident SET last = max(
                    (SELECT coalesce(max(id), 0) FROM "commit" WHERE ident = ident.id),
                    (SELECT coalesce(max("commit"), 0) FROM co_author WHERE ident = ident.id));
                """)
        for page in touched { try forgetAuthorship(of: page, database) }
        return touched
    }

    private static func restore(
        _ page: Int64, _ database: Database, tree: (GitPath) throws -> TreeEntry?, layout: PagesLayout
    ) throws {
        // A page that only branches knew until then has no name yet; it was called what its revisions say.
        let sql = """
            SELECT file, until IS NULL, since FROM page_name WHERE page = ?1
            UNION ALL SELECT file, 0, 0 FROM revision WHERE page = ?1 AND "commit" = (SELECT min("commit") FROM revision WHERE page = ?1)
            ORDER BY since DESC LIMIT 1
            """
        if let row = try Row.fetchOne(database, sql: sql, arguments: [page]) {
            let data: Data = row[0]
            let file = GitPath(data)
            let isAlive: Bool = row[1]
            let (path, isPart) = layout.place(of: file)
            try database.execute(
                sql: "UPDATE page SET file = ?, path = ?, folder = ?, is_part = ?, key = ?, name_key = ?, blob = ? WHERE id = ?",
                arguments: [
                    file.data, path.data, path.parent.data, isPart, LookupKey.of(path), LookupKey.ofName(path),
                    isAlive ? try tree(file)?.id.data : nil, page,
                ])
        }
        try database.execute(
            sql: """
                UPDATE page SET revisions = (SELECT count(*) FROM revision WHERE page = ?1),
                    revision = (SELECT coalesce(max("commit"), 0) FROM revision WHERE page = ?1) WHERE id = ?1
                """, arguments: [page])
    }
}
