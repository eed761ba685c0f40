import FoundationEssentials
import GRDB
import Git

/// Keeps the rows of folders: notes which ones an update may concern, and writes those once all pages are as they are to be.
final class FolderWriter {
    private let database: Database
    private let lookup: PageLookup
    private var touched: Set<GitPath> = []
    /// Paths of pages, which stand for a folder where there is one of their name.
    private var namesakes: Set<GitPath> = []

    init(database: Database, layout: PagesLayout) {
        self.database = database
        lookup = PageLookup(index: IndexReader(database: database, layout: layout), layout: layout, home: nil)
    }

    /// Notes that something came, went or changed at a path below the pages root.
    func touch(_ path: GitPath) {
        namesakes.insert(path)
        var folder = path.parent
        while !folder.isRoot, touched.insert(folder).inserted { folder = folder.parent }
    }

    /// Writes down the folders that were noted. Cost: their number, not that of the pages inside.
    func settle() throws {
        for path in namesakes.subtracting(touched) where try exists(path) { touched.insert(path) }
        for folder in touched { try write(folder) }
        touched = []
        namesakes = []
    }

    private func write(_ folder: GitPath) throws {
        guard try holdsPages(folder) else {
            return try database.cachedStatement(sql: "DELETE FROM folder WHERE path = ?").execute(arguments: [folder.data])
        }
        let page = try lookup.folderPage(of: folder)
        let sql = "SELECT rank, is_draft FROM listed WHERE page = ?"
        let row = try page.flatMap { try Row.fetchOne(database.cachedStatement(sql: sql), arguments: [$0.id]) }
        let weight = row.flatMap { ReadingRank($0[0] as Data).weight }
        let stands = row.map { !($0[1] as Bool) } ?? false
        let rank = ReadingRank(folder.name, weight: weight, isFolder: true)
        try database.cachedStatement(sql: "INSERT OR REPLACE INTO folder(path, parent, rank, page, is_draft) VALUES (?, ?, ?, ?, ?)")
            .execute(arguments: [
                folder.data, folder.parent.data, rank.data, stands ? page?.id : nil,
                try !holdsPages(folder, condition: "is_draft = 0 AND "),
            ])
    }

    private func exists(_ folder: GitPath) throws -> Bool {
        let statement = try database.cachedStatement(sql: "SELECT 1 FROM folder WHERE path = ?")
        return try Int.fetchOne(statement, arguments: [folder.data]) != nil
    }

    private func holdsPages(_ folder: GitPath, condition: String = "") throws -> Bool {
        let bounds = IndexReader.bounds(of: folder)
        let sql = """
            SELECT EXISTS (SELECT 1 FROM listed WHERE \(condition)folder = ?1)
                OR EXISTS (SELECT 1 FROM listed WHERE \(condition)folder >= ?2 AND folder < ?3)
            """
        return try Bool.fetchOne(database.cachedStatement(sql: sql), arguments: [folder.data, bounds.low, bounds.high]) ?? false
    }
}
