import FoundationEssentials
import GRDB
import Git

/// A page that search found.
package struct SearchHit: Hashable, Sendable {
    /// The page.
    package let page: Page
    /// A piece of its text; what was found stands between U+0001 and U+0002, which no text holds.
    package let excerpt: String
}

extension IndexReader {
    /// Pages that hold all words of a query: exact titles first, then by weight, title over heading over body.
    package func search(_ query: SearchQuery, offset: Int = 0, limit: Int) throws -> [SearchHit] {
        guard let match = query.match else { return Array(try titled(query, limit: offset + limit).dropFirst(offset)) }
        let statement = try database.cachedStatement(
            sql: """
                SELECT search.rowid, substr(search.body, 1, \(Self.excerptReach)) FROM search
                JOIN page ON page.id = search.rowid JOIN text ON text.page = search.rowid
                WHERE search MATCH ?1 AND (?2 = '' OR page.key = ?2 OR substr(page.key, 1, length(?2)) = ?2)
                ORDER BY text.title_key = ?3 DESC, text.is_draft, bm25(search, 10.0, 4.0, 1.0), page.path LIMIT ?4 OFFSET ?5
                """)
        let rows = try Row.fetchAll(statement, arguments: [match, query.pathKey ?? "", query.titleKey, limit, offset])
        let excerpt = SearchExcerpt(words: query.words, beginning: query.beginning)
        return try rows.compactMap { row in
            try page(id: row[0]).map { SearchHit(page: $0, excerpt: Self.clean(SearchWords.restore(excerpt.piece(of: row[1] ?? "")))) }
        }
    }

    /// How many pages a query finds, counted to a bound.
    package func searchCount(_ query: SearchQuery, bound: Int) throws -> Int {
        guard let match = query.match else { return try titled(query, limit: bound).count }
        let sql = """
            SELECT count(*) FROM (SELECT 1 FROM search JOIN page ON page.id = search.rowid
            WHERE search MATCH ?1 AND (?2 = '' OR page.key = ?2 OR substr(page.key, 1, length(?2)) = ?2) LIMIT ?3)
            """
        return try Int.fetchOne(database.cachedStatement(sql: sql), arguments: [match, query.pathKey ?? "", bound]) ?? 0
    }

    /// Pages whose title or name begins with what was typed, then those that hold it: for a search box while typing.
    package func titles(beginning text: String, limit: Int) throws -> [Page] {
        let key = LookupKey.of(text)
        guard !key.isEmpty else { return [] }
        let ids = try Int64.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT page FROM (
                        SELECT page, 0 AS rank, title_key AS sort FROM text WHERE title_key >= ?1 AND title_key < ?1 || char(1114111)
                        UNION ALL SELECT id, 1, key FROM page WHERE blob IS NOT NULL AND name_key >= ?1 AND name_key < ?1 || char(1114111)
                        LIMIT 200)
                    GROUP BY page ORDER BY min(rank), length(sort), sort LIMIT ?2
                    """), arguments: [key, limit * 2])
        var found = try ids.compactMap { try page(id: $0) }.filter { !$0.isPart && $0.redirect == nil }
        if found.count < limit, let match = SearchQuery(text).match {
            let statement = try database.cachedStatement(
                sql: "SELECT rowid FROM search WHERE search MATCH ? ORDER BY bm25(search, 10.0, 4.0, 1.0) LIMIT ?")
            let more = try Int64.fetchAll(statement, arguments: ["title : (\(match))", limit * 2])
            found += try more.filter { id in !found.contains { $0.id == id } }.compactMap { try page(id: $0) }
        }
        return Array(found.prefix(limit))
    }

    private func titled(_ query: SearchQuery, limit: Int) throws -> [SearchHit] {
        guard let key = query.pathKey, !key.isEmpty else { return [] }
        return try pages("NOT page.is_part AND substr(page.key, 1, length(?1)) = ?1", [key], order: "page.path", limit: limit)
            .map { SearchHit(page: $0, excerpt: $0.description ?? "") }
    }

    /// How far into a text its excerpt may lie, in characters.
    private static let excerptReach = 100_000

    /// One line, without control characters but the two marks.
    private static func clean(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 32 && $0.value > 2 ? " " : $0 }))
    }
}
