import FoundationEssentials
import GRDB
package import Git

extension IndexReader {
    /// The files of the newest tree that are no pages and stand right inside a folder of the repository, in order of their
    /// names. Cost: the files below the folder, as far as the limit.
    /// - Parameter after: only those behind this file.
    package func files(in folder: GitPath, after: GitPath?, limit: Int) throws -> [WikiFile] {
        let low = folder.isRoot ? Data() : folder.data + [UInt8(ascii: "/")]
        let high = folder.isRoot ? Data(repeating: 0xFF, count: 4) : folder.data + [UInt8(ascii: "/") + 1]
        let statement = try database.cachedStatement(
            sql: """
                SELECT file, mode, blob FROM file
                WHERE file >= ?1 AND file < ?2 AND file > ?3 AND instr(substr(file, ?4), X'2F') = 0 ORDER BY file LIMIT ?5
                """)
        return try Row.fetchAll(statement, arguments: [low, high, after?.data ?? Data(), low.count + 1, limit]).compactMap { row in
            guard let blob = ObjectID(row[2] as Data?) else { return nil }
            return WikiFile(file: GitPath(row[0] as Data), kind: TreeEntry(mode: row[1], id: blob).kind, blob: blob)
        }
    }
}
