import FoundationEssentials
import GRDB
package import Git

extension IndexReader {
    /// The revisions of a page, newest first.
    /// - Parameter before: only those older than this place in the order of commits.
    package func revisions(of page: Int64, before: Int64 = .max, limit: Int) throws -> [Revision] {
        try revisions("revision.page = ? AND revision.\"commit\" < ?", [page, before], limit: limit)
    }

    /// The revision that a commit made of a page.
    package func revision(of page: Int64, commit: ObjectID) throws -> Revision? {
        try revisions("revision.page = ? AND c.oid = ?", [page, commit.data], limit: 1).first
    }

    /// The newest revision of a page.
    package func lastRevision(of page: Int64) throws -> Revision? {
        if let records, let last = records.last[page] { return last }
        return try revisions(of: page, limit: 1).first
    }

    /// When a page was written first, in seconds since 1970. Costs the same at any number of revisions.
    package func firstTime(of page: Int64) throws -> Int64? {
        if let records, let time = records.firstTimes[page] { return time }
        let statement = try database.cachedStatement(
            sql: """
                SELECT c.time FROM revision JOIN "commit" AS c ON c.id = revision."commit"
                WHERE revision.page = ? ORDER BY revision."commit" LIMIT 1
                """)
        return try Int64.fetchOne(statement, arguments: [page])
    }

    /// The revisions that came right after and right before one of a page.
    package func neighbours(of page: Int64, place: Int64) throws -> (newer: Revision?, older: Revision?) {
        let sql = "SELECT min(\"commit\") FROM revision WHERE page = ? AND \"commit\" > ?"
        let next = try Int64.fetchOne(database, sql: sql, arguments: [page, place])
        let newer = try next.flatMap { try revisions("revision.page = ? AND revision.\"commit\" = ?", [page, $0], limit: 1).first }
        return (newer, try revisions(of: page, before: place, limit: 1).first)
    }

    /// A commit by its id; nil where it is not reachable from the branch.
    package func commit(_ id: ObjectID) throws -> CommitRecord? {
        try commits("c.oid = ?", [id.data], limit: 1).first
    }

    /// The commits that changed something, newest first.
    package func recent(before: Int64 = .max, limit: Int) throws -> [CommitRecord] {
        try commits("c.id < ? AND c.touched > 0", [before], limit: limit)
    }

    /// The commits whose id begins with these hexadecimal digits, two at the most.
    package func commits(prefix: String) throws -> [ObjectID] {
        let low = prefix + String(repeating: "0", count: max(0, 40 - prefix.count))
        let high = prefix + String(repeating: "f", count: max(0, 40 - prefix.count))
        guard let first = ObjectID(hex: low), let last = ObjectID(hex: high) else { return [] }
        let sql = "SELECT oid FROM \"commit\" WHERE oid BETWEEN ? AND ? LIMIT 2"
        return try Data.fetchAll(database, sql: sql, arguments: [first.data, last.data]).compactMap { ObjectID($0) }
    }

    /// The pages and parts that a commit is a revision of, with their names today.
    package func pages(of commit: Int64) throws -> [CommitPage] {
        let statement = try database.cachedStatement(
            sql: """
                SELECT page.id, page.path, page.blob IS NOT NULL, revision.file, revision.blob, revision.old,
                    coalesce(text.title, ''), page.is_part
                FROM revision JOIN page ON page.id = revision.page LEFT JOIN text ON text.page = page.id
                WHERE revision."commit" = ? ORDER BY page.path LIMIT 1000
                """)
        return try Row.fetchAll(statement, arguments: [commit]).map { row in
            let path = GitPath(row[1] as Data)
            let title: String = row[6]
            return CommitPage(
                page: row[0], path: path, isPart: row[7], isAlive: row[2], file: GitPath(row[3] as Data), blob: ObjectID(row[4] as Data?),
                old: ObjectID(row[5] as Data?), title: title.isEmpty ? PageTitle.fromName(path) : title)
        }
    }

    /// Who edited a page, those with the most edits first.
    package func contributors(of page: Int64, limit: Int) throws -> [Contributor] {
        let statement = try database.cachedStatement(
            sql: """
                SELECT contributor.is_confirmed, whole.edits, contributor.key, \(PersonColumns.address)
                FROM (
                    SELECT ident.contributor, sum(part.count) AS edits, max(part.newest) AS newest
                    FROM (
                        SELECT c.ident, count(*) AS count, max(c.id) AS newest FROM revision
                        JOIN "commit" AS c ON c.id = revision."commit" WHERE revision.page = ? GROUP BY c.ident
                    ) AS part
                    JOIN ident ON ident.id = part.ident
                    GROUP BY ident.contributor ORDER BY edits DESC, newest DESC LIMIT ?
                ) AS whole
                JOIN contributor ON contributor.key = whole.contributor ORDER BY whole.edits DESC, whole.newest DESC
                """)
        return try Row.fetchAll(statement, arguments: [page, limit]).map { row in
            Contributor(
                name: row[4], account: row[3], person: PersonColumns.address(row, from: 3), isUnconfirmed: !(row[0] as Bool), edits: row[1],
                key: ContributorKey(row[2]))
        }
    }

    /// How many people edited a page.
    package func contributorCount(of page: Int64) throws -> Int {
        let statement = try database.cachedStatement(
            sql: """
                SELECT count(DISTINCT contributor) FROM ident WHERE id IN (
                    SELECT c.ident FROM revision JOIN "commit" AS c ON c.id = revision."commit" WHERE revision.page = ?)
                """)
        return try Int.fetchOne(statement, arguments: [page]) ?? 0
    }

    /// The page that had a path at a commit, by its names through time; nil where none had.
    package func page(at path: GitPath, in commit: ObjectID) throws -> Int64? {
        let sql = """
            SELECT page FROM page_name JOIN "commit" AS c ON c.oid = ?2
            WHERE file = ?1 AND since <= c.fork AND (until IS NULL OR until > c.fork) ORDER BY since DESC LIMIT 1
            """
        return try Int64.fetchOne(database, sql: sql, arguments: [path.data, commit.data])
    }

    /// The living pages that had a file's name before they were renamed, the latest first; 16 at most.
    package func formerPages(file: GitPath) throws -> [Page] {
        let sql = """
            SELECT page FROM page_name JOIN page ON page.id = page_name.page
            WHERE page_name.file = ? AND until IS NOT NULL AND page.blob IS NOT NULL ORDER BY until DESC LIMIT 16
            """
        return try Int64.fetchAll(database, sql: sql, arguments: [file.data]).compactMap { try page(id: $0) }
    }

    /// All names that pages had which were once called like a file, also those that are gone.
    func names(ofPagesOnceAt file: GitPath) throws -> [GitPath] {
        let sql = "SELECT DISTINCT file FROM page_name WHERE page IN (SELECT page FROM page_name WHERE file = ?)"
        return try Data.fetchAll(database, sql: sql, arguments: [file.data]).map { GitPath($0) }
    }

    /// The names that a page had, newest first.
    package func files(of page: Int64) throws -> [GitPath] {
        let sql = "SELECT file FROM page_name WHERE page = ? ORDER BY since DESC"
        var seen: Set<GitPath> = []
        return try Data.fetchAll(database, sql: sql, arguments: [page]).map { GitPath($0) }.filter { seen.insert($0).inserted }
    }

    private func revisions(_ condition: String, _ arguments: StatementArguments, limit: Int) throws -> [Revision] {
        let statement = try database.cachedStatement(
            sql: "\(Self.revisionColumns) WHERE \(condition) ORDER BY revision.\"commit\" DESC LIMIT \(limit)")
        return try revisions(in: Row.fetchAll(statement, arguments: arguments)).map(\.revision)
    }

    private static let revisionColumns = """
        SELECT revision."commit", revision.number, revision.blob, revision.old, revision.file, revision.added, revision.removed,
            c.oid, c.time, c.offset, c.parents, c.summary, contributor.is_confirmed, \(PersonColumns.address), contributor.key, revision.page
        FROM revision JOIN "commit" AS c ON c.id = revision."commit" JOIN ident ON ident.id = c.ident
        JOIN contributor ON contributor.key = ident.contributor
        """

    private func revisions(in rows: [Row]) throws -> [(page: Int64, revision: Revision)] {
        let coAuthors = try coAuthors(of: rows, place: 0, key: 17)
        return rows.compactMap { row in
            guard let id = ObjectID(row[7] as Data?) else { return nil }
            let revision = Revision(
                place: row[0], number: row[1], id: id, blob: ObjectID(row[2] as Data?), old: ObjectID(row[3] as Data?),
                file: GitPath(row[4] as Data), author: row[14], account: row[13], person: PersonColumns.address(row, from: 13),
                isUnconfirmed: !(row[12] as Bool), time: row[8], offset: row[9], isMerge: (row[10] as Int) > 1, summary: row[11],
                added: row[5], removed: row[6], coAuthors: coAuthors[row[0]] ?? [])
            return (row[18], revision)
        }
    }

    /// The newest revision of every living page, by page.
    func lastRevisions() throws -> [Int64: Revision] {
        let sql = Self.revisionColumns + " JOIN page ON page.id = revision.page AND page.revision = c.id WHERE page.blob IS NOT NULL"
        return try Dictionary(revisions(in: Row.fetchAll(database, sql: sql)).map { ($0.page, $0.revision) }) { first, _ in first }
    }

    /// When every page was written first, in seconds since 1970, by page.
    func firstTimes() throws -> [Int64: Int64] {
        let sql = """
            SELECT first.page, c.time FROM (SELECT page, min("commit") AS place FROM revision GROUP BY page) AS first
            JOIN "commit" AS c ON c.id = first.place
            """
        let rows = try Row.fetchCursor(database, sql: sql)
        var found: [Int64: Int64] = [:]
        while let row = try rows.next() { found[row[0]] = row[1] }
        return found
    }

    func commits(_ condition: String, _ arguments: StatementArguments, order: String = "c.id DESC", limit: Int) throws -> [CommitRecord] {
        let statement = try database.cachedStatement(
            sql: """
                SELECT c.id, c.oid, c.time, c.offset, c.parents, c.summary, c.touched, contributor.is_confirmed,
                    \(PersonColumns.address), contributor.key
                FROM "commit" AS c JOIN ident ON ident.id = c.ident JOIN contributor ON contributor.key = ident.contributor
                WHERE \(condition) ORDER BY \(order) LIMIT \(limit)
                """)
        let rows = try Row.fetchAll(statement, arguments: arguments)
        let coAuthors = try coAuthors(of: rows, place: 0, key: 12)
        return rows.compactMap { row in
            guard let id = ObjectID(row[1] as Data?) else { return nil }
            return CommitRecord(
                place: row[0], id: id, author: row[9], account: row[8], person: PersonColumns.address(row, from: 8),
                isUnconfirmed: !(row[7] as Bool), time: row[2], offset: row[3], isMerge: (row[4] as Int) > 1, summary: row[5],
                touched: row[6], coAuthors: coAuthors[row[0]] ?? [])
        }
    }

    /// Who shares commits with their authors, by place.
    /// - Parameters:
    ///   - place: the column of the commit's place.
    ///   - key: that of its author.
    private func coAuthors(of rows: [Row], place: Int, key: Int) throws -> [Int64: [CreditedPerson]] {
        let authors = Dictionary(rows.map { ($0[place] as Int64, ContributorKey($0[key])) }, uniquingKeysWith: { first, _ in first })
        var people = PersonLookup(database: database)
        return try people.coAuthors(of: authors)
    }
}
