import FoundationEssentials
import GRDB
import Git

extension IndexReader {
    /// All pages that have a place in the order of pages, and how many pages of lists stand right inside each folder, drafts
    /// too. For those who walk the whole wiki anyway.
    func everyEntry() throws -> (entries: [ReadingEntry], counts: [GitPath: Int]) {
        var entries: [ReadingEntry] = []
        var counts: [GitPath: Int] = [:]
        let sql = """
            SELECT listed.page, listed.path, text.title, listed.rank, listed.is_draft
            FROM listed CROSS JOIN text ON text.page = listed.page ORDER BY listed.folder, listed.rank
            """
        let rows = try Row.fetchCursor(database, sql: sql)
        while let row = try rows.next() {
            let entry = Self.entry(row, at: 0)
            counts[entry.path.parent, default: 0] += 1
            if !(row[4] as Bool) { entries.append(entry) }
        }
        return (entries, counts)
    }

    /// The folders that hold a page or part whose last segment has this lookup key.
    func folders(ofPagesNamed key: String) throws -> [GitPath] {
        let sql = "SELECT DISTINCT folder FROM page WHERE name_key = ? AND blob IS NOT NULL"
        return try Data.fetchAll(database, sql: sql, arguments: [key]).map { GitPath($0) }
    }

    /// All folders that hold such pages: the path of each, its place, and the id of the page that stands for it.
    func everyFolder() throws -> [(path: GitPath, rank: ReadingRank, page: Int64?)] {
        let sql = "SELECT path, rank, page FROM folder WHERE is_draft = 0 ORDER BY parent, rank"
        return try Row.fetchAll(database, sql: sql).map { (GitPath($0[0] as Data), ReadingRank($0[1] as Data), $0[2]) }
    }
}
