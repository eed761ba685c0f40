import FoundationEssentials
import GRDB
import Git

extension IndexReader {
    /// How many pages that live a person edited. Cost: these.
    /// - Parameter isCounted: whether a page counts.
    package func pageCount(of person: Person, where isCounted: (Int64) -> Bool = { _ in true }) throws -> Int {
        let statement = try database.cachedStatement(
            sql: """
                SELECT DISTINCT w.page FROM ident CROSS JOIN writer_page AS w ON w.ident = ident.id
                CROSS JOIN page ON page.id = w.page
                WHERE ident.contributor = ? AND w.edits > 0 AND page.blob IS NOT NULL AND NOT page.is_part
                """)
        return try Int64.fetchAll(statement, arguments: [person.key]).count(where: isCounted)
    }

    /// The living pages on which most of a person's words stand, then those with most of their edits. Cost: the pages they
    /// edited.
    package func pages(of person: Person, limit: Int) throws -> [PersonPage] {
        let statement = try database.cachedStatement(
            sql: """
                SELECT w.page, sum(w.edits), sum(w.living) FROM ident CROSS JOIN writer_page AS w ON w.ident = ident.id
                CROSS JOIN page ON page.id = w.page
                WHERE ident.contributor = ? AND page.blob IS NOT NULL AND NOT page.is_part
                GROUP BY w.page HAVING sum(w.edits) > 0 OR sum(w.living) > 0
                ORDER BY sum(w.living) DESC, sum(w.edits) DESC, w.page LIMIT ?
                """)
        return try Row.fetchAll(statement, arguments: [person.key, limit]).compactMap { row in
            try page(id: row[0]).map { PersonPage(page: $0, edits: row[1], living: row[2]) }
        }
    }

    /// True once the words of all pages that a person edited are counted. Cost: nothing once all pages are; else these pages, as
    /// far as one that is not.
    package func hasCountedWords(of person: Person) throws -> Bool {
        let all = try database.cachedStatement(sql: "SELECT 1 FROM authorship_due LIMIT 1")
        guard try Int.fetchOne(all) != nil else { return true }
        let statement = try database.cachedStatement(
            sql: """
                SELECT 1 FROM ident CROSS JOIN writer_page AS w ON w.ident = ident.id
                CROSS JOIN authorship_due AS due ON due.page = w.page WHERE ident.contributor = ? LIMIT 1
                """)
        return try Int.fetchOne(statement, arguments: [person.key]) == nil
    }

    /// The weeks from one to another in which a person edited, in order. Cost: these, once for each spelling of the person.
    package func weeks(of person: Person, from first: Int, through last: Int) throws -> [PersonWeek] {
        let statement = try database.cachedStatement(
            sql: """
                SELECT w.week, sum(w.edits) FROM ident CROSS JOIN writer_week AS w ON w.ident = ident.id
                WHERE ident.contributor = ? AND w.week BETWEEN ? AND ? GROUP BY w.week ORDER BY w.week
                """)
        return try Row.fetchAll(statement, arguments: [person.key, first, last]).map { PersonWeek(week: $0[0], edits: $0[1]) }
    }

    /// The newest week before one in which a person edited; nil where there is none.
    package func week(of person: Person, before week: Int) throws -> Int? {
        let statement = try database.cachedStatement(
            sql: """
                SELECT max((SELECT max(w.week) FROM writer_week AS w WHERE w.ident = ident.id AND w.week < ?2))
                FROM ident WHERE contributor = ?1
                """)
        return try Int.fetchOne(statement, arguments: [person.key, week])
    }

    /// The commits of a person that changed something, alone or beside others, newest first. Cost: the answer, once for each
    /// spelling of the person.
    /// - Parameter before: only those older than this place in the order of commits.
    package func recent(by person: Person, before: Int64 = .max, limit: Int) throws -> [CommitRecord] {
        let own = try database.cachedStatement(
            sql: "SELECT id FROM \"commit\" WHERE ident = ? AND touched > 0 AND id < ? ORDER BY id DESC LIMIT ?")
        let shared = try database.cachedStatement(
            sql: """
                SELECT c.id FROM co_author AS co CROSS JOIN "commit" AS c ON c.id = co."commit"
                WHERE co.ident = ? AND co."commit" < ? AND c.touched > 0 ORDER BY co."commit" DESC LIMIT ?
                """)
        let idents = try Int64.fetchAll(
            database.cachedStatement(sql: "SELECT id FROM ident WHERE contributor = ?"), arguments: [person.key])
        var places: Set<Int64> = []
        for ident in idents {
            for statement in [own, shared] {
                places.formUnion(try Int64.fetchAll(statement, arguments: [ident, before, limit]))
            }
            // So that those of many spellings never lie in memory at once.
            if places.count > limit * 8 { places = Set(places.sorted(by: >).prefix(limit)) }
        }
        return try commits(
            "c.id IN (SELECT value FROM json_each(?))", [Self.list(places.sorted(by: >).prefix(limit))], limit: limit)
    }
}
