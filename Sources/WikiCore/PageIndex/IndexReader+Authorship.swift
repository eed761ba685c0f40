import FoundationEssentials
import GRDB
package import Git

extension IndexReader {
    /// The next revision of a page behind a place in the order of commits.
    func authorshipStep(of page: Int64, after place: Int64) throws -> AuthorshipStep? {
        let statement = try database.cachedStatement(
            sql: """
                SELECT c.id, c.oid, revision.blob, revision.old, revision.file, c.parents FROM revision
                JOIN "commit" AS c ON c.id = revision."commit"
                WHERE revision.page = ? AND revision."commit" > ? ORDER BY revision."commit" LIMIT 1
                """)
        guard let row = try Row.fetchOne(statement, arguments: [page, place]), let commit = ObjectID(row[1] as Data?) else { return nil }
        return AuthorshipStep(
            place: row[0], commit: commit, blob: ObjectID(row[2] as Data?), old: ObjectID(row[3] as Data?), file: GitPath(row[4] as Data),
            isMerge: (row[5] as Int) > 1)
    }

    /// The text that a revision left; nil where it deleted the page, or is none.
    func revisionBlob(of page: Int64, place: Int64) throws -> ObjectID? {
        let statement = try database.cachedStatement(sql: "SELECT blob FROM revision WHERE page = ? AND \"commit\" = ?")
        return try Row.fetchOne(statement, arguments: [page, place]).flatMap { ObjectID($0[0] as Data?) }
    }

    /// The names that a page had up to a place in the order of commits, newest first, a few of them.
    func files(of page: Int64, until place: Int64) throws -> [GitPath] {
        let sql = "SELECT file FROM page_name WHERE page = ? AND since <= ? ORDER BY since DESC LIMIT 16"
        return try Data.fetchAll(database.cachedStatement(sql: sql), arguments: [page, place]).map { GitPath($0) }
    }

    /// What a commit did to the pages that had a text before, in the order of their numbers. A page that stood elsewhere had that of its
    /// revision before.
    func changes(at place: Int64, limit: Int) throws -> [TextChange] {
        let statement = try database.cachedStatement(
            sql: """
                SELECT page, blob, coalesce(old, (
                    SELECT earlier.blob FROM revision AS earlier
                    WHERE earlier.page = revision.page AND earlier."commit" < revision."commit"
                    ORDER BY earlier."commit" DESC LIMIT 1)) AS before
                FROM revision WHERE "commit" = ? AND before IS NOT NULL ORDER BY page LIMIT ?
                """)
        return try Row.fetchAll(statement, arguments: [place, limit]).map { row in
            TextChange(page: row[0], place: place, old: ObjectID(row[2] as Data?), new: ObjectID(row[1] as Data?), isByOneHand: true)
        }
    }

    /// The revisions of all pages before a place in the order of commits, the newest first.
    func changes(before place: Int64, limit: Int) throws -> [TextChange] {
        let statement = try database.cachedStatement(
            sql: """
                SELECT revision.page, revision."commit", revision.old, revision.blob, c.ident = (SELECT ident FROM "commit" WHERE id = ?)
                FROM revision CROSS JOIN "commit" AS c ON c.id = revision."commit"
                WHERE revision."commit" < ? ORDER BY revision."commit" DESC, revision.page DESC LIMIT ?
                """)
        return try Row.fetchAll(statement, arguments: [place, place, limit]).map { row in
            TextChange(
                page: row[0], place: row[1], old: ObjectID(row[2] as Data?), new: ObjectID(row[3] as Data?), isByOneHand: row[4] ?? false)
        }
    }

    /// What is kept of a page's authorship; nil where nothing is, or it can't be read. Cost: its size.
    func keptAuthorship(of page: Int64) throws -> KeptAuthorship? {
        let statement = try database.cachedStatement(
            sql: """
                SELECT authorship.taken, c.id, authorship.blob, authorship.runs, authorship.origins, authorship.state
                FROM authorship JOIN "commit" AS c ON c.oid = authorship.taken WHERE authorship.page = ?
                """)
        guard let row = try Row.fetchOne(statement, arguments: [page]), let taken = ObjectID(row[0] as Data?),
            let origins = OriginTable(decoding: Array(row[4] as Data))
        else { return nil }
        return KeptAuthorship(
            page: page, taken: taken, place: row[1], blob: ObjectID(row[2] as Data?), runs: Array(row[3] as Data), origins: origins,
            state: Array(row[5] as Data))
    }

    /// Who wrote the bytes of a page's text, as it is kept for views: one row. Nil where it stands for no text or another one.
    package func authoredRuns(of page: Int64, blob: ObjectID) throws -> (runs: [UInt8], origins: OriginTable)? {
        let statement = try database.cachedStatement(sql: "SELECT runs, origins FROM authorship WHERE page = ? AND blob = ?")
        guard let row = try Row.fetchOne(statement, arguments: [page, blob.data]) else { return nil }
        return OriginTable(decoding: Array(row[1] as Data)).map { (Array(row[0] as Data), $0) }
    }

    /// True where the authorship of a page's text is kept.
    package func hasAuthorship(of page: Int64, blob: ObjectID) throws -> Bool {
        let statement = try database.cachedStatement(sql: "SELECT 1 FROM authorship WHERE page = ? AND blob = ?")
        return try Int.fetchOne(statement, arguments: [page, blob.data]) != nil
    }

    /// The text of a page now, alive or not.
    func blob(of page: Int64) throws -> ObjectID? {
        let statement = try database.cachedStatement(sql: "SELECT blob FROM page WHERE id = ?")
        return try Row.fetchOne(statement, arguments: [page]).flatMap { ObjectID($0[0] as Data?) }
    }

    /// The pages whose authorship may lack something, those that were edited last first. Cost: all of these pages.
    func authorshipDue(limit: Int) throws -> [Int64] {
        let sql = "SELECT page.id FROM authorship_due AS due JOIN page ON page.id = due.page ORDER BY page.revision DESC LIMIT ?"
        return try Int64.fetchAll(database.cachedStatement(sql: sql), arguments: [limit])
    }

    /// True while a page's authorship may lack something.
    package func isAuthorshipDue(_ page: Int64) throws -> Bool {
        let statement = try database.cachedStatement(sql: "SELECT 1 FROM authorship_due WHERE page = ?")
        return try Int.fetchOne(statement, arguments: [page]) != nil
    }

    /// True where no page waits for its authorship: one row.
    package func isAuthorshipComplete() throws -> Bool {
        try Int.fetchOne(database.cachedStatement(sql: "SELECT 1 FROM authorship_due LIMIT 1")) == nil
    }

    /// How many pages there are, deleted ones too, and how many of them wait for their authorship.
    package func authorshipProgress() throws -> AttributionProgress {
        let sql = "SELECT (SELECT count(*) FROM authorship_due), (SELECT count(*) FROM page)"
        guard let row = try Row.fetchOne(database, sql: sql) else { return AttributionProgress(left: 0, pages: 0) }
        return AttributionProgress(left: row[0], pages: row[1])
    }
}
