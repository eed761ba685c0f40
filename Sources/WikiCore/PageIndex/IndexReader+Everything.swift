import FoundationEssentials
import GRDB
package import Git

/// Reads of the whole wiki in one pass, for an export: never for a request.
extension IndexReader {
    /// Gives a reader more memory for as long as a body runs, so that what is read again and again is not fetched from the file.
    func widened<Value>(_ body: () throws -> Value) throws -> Value {
        try database.execute(sql: "PRAGMA cache_size = -24576")
        defer { try? database.execute(sql: "PRAGMA cache_size = \(PageIndex.cacheSize); PRAGMA shrink_memory") }
        return try body()
    }

    /// All pages and parts that live, in order of their files.
    package func everyPage() throws -> [Page] { try table?.pages ?? pages("1", [], order: "page.file", limit: .max) }

    /// All pages and parts, to be asked instead of the index; see ``WikiSnapshot/reading(_:_:)``.
    package func pageTable() throws -> PageTable { try PageTable(everyPage()) }

    /// What is known of the pasts of all pages, likewise.
    package func pageRecords() throws -> PageRecords {
        var tags: [Int64: [String]] = [:]
        for tag in try everyTag() { tags[tag.page, default: []].append(tag.name) }
        return PageRecords(last: try lastRevisions(), firstTimes: try firstTimes(), tags: tags, shares: try everyWordShare())
    }

    /// All files below the pages root that are no pages, in order of their paths.
    package func everyFile() throws -> [WikiFile] { try files("1", [], order: "file", limit: .max) }

    /// The pictures, sounds and films outside the pages root, in order of their paths; not all of them are shown by a page.
    package func everyOutsideFile() throws -> [WikiFile] { try files("1", [], from: "outside", order: "file", limit: .max) }

    /// All tags with the pages that have them, in the order of pages.
    package func everyTag() throws -> [(page: Int64, name: String, key: String)] {
        try Row.fetchAll(database, sql: "SELECT page, name, key FROM tag ORDER BY page, position").map { ($0[0], $0[1], $0[2]) }
    }

    /// The pages that have other names by which links find them.
    package func pagesWithAliases() throws -> [Int64] {
        try Int64.fetchAll(database, sql: "SELECT DISTINCT page FROM alias ORDER BY page")
    }

    /// The names in the repository that living pages had before, the latest first.
    package func formerNames() throws -> [(page: Int64, file: GitPath)] {
        let sql = """
            SELECT page_name.page, page_name.file FROM page_name JOIN page ON page.id = page_name.page
            WHERE page_name.until IS NOT NULL AND page.blob IS NOT NULL ORDER BY page_name.until DESC, page_name.page
            """
        return try Row.fetchAll(database, sql: sql).map { ($0[0], GitPath($0[1] as Data)) }
    }

    /// Everybody who edited, in the order of their first edit.
    package func everyPerson() throws -> [Person] { try people("1", [], order: "contributor.first, contributor.key", limit: .max) }

    /// All commits that changed something, oldest first: their places and ids.
    package func changingCommits() throws -> [(place: Int64, id: ObjectID)] {
        try Row.fetchAll(database, sql: "SELECT id, oid FROM \"commit\" WHERE touched > 0 ORDER BY id").compactMap { row in
            ObjectID(row[1] as Data?).map { (row[0], $0) }
        }
    }

    /// Which commits are revisions of which pages, parts too.
    package func everyRevision() throws -> [(place: Int64, page: Int64, isPart: Bool)] {
        let sql = "SELECT revision.\"commit\", revision.page, page.is_part FROM revision JOIN page ON page.id = revision.page"
        return try Row.fetchAll(database, sql: sql).map { ($0[0], $0[1], $0[2]) }
    }

    /// Whether the authors of any page are still to be followed.
    package func isAnyAuthorshipDue() throws -> Bool { try !authorshipDue(limit: 1).isEmpty }

    /// The commit that comes first; nil while there is none.
    package func oldestCommit() throws -> ObjectID? {
        try Data.fetchOne(database, sql: "SELECT oid FROM \"commit\" ORDER BY id LIMIT 1").flatMap { ObjectID($0) }
    }

    /// When each living page changed last, in seconds since 1970.
    package func lastTimes() throws -> [Int64: Int64] {
        let sql = "SELECT page.id, c.time FROM page JOIN \"commit\" AS c ON c.id = page.revision WHERE page.blob IS NOT NULL"
        return try Dictionary(uniqueKeysWithValues: Row.fetchAll(database, sql: sql).map { ($0[0] as Int64, $0[1] as Int64) })
    }
}
