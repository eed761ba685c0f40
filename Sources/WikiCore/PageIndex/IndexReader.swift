import FoundationEssentials
import GRDB
package import Git
package import Markup

/// Reads one consistent state of the index. Values leave it, rows and SQL do not.
package struct IndexReader {
    let database: Database
    let layout: PagesLayout
    /// All pages, where somebody read them already.
    var table: PageTable?
    /// What is known of their pasts, likewise.
    var records: PageRecords?

    init(database: Database, layout: PagesLayout) {
        self.database = database
        self.layout = layout
    }

    /// The commit that this state stands for; nil while the index is empty.
    package func tip() throws -> ObjectID? {
        try String.fetchOne(database.cachedStatement(sql: "SELECT value FROM meta WHERE key = 'tip'")).flatMap { ObjectID(hex: $0) }
    }

    /// The living page or part of a file.
    package func page(file: GitPath) throws -> Page? {
        try onePage("file = ?", [file.data])
    }

    /// The living page or part of a path, to the byte.
    package func page(path: GitPath) throws -> Page? {
        try pages(like: path).first { $0.path == path }
    }

    /// The living page or part of an id.
    package func page(id: Int64) throws -> Page? {
        if let table { return table.page(id: id) }
        return try onePage("id = ?", [id])
    }

    /// The living pages whose path is like this one to the forgiving lookup.
    package func pages(like path: GitPath) throws -> [Page] {
        if let table { return table.pages(like: path) }
        return try pages("page.key = ?", [LookupKey.of(path)])
    }

    /// Whether a living page's path is like this one to the forgiving lookup: quicker than to read it.
    func hasPage(like path: GitPath) throws -> Bool {
        if let table { return !table.pages(like: path).isEmpty }
        let statement = try database.cachedStatement(sql: "SELECT 1 FROM page WHERE key = ? AND blob IS NOT NULL LIMIT 1")
        return try Int.fetchOne(statement, arguments: [LookupKey.of(path)]) != nil
    }

    /// The living pages whose last segment has this lookup key.
    package func pages(named key: String) throws -> [Page] {
        try pages("page.name_key = ?", [key])
    }

    /// The living pages that call themselves by this name, too.
    package func pages(alias key: String) throws -> [Page] {
        try pages("page.id IN (SELECT page FROM alias WHERE key = ?)", [key])
    }

    /// The page that was last deleted at a path; nil where none was.
    package func deletedPage(path: GitPath) throws -> (id: Int64, file: GitPath, lastText: ObjectID?)? {
        let sql = """
            SELECT id, file, (SELECT old FROM revision WHERE page = page.id AND "commit" = page.revision)
            FROM page WHERE key = ? AND path = ? AND blob IS NULL ORDER BY revision DESC LIMIT 1
            """
        guard let row = try Row.fetchOne(database, sql: sql, arguments: [LookupKey.of(path), path.data]) else { return nil }
        return (row[0], GitPath(row[1] as Data), ObjectID(row[2] as Data?))
    }

    /// How many living pages there are, parts not counted.
    package func pageCount() throws -> Int {
        try Int.fetchOne(database, sql: "SELECT count(*) FROM page WHERE blob IS NOT NULL AND NOT is_part") ?? 0
    }

    /// How many commits the branch holds.
    package func commitCount() throws -> Int {
        try Int.fetchOne(database, sql: "SELECT count(*) FROM \"commit\"") ?? 0
    }

    /// The kept document of a text.
    package func document(_ blob: ObjectID) throws -> Document? {
        try TextWriter.document(blob, database)
    }

    private func onePage(_ condition: String, _ arguments: StatementArguments) throws -> Page? {
        try pages("page." + condition, arguments).first
    }

    /// - Parameter source: the table that is read first, where it is not `page` itself.
    func pages(
        _ condition: String, _ arguments: StatementArguments, from source: String = "page",
        order: String = "length(page.file), page.file", limit: Int = 1000
    ) throws -> [Page] {
        let statement = try database.cachedStatement(
            sql: """
                SELECT page.id, page.file, page.path, page.is_part, page.blob, page.revision, page.revisions,
                    text.title, text.description, text.redirect, text.language, text.is_draft
                FROM \(source) LEFT JOIN text ON text.page = page.id
                WHERE page.blob IS NOT NULL AND \(condition) ORDER BY \(order) LIMIT \(limit)
                """)
        var found: [Page] = []
        let rows = try Row.fetchCursor(statement, arguments: arguments)
        while let row = try rows.next() { if let page = Self.page(row) { found.append(page) } }
        return found
    }

    private static func page(_ row: Row) -> Page? {
        guard let blob = ObjectID(row[4] as Data?) else { return nil }
        let path = GitPath(row[2] as Data)
        return Page(
            id: row[0], file: GitPath(row[1] as Data), path: path, isPart: row[3], blob: blob, lastCommit: row[5], revisions: row[6],
            title: row[7] ?? PageTitle.fromName(path), description: row[8], redirect: row[9], language: row[10], isDraft: row[11] ?? false)
    }
}
