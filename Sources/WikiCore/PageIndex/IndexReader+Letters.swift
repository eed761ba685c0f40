import FoundationEssentials
import GRDB
package import Git

extension IndexReader {
    /// How many living pages stand below a folder, at any depth.
    package func pageCount(under folder: GitPath) throws -> Int {
        if folder.isRoot { return try pageCount() }
        let sql = "SELECT count(*) FROM page WHERE blob IS NOT NULL AND NOT is_part AND (folder = ?1 OR (folder >= ?2 AND folder < ?3))"
        let slash = folder.data + [UInt8(ascii: "/")]
        let next = folder.data + [UInt8(ascii: "/") + 1]
        return try Int.fetchOne(database.cachedStatement(sql: sql), arguments: [folder.data, slash, next]) ?? 0
    }

    /// The first letters of the pages right inside a folder, with how many begin so; `#` stands for all that is no letter.
    package func letters(of folder: GitPath) throws -> [(letter: String, count: Int)] {
        let sql = "SELECT substr(name_key, 1, 1), count(*) FROM page WHERE blob IS NOT NULL AND NOT is_part AND folder = ? GROUP BY 1"
        var counts: [String: Int] = [:]
        for row in try Row.fetchAll(database.cachedStatement(sql: sql), arguments: [folder.data]) {
            counts[Self.letter(row[0] ?? ""), default: 0] += row[1]
        }
        return counts.sorted { $0.key < $1.key }.map { (letter: $0.key, count: $0.value) }
    }

    /// The pages right inside a folder that begin with a letter, as `letters` tells them.
    package func children(of folder: GitPath, letter: String, after: GitPath?, limit: Int) throws -> [Page] {
        let (condition, low, high) = Self.condition(letter)
        return try pages(
            "NOT page.is_part AND page.folder = ? AND page.path > ? AND \(condition)", [folder.data, after?.data ?? Data(), low, high],
            order: "page.path", limit: limit)
    }

    /// How many pages right inside a folder begin with a letter.
    package func childCount(of folder: GitPath, letter: String) throws -> Int {
        let (condition, low, high) = Self.condition(letter)
        let sql = "SELECT count(*) FROM page WHERE blob IS NOT NULL AND NOT is_part AND folder = ? AND \(condition)"
        return try Int.fetchOne(database.cachedStatement(sql: sql), arguments: [folder.data, low, high]) ?? 0
    }

    private static func letter(_ first: String) -> String {
        guard let scalar = first.unicodeScalars.first, scalar.properties.isAlphabetic else { return "#" }
        return scalar.isASCII ? first.uppercased() : scalar.value < 0x3000 ? first.uppercased() : "…"
    }

    private static func condition(_ letter: String) -> (sql: String, low: String, high: String) {
        guard let scalar = letter.unicodeScalars.first, scalar.properties.isAlphabetic else {
            let isRest = letter == "…"
            return isRest
                ? ("page.name_key >= ? AND page.name_key < ?", "\u{3000}", "\u{10FFFF}")
                : ("NOT (page.name_key >= ? AND page.name_key < ?)", "a", "\u{10FFFF}")
        }
        let key = LookupKey.of(letter)
        let next = Unicode.Scalar(scalar.properties.lowercaseMapping.unicodeScalars.first.map { $0.value + 1 } ?? scalar.value + 1)
        return ("page.name_key >= ? AND page.name_key < ?", key, next.map { String(Character($0)) } ?? "\u{10FFFF}")
    }
}
