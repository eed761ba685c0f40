import FoundationEssentials
import GRDB
package import Git
import Markup

extension IndexReader {
    /// The page of an id, where it has a place in the order of pages.
    package func entry(id: Int64) throws -> ReadingEntry? {
        let statement = try database.cachedStatement(
            sql: """
                SELECT listed.page, listed.path, text.title, listed.rank FROM listed CROSS JOIN text ON text.page = listed.page
                WHERE listed.is_draft = 0 AND listed.page = ?
                """)
        return try Row.fetchOne(statement, arguments: [id]).map { Self.entry($0, at: 0) }
    }

    /// A folder; nil where no page with a place in the order stands in it.
    package func readingFolder(_ path: GitPath) throws -> ReadingFolder? {
        if let table, !table.isFolder(path) { return nil }
        return try readingFolders("folder.path = ?", [path.data], order: "ASC", limit: 1).first
    }

    /// What a folder holds, as a walk meets it. Cost: twice the limit, however much there is.
    package func shelf(of folder: GitPath, _ way: ReadingWay, limit: Int) throws -> [ReadingItem] {
        let arguments: StatementArguments = [folder.data, way.end]
        let (sign, order) = way.isBack ? ("<", "DESC") : (">", "ASC")
        let folders = try readingFolders("folder.parent = ? AND folder.rank \(sign) ?", arguments, order: order, limit: limit)
        let statement = try database.cachedStatement(
            sql: """
                SELECT listed.page, listed.path, text.title, listed.rank FROM listed CROSS JOIN text ON text.page = listed.page
                WHERE listed.is_draft = 0 AND listed.folder = ? AND listed.rank \(sign) ? ORDER BY listed.rank \(order) LIMIT \(limit)
                """)
        let pages = try Row.fetchAll(statement, arguments: arguments).map { Self.entry($0, at: 0) }
        let items = pages.map { ReadingItem.page($0) } + folders.map { ReadingItem.folder($0) }
        return Array(items.sorted { way.isBack ? $1.rank < $0.rank : $0.rank < $1.rank }.prefix(limit))
    }

    private func readingFolders(
        _ condition: String, _ arguments: StatementArguments, order: String, limit: Int
    ) throws -> [ReadingFolder] {
        let statement = try database.cachedStatement(
            sql: """
                SELECT folder.path, folder.rank, listed.page, listed.path, text.title, listed.rank
                FROM folder LEFT JOIN listed ON listed.page = folder.page LEFT JOIN text ON text.page = folder.page
                WHERE folder.is_draft = 0 AND \(condition) ORDER BY folder.rank \(order) LIMIT \(limit)
                """)
        return try Row.fetchAll(statement, arguments: arguments).map { row in
            let page = (row[2] as Int64?).map { _ in Self.entry(row, at: 2) }
            return ReadingFolder(path: GitPath(row[0] as Data), rank: ReadingRank(row[1] as Data), page: page)
        }
    }

    /// The place in lists of a page, or of a folder where `isFolder`; where there is none such, that which its name would have.
    package func rank(of path: GitPath, isFolder: Bool) throws -> ReadingRank {
        let sql = "SELECT rank FROM \(isFolder ? "folder" : "listed") WHERE path = ? LIMIT 1"
        let known = try Data.fetchOne(database.cachedStatement(sql: sql), arguments: [path.data])
        return known.map { ReadingRank($0) } ?? ReadingRank(path.name, weight: nil, isFolder: isFolder)
    }

    /// The places of pages of lists, by their ids.
    package func ranks(of pages: [Page]) throws -> [Int64: ReadingRank] {
        let statement = try database.cachedStatement(sql: "SELECT rank FROM listed WHERE page = ?")
        return try pages.reduce(into: [:]) { ranks, page in
            if let rank = try Data.fetchOne(statement, arguments: [page.id]) { ranks[page.id] = ReadingRank(rank) }
        }
    }

    /// True where a folder has more pages of lists right inside than a limit. Cost: the limit.
    package func hasMoreChildren(_ folder: GitPath, than limit: Int) throws -> Bool {
        let statement = try database.cachedStatement(sql: "SELECT 1 FROM listed WHERE folder = ? LIMIT 1 OFFSET ?")
        return try Int.fetchOne(statement, arguments: [folder.data, limit]) != nil
    }

    /// The files that tell the order of pages to another program, the one that counts first.
    func navigationFiles() throws -> [(file: GitPath, blob: ObjectID)] {
        let statement = try database.cachedStatement(sql: "SELECT blob FROM navigation WHERE file = ?")
        return try NavigationFile.files(in: layout).compactMap { file in
            try ObjectID(Data.fetchOne(statement, arguments: [file.data])).map { (file, $0) }
        }
    }

    /// What such a file says; nil where it could not be read or says nothing.
    func navigationList(_ blob: ObjectID) throws -> NavigationList? {
        let list = try document(NavigationFile.key(of: blob))?.frontMatter.navigation
        return list.flatMap { $0.lines.isEmpty ? nil : $0 }
    }

    static func entry(_ row: Row, at column: Int) -> ReadingEntry {
        ReadingEntry(
            id: row[column], path: GitPath(row[column + 1] as Data), title: row[column + 2], rank: ReadingRank(row[column + 3] as Data))
    }
}

extension ReadingWay {
    fileprivate var isBack: Bool { if case .back = self { true } else { false } }

    /// No rank begins with a greater byte than 1.
    fileprivate var end: Data {
        switch self {
        case .onwards(let rank): rank?.data ?? Data()
        case .back(let rank): rank?.data ?? Data([2])
        }
    }
}
