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

    /// The texts that other pages had before a commit that is a revision of them, too.
    func textsBefore(_ step: AuthorshipStep, besides page: Int64, limit: Int) throws -> [NeighbourText] {
        let statement = try database.cachedStatement(
            sql: "SELECT page, old FROM revision WHERE \"commit\" = ? AND page <> ? AND old IS NOT NULL ORDER BY page LIMIT ?")
        return try Row.fetchAll(statement, arguments: [step.place, page, limit]).compactMap { row in
            ObjectID(row[1] as Data?).map { NeighbourText(page: row[0], blob: $0, place: step.place - 1) }
        }
    }

    /// The newest texts of the pages that changed last before a place in the order of commits, or the last that deleted ones had.
    /// - Parameters:
    ///   - pages: how many pages.
    ///   - rows: how many revisions are read to find them.
    func recentTexts(before place: Int64, besides page: Int64, pages: Int, rows: Int) throws -> [NeighbourText] {
        let statement = try database.cachedStatement(
            sql: "SELECT page, \"commit\", coalesce(blob, old) FROM revision WHERE \"commit\" < ? ORDER BY \"commit\" DESC, page LIMIT ?")
        var seen: Set<Int64> = [page]
        return try Row.fetchAll(statement, arguments: [place, rows]).compactMap { row -> NeighbourText? in
            guard seen.count <= pages, let blob = ObjectID(row[2] as Data?), seen.insert(row[0]).inserted else { return nil }
            return NeighbourText(page: row[0], blob: blob, place: row[1])
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
