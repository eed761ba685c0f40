import FoundationEssentials
import GRDB
package import Git

extension IndexReader {
    /// How many pages of lists stand below a folder, at any depth.
    package func pageCount(under folder: GitPath) throws -> Int {
        if folder.isRoot { return try Int.fetchOne(database.cachedStatement(sql: "SELECT count(*) FROM listed")) ?? 0 }
        let sql = """
            SELECT (SELECT count(*) FROM listed WHERE folder = ?1) + (SELECT count(*) FROM listed WHERE folder >= ?2 AND folder < ?3)
            """
        let slash = folder.data + [UInt8(ascii: "/")]
        let next = folder.data + [UInt8(ascii: "/") + 1]
        return try Int.fetchOne(database.cachedStatement(sql: sql), arguments: [folder.data, slash, next]) ?? 0
    }

    /// The headings of the pages right inside a folder, with how many have each; see ``PageLetter``.
    package func letters(of folder: GitPath) throws -> [(letter: String, count: Int)] {
        let sql = "SELECT letter, count(*) FROM listed WHERE folder = ? GROUP BY letter ORDER BY letter"
        return try Row.fetchAll(database.cachedStatement(sql: sql), arguments: [folder.data]).map { (letter: $0[0], count: $0[1]) }
    }

    /// The pages right inside a folder that have a heading, as `letters` tells them, in the order in which they are read.
    package func children(of folder: GitPath, letter: String, after: ReadingRank?, limit: Int) throws -> [Page] {
        try pages(
            "listed.folder = ? AND listed.letter = ? AND listed.rank > ?", [folder.data, PageLetter.named(letter), after?.data ?? Data()],
            from: Self.listed, order: "listed.rank", limit: limit)
    }

    /// How many pages right inside a folder have a heading.
    package func childCount(of folder: GitPath, letter: String) throws -> Int {
        let sql = "SELECT count(*) FROM listed WHERE folder = ? AND letter = ?"
        return try Int.fetchOne(database.cachedStatement(sql: sql), arguments: [folder.data, PageLetter.named(letter)]) ?? 0
    }
}
