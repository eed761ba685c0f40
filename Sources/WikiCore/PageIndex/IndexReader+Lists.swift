import FoundationEssentials
import GRDB
package import Git

extension IndexReader {
    /// The pages of lists, read in their order: the index of `listed` leads, whatever SQLite guesses of the others.
    static let listed = "listed CROSS JOIN page ON page.id = listed.page"

    /// The pages of lists below a path in order of their bytes: all that live but parts and redirects.
    /// - Parameter after: only those that come after this path.
    package func pages(under prefix: GitPath, after: GitPath?, limit: Int) throws -> [Page] {
        let low = after.map { $0.data } ?? Data()
        let bounds = Self.bounds(of: prefix)
        return try pages(
            "listed.path > ? AND listed.path >= ? AND listed.path < ?", [low, bounds.low, bounds.high], from: Self.listed,
            order: "listed.path", limit: limit)
    }

    /// All that live, parts and redirects too, in order of their files.
    /// - Parameter after: only those whose file comes after this one.
    package func everyPage(after: GitPath? = nil, limit: Int) throws -> [Page] {
        try pages("page.file > ?", [after?.data ?? Data()], order: "page.file", limit: limit)
    }

    /// The pages of lists right inside a folder, in the order in which they are read but for the page that stands for it.
    /// - Parameter after: only those behind this place.
    package func children(of folder: GitPath, after: ReadingRank? = nil, limit: Int = 1000) throws -> [Page] {
        try pages(
            "listed.folder = ? AND listed.rank > ?", [folder.data, after?.data ?? Data()], from: Self.listed, order: "listed.rank",
            limit: limit)
    }

    /// How many pages of lists stand right inside a folder.
    package func childCount(of folder: GitPath) throws -> Int {
        let sql = "SELECT count(*) FROM listed WHERE folder = ?"
        return try Int.fetchOne(database.cachedStatement(sql: sql), arguments: [folder.data]) ?? 0
    }

    /// The folders right inside a folder that hold pages of lists at any depth, in the order in which they are read.
    /// - Parameter after: only those behind this place.
    package func folders(in folder: GitPath, after: ReadingRank? = nil, limit: Int = 1000) throws -> [GitPath] {
        let sql = "SELECT path FROM folder WHERE parent = ? AND rank > ? ORDER BY rank LIMIT ?"
        return try Data.fetchAll(database.cachedStatement(sql: sql), arguments: [folder.data, after?.data ?? Data(), limit])
            .map { GitPath($0) }
    }

    /// True where a folder holds pages, at any depth.
    package func isFolder(_ folder: GitPath) throws -> Bool {
        if folder.isRoot { return true }
        if let table { return table.isFolder(folder) }
        let bounds = Self.bounds(of: folder)
        // Two searches: of an OR of them SQLite makes a walk through all pages.
        let sql = """
            SELECT EXISTS(SELECT 1 FROM page WHERE blob IS NOT NULL AND folder = ?1)
                OR EXISTS(SELECT 1 FROM page WHERE blob IS NOT NULL AND folder >= ?2 AND folder < ?3)
            """
        return try Bool.fetchOne(database.cachedStatement(sql: sql), arguments: [folder.data, bounds.low, bounds.high]) ?? false
    }

    /// The folders whose path is like this one to the forgiving lookup, by the pages inside.
    package func folders(like path: GitPath) throws -> [GitPath] {
        if let table { return table.folders(like: path) }
        let key = LookupKey.of(path)
        let depth = path.segments.count
        let sql = "SELECT DISTINCT folder FROM page WHERE blob IS NOT NULL AND key >= ? AND key < ? LIMIT 200"
        let found = try Data.fetchAll(database.cachedStatement(sql: sql), arguments: [key + "/", key + "0"])
        let folders = found.map { GitPath(segments: GitPath($0).segments.prefix(depth)) }.filter { LookupKey.of($0) == key }
        return Array(Set(folders)).sorted()
    }

    /// The tags of a page, in its author's order.
    package func tags(of page: Int64) throws -> [String] {
        if let records { return records.tags[page] ?? [] }
        let statement = try database.cachedStatement(sql: "SELECT name FROM tag WHERE page = ? ORDER BY position")
        return try String.fetchAll(statement, arguments: [page])
    }

    /// The lookup keys of the other names of a page.
    package func aliases(of page: Int64) throws -> [String] {
        try String.fetchAll(database.cachedStatement(sql: "SELECT key FROM alias WHERE page = ?"), arguments: [page])
    }

    /// The living pages that have a link whose last segment has one of these keys.
    /// - Parameter embedsOnly: only those that show what they name in place.
    package func linking(to keys: Set<String>, embedsOnly: Bool) throws -> [(page: Int64, key: String)] {
        let condition = embedsOnly ? " AND kind = 3" : ""
        let statement = try database.cachedStatement(
            sql: "SELECT DISTINCT page.id, page.name_key FROM link JOIN page ON page.id = link.page WHERE link.key = ?\(condition)")
        return try keys.flatMap { key in
            try Row.fetchAll(statement, arguments: [key]).map { (page: $0[0] as Int64, key: $0[1] as String) }
        }
    }

    /// Whether any page shows something in place.
    func hasEmbeds() throws -> Bool {
        try Int.fetchOne(database.cachedStatement(sql: "SELECT 1 FROM link WHERE kind = 3 LIMIT 1")) != nil
    }

    /// The living pages that have such a link to a place on what it names.
    func linkingToPlaces(of keys: Set<String>) throws -> [Int64] {
        let statement = try database.cachedStatement(
            sql: "SELECT DISTINCT page FROM link WHERE key = ? AND (fragment IS NOT NULL OR instr(target, '#') > 0)")
        return try keys.flatMap { try Int64.fetchAll(statement, arguments: [$0]) }
    }

    /// The living pages whose redirect names something whose last segment has one of these keys.
    func redirecting(to keys: Set<String>) throws -> [Page] {
        try keys.flatMap { try pages("page.id IN (SELECT page FROM text WHERE redirect_key = ?)", [$0], limit: .max) }
    }

    static func bounds(of folder: GitPath) -> (low: Data, high: Data) {
        folder.isRoot
            ? (Data(), Data(repeating: 0xFF, count: 4))
            : (folder.data + [UInt8(ascii: "/")], folder.data + [UInt8(ascii: "/") + 1])
    }
}
