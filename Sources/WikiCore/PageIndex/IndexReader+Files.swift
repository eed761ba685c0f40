import FoundationEssentials
import GRDB
package import Git
import Markup

extension IndexReader {
    /// A file of the newest tree that is no page, by its path in the repository.
    package func file(_ path: GitPath) throws -> WikiFile? {
        try files("file = ?", [path.data]).first
    }

    /// The files whose path below the pages root is like this one.
    package func files(like path: GitPath) throws -> [WikiFile] { try files("key = ?", [LookupKey.of(path)]) }

    /// The files whose last segment has this lookup key.
    package func files(named key: String) throws -> [WikiFile] { try files("name_key = ?", [key]) }

    /// The folders whose path is like this one to the forgiving lookup, by the files inside.
    package func foldersOfFiles(like path: GitPath) throws -> [GitPath] {
        let key = LookupKey.of(path)
        let depth = path.segments.count
        let found = try files("key >= ? AND key < ?", [key + "/", key + "0"], limit: 200).compactMap { $0.file.relative(to: layout.root) }
        let folders = found.map { GitPath(segments: $0.segments.prefix(depth)) }.filter { LookupKey.of($0) == key }
        return Array(Set(folders)).sorted()
    }

    /// The files below a folder of the repository.
    package func files(under folder: GitPath, limit: Int) throws -> [WikiFile] {
        let bounds = Self.bounds(of: folder)
        return try files("file >= ? AND file < ?", [bounds.low, bounds.high], limit: limit)
    }

    /// A picture, sound or film outside the pages root, by its path in the repository. Only what ``WikiSnapshot`` finds
    /// embedded may be served.
    func outsideFile(_ path: GitPath) throws -> WikiFile? { try files("file = ?", [path.data], from: "outside").first }

    /// Those outside the pages root whose name has this lookup key.
    func outsideFiles(named key: String) throws -> [WikiFile] { try files("name_key = ?", [key], from: "outside") }

    /// The links of living pages that show something of this name in place, with the pages that have them.
    func embeds(named key: String, limit: Int) throws -> [(page: Int64, link: DocumentLink)] {
        let kinds = [DocumentLink.Kind.image, .embed, .video, .audio].map { "\($0.rawValue)" }.joined(separator: ", ")
        let sql = "SELECT page, kind, target FROM link WHERE key = ? AND kind IN (\(kinds)) ORDER BY page, position LIMIT \(limit)"
        return try Row.fetchAll(database.cachedStatement(sql: sql), arguments: [key]).compactMap { row in
            guard let kind = DocumentLink.Kind(rawValue: row[1]) else { return nil }
            let target: String = row[2]
            let isAbsolute = ["http://", "https://"].contains { target.hasPrefix($0) }
            return (row[0], DocumentLink(kind: kind, target: target, isAbsolute: isAbsolute))
        }
    }

    func files(
        _ condition: String, _ arguments: StatementArguments, from table: String = "file", order: String = "length(file), file",
        limit: Int = 100
    ) throws -> [WikiFile] {
        let statement = try database.cachedStatement(
            sql: "SELECT file, mode, blob FROM \(table) WHERE \(condition) ORDER BY \(order) LIMIT \(limit)")
        return try Row.fetchAll(statement, arguments: arguments).compactMap { row in
            guard let blob = ObjectID(row[2] as Data?) else { return nil }
            return WikiFile(file: GitPath(row[0] as Data), kind: TreeEntry(mode: row[1], id: blob).kind, blob: blob)
        }
    }
}
