import FoundationEssentials
import GRDB
import Git

extension PageIndex {
    /// Writes authorship down, in one short transaction, unless what it hangs on went or changed meanwhile.
    /// - Parameter rewinds: the index's count of rewinds when the history was read.
    /// - Returns: true where the page waits for nothing any more.
    func keep(_ record: AuthorshipRecord, rewinds: Int) throws -> Bool {
        try write { database in
            guard rewindCount == rewinds else { return false }
            return try AuthorshipWriter(database: database).write(record)
        }
    }

    /// A page of which no revision is known waits for nothing.
    func setAuthorshipDone(_ page: Int64, rewinds: Int) throws {
        try write { database in
            guard rewindCount == rewinds else { return }
            try AuthorshipWriter(database: database).setDone(page)
        }
    }
}

/// Writes rows of authorship inside a transaction.
struct AuthorshipWriter {
    let database: Database

    func write(_ record: AuthorshipRecord) throws -> Bool {
        let place = try database.cachedStatement(sql: "SELECT id FROM \"commit\" WHERE oid = ?")
        guard try Int64.fetchOne(place, arguments: [record.taken.commit.data]) == record.taken.place else { return false }
        let isComplete = try record.isComplete && isNewest(record)
        let isShown = isComplete && record.runs != nil
        let statement = try database.cachedStatement(
            sql: "INSERT OR REPLACE INTO authorship(page, taken, blob, runs, origins, state) VALUES (?, ?, ?, ?, ?, ?)")
        try statement.execute(arguments: [
            record.page, record.taken.commit.data, isShown ? record.pageBlob?.data : nil, Data(isShown ? record.runs ?? [] : []),
            Data(record.origins.encoded()), Data(record.state),
        ])
        guard isComplete else { return false }
        try writeWords(record)
        try setDone(record.page)
        return true
    }

    func setDone(_ page: Int64) throws {
        try database.cachedStatement(sql: "DELETE FROM authorship_due WHERE page = ?").execute(arguments: [page])
    }

    /// True where the page is still what it was when the record was made.
    private func isNewest(_ record: AuthorshipRecord) throws -> Bool {
        let page = try database.cachedStatement(
            sql: "SELECT blob, (SELECT max(\"commit\") FROM revision WHERE page = ?1) FROM page WHERE id = ?1")
        guard let row = try Row.fetchOne(page, arguments: [record.page]) else { return false }
        return ObjectID(row[0] as Data?) == record.pageBlob && row[1] as Int64? == record.taken.place
    }

    /// Brings the counts of words to what they are now; only what changed is written.
    private func writeWords(_ record: AuthorshipRecord) throws {
        let all = try database.cachedStatement(sql: "SELECT \"commit\", written, living FROM authored WHERE page = ?")
        var old: [Int64: (written: Int, living: Int)] = [:]
        for row in try Row.fetchAll(all, arguments: [record.page]) { old[row[0]] = (row[1], row[2]) }
        let place = try database.cachedStatement(sql: "SELECT id FROM \"commit\" WHERE oid = ?")
        let put = try database.cachedStatement(
            sql: "INSERT OR REPLACE INTO authored(page, \"commit\", written, living) VALUES (?, ?, ?, ?)")
        for (number, commit) in record.origins.commits.enumerated() {
            let living = record.living[UInt32(clamping: number)] ?? 0
            // A copy of words stands where nobody wrote it: it counts as written once more, or more would stand than was written.
            let words = (written: max(record.origins.written[number], living), living: living)
            guard words.written > 0 || words.living > 0, let id = try Int64.fetchOne(place, arguments: [commit.data]) else { continue }
            if let known = old.removeValue(forKey: id), known == words { continue }
            try put.execute(arguments: [record.page, id, words.written, words.living])
        }
        let gone = try database.cachedStatement(sql: "DELETE FROM authored WHERE page = ? AND \"commit\" = ?")
        for id in old.keys { try gone.execute(arguments: [record.page, id]) }
    }
}
