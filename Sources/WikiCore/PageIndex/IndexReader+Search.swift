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
    /// Pages that hold all words of a query: exact titles first, then by weight, title over heading over body. Without a
    /// word, those at or below its path and with its tags, in order of their paths.
    package func search(_ query: SearchQuery, offset: Int = 0, limit: Int) throws -> [SearchHit] {
        let filter = Self.filter(query)
        guard let match = query.match else {
            guard !filter.isEmpty else { return [] }
            let found = try pages(filter.sql, filter.arguments, from: Self.listed, order: "listed.path", limit: offset + limit)
            return found.dropFirst(offset).map { SearchHit(page: $0, excerpt: $0.description ?? "") }
        }
        let statement = try database.cachedStatement(
            sql: """
                SELECT search.rowid, substr(search.body, 1, \(Self.excerptReach)) FROM search
                JOIN page ON page.id = search.rowid JOIN text ON text.page = search.rowid
                WHERE search MATCH ? AND \(filter.sql)
                ORDER BY text.title_key = ? DESC, text.is_draft, \(Self.weight), page.path LIMIT ? OFFSET ?
                """)
        let rows = try Row.fetchAll(statement, arguments: [match] + filter.arguments + [query.titleKey, limit, offset])
        let excerpt = SearchExcerpt(words: query.words, beginning: query.beginning)
        return try rows.compactMap { row in
            try page(id: row[0]).map { SearchHit(page: $0, excerpt: Self.clean(SearchWords.restore(excerpt.piece(of: row[1] ?? "")))) }
        }
    }

    /// How many pages a query finds, counted to a bound.
    package func searchCount(_ query: SearchQuery, bound: Int) throws -> Int {
        let filter = Self.filter(query)
        guard query.match != nil || !filter.isEmpty else { return 0 }
        let source = query.match == nil ? Self.listed : "search JOIN page ON page.id = search.rowid"
        let condition = query.match == nil ? filter.sql : "search MATCH ? AND \(filter.sql)"
        let sql = "SELECT count(*) FROM (SELECT 1 FROM \(source) WHERE \(condition) LIMIT ?)"
        let match: StatementArguments = query.match.map { [$0] } ?? []
        return try Int.fetchOne(database.cachedStatement(sql: sql), arguments: match + filter.arguments + [bound]) ?? 0
    }

    /// What a query asks of pages besides its words.
    private static func filter(_ query: SearchQuery) -> (sql: String, arguments: StatementArguments, isEmpty: Bool) {
        var conditions: [String] = []
        var arguments: StatementArguments = []
        if let key = query.pathKey, !key.isEmpty {
            conditions.append("(page.key = ? OR (page.key >= ? AND page.key < ?))")
            arguments += [key, key + "/", key + "0"]
        }
        for tag in query.tagKeys {
            conditions.append("page.id IN (SELECT page FROM tag WHERE key = ?)")
            arguments += [tag]
        }
        return (conditions.isEmpty ? "1" : conditions.joined(separator: " AND "), arguments, conditions.isEmpty)
    }

    /// Pages whose title or name begins with what was typed, then those that hold it: for a search box while typing.
    package func titles(beginning text: String, limit: Int) throws -> [Page] {
        let (key, titleKey) = (LookupKey.of(text), SearchFold.title(text))
        guard !key.isEmpty else { return [] }
        let ids = try Int64.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT page FROM (
                        SELECT page, 0 AS rank, title_key AS sort FROM text WHERE title_key >= ?3 AND title_key < ?3 || char(1114111)
                        UNION ALL SELECT id, 1, key FROM page WHERE blob IS NOT NULL AND name_key >= ?1 AND name_key < ?1 || char(1114111)
                        LIMIT 200)
                    GROUP BY page ORDER BY min(rank), length(sort), sort LIMIT ?2
                    """), arguments: [key, limit * 2, titleKey])
        var found = try ids.compactMap { try page(id: $0) }.filter { !$0.isPart && $0.redirect == nil }
        if found.count < limit, let match = SearchQuery(text).match {
            let statement = try database.cachedStatement(
                sql: "SELECT rowid FROM search WHERE search MATCH ? ORDER BY \(Self.weight) LIMIT ?")
            let more = try Int64.fetchAll(statement, arguments: ["title : (\(match))", limit * 2])
            found += try more.filter { id in !found.contains { $0.id == id } }.compactMap { try page(id: $0) }
        }
        return Array(found.prefix(limit))
    }

    /// How well a row of the search table answers, the lower the better.
    private static let weight = "bm25(search, \(SearchText.weights.title), \(SearchText.weights.headings), \(SearchText.weights.body))"
    /// How far into a text its excerpt may lie, in characters.
    private static let excerptReach = 100_000

    /// One line, without control characters but the two marks.
    private static func clean(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 32 && $0.value > 2 ? " " : $0 }))
    }
}
