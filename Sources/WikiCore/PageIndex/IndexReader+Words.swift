import FoundationEssentials
import GRDB
import Git

extension IndexReader {
    /// Whose words stand in a page's newest text, those with the most first; nil while that is not known.
    /// Cost: the commits whose words stand there.
    package func wordShares(of page: Page) throws -> [PageAuthors.Person]? {
        if let records, let shares = records.shares[page.id] { return shares }
        guard try hasAuthorship(of: page.id, blob: page.blob) else { return nil }
        let statement = try database.cachedStatement(
            sql: """
                SELECT authored."commit", authored.living, c.ident FROM authored JOIN "commit" AS c ON c.id = authored."commit"
                WHERE authored.page = ? AND authored.living > 0
                """)
        let rows = try Row.fetchAll(statement, arguments: [page.id])
        let others = try database.cachedStatement(
            sql: """
                SELECT authored."commit", co_author.ident FROM authored JOIN co_author ON co_author."commit" = authored."commit"
                WHERE authored.page = ? AND authored.living > 0 ORDER BY authored."commit", co_author.position
                """)
        let coAuthors = try Dictionary(grouping: Row.fetchAll(others, arguments: [page.id])) { $0[0] as Int64 }
        var people = PersonLookup(database: database)
        var tally = PersonTally()
        var total = 0
        for row in rows {
            let (commit, words) = (row[0] as Int64, row[1] as Int)
            total += words
            let idents = [row[2] as Int64] + (coAuthors[commit] ?? []).map { $0[1] as Int64 }
            tally.add(words, to: try people.people(idents), at: commit)
        }
        return tally.people(of: total).list
    }

    /// The same for every living page whose authors are known. Cost: all commits whose words stand somewhere.
    func everyWordShare() throws -> [Int64: [PageAuthors.Person]] {
        let coAuthors = try Dictionary(
            grouping: Row.fetchAll(database, sql: "SELECT \"commit\", ident FROM co_author ORDER BY \"commit\", position")
        ) { $0[0] as Int64 }
        let sql = """
            SELECT page.id, authored."commit", authored.living, c.ident
            FROM page JOIN authorship ON authorship.page = page.id AND authorship.blob = page.blob
            LEFT JOIN authored ON authored.page = page.id AND authored.living > 0
            LEFT JOIN "commit" AS c ON c.id = authored."commit" ORDER BY page.id
            """
        var people = PersonLookup(database: database)
        var shares: [Int64: [PageAuthors.Person]] = [:]
        var current: (page: Int64, tally: PersonTally, total: Int)?
        let rows = try Row.fetchCursor(database, sql: sql)
        while let row = try rows.next() {
            let page = row[0] as Int64
            if current?.page != page {
                if let current { shares[current.page] = current.tally.people(of: current.total).list }
                current = (page, PersonTally(), 0)
            }
            guard let commit = row[1] as Int64? else { continue }
            let words = row[2] as Int
            let idents = [row[3] as Int64] + (coAuthors[commit] ?? []).map { $0[1] as Int64 }
            current?.total += words
            current?.tally.add(words, to: try people.people(idents), at: commit)
        }
        if let current { shares[current.page] = current.tally.people(of: current.total).list }
        return shares
    }

    /// The people of a page: those with the most words in it first, then those with the most edits; by edits alone while the
    /// words are not known. Cost: its revisions.
    package func people(of page: Page, limit: Int) throws -> [Contributor] {
        guard let shares = try wordShares(of: page) else { return try contributors(of: page.id, limit: limit) }
        var editors = try contributors(of: page.id, limit: .max)
        let edits = Dictionary(editors.map { ($0.key, $0.edits) }, uniquingKeysWith: { first, _ in first })
        let writers = shares.map { person in
            Contributor(
                name: person.name, account: person.account, person: person.person, isUnconfirmed: person.isUnconfirmed,
                edits: edits[person.key] ?? 0,
                share: person.share, key: person.key)
        }
        let known = Set(shares.map(\.key))
        editors.removeAll { known.contains($0.key) }
        for index in editors.indices { editors[index].share = 0 }
        return Array((writers + editors).prefix(limit))
    }

    /// Some commits and who shares their words, by id. Cost: their number.
    func credits(of commits: Set<ObjectID>) throws -> [ObjectID: CommitCredit] {
        let select = try database.cachedStatement(
            sql: """
                SELECT c.id, c.time, c.offset, c.parents, c.summary, c.touched, c.ident FROM "commit" AS c WHERE c.oid = ?
                """)
        let coAuthors = try database.cachedStatement(sql: "SELECT ident FROM co_author WHERE \"commit\" = ? ORDER BY position")
        var people = PersonLookup(database: database)
        var result: [ObjectID: CommitCredit] = [:]
        for id in commits {
            guard let row = try Row.fetchOne(select, arguments: [id.data]) else { continue }
            let place = row[0] as Int64
            let credited = try people.people([row[6] as Int64] + Int64.fetchAll(coAuthors, arguments: [place]))
            guard let author = credited.first else { continue }
            var record = CommitRecord(
                place: place, id: id, author: author.name, account: author.account, person: author.person,
                isUnconfirmed: author.isUnconfirmed, time: row[1],
                offset: row[2], isMerge: (row[3] as Int) > 1, summary: row[4], touched: row[5])
            record.coAuthors = Array(credited.dropFirst())
            result[id] = CommitCredit(commit: record, people: credited)
        }
        return result
    }

    /// Some pages from which words came, by their identity; deleted ones, too. Cost: a row for each.
    package func sources(_ pages: Set<Int64>) throws -> [Int64: PageAuthors.Source] {
        let statement = try database.cachedStatement(
            sql: "SELECT page.path, page.blob IS NOT NULL, text.title FROM page LEFT JOIN text ON text.page = page.id WHERE page.id = ?")
        var result: [Int64: PageAuthors.Source] = [:]
        for page in pages {
            guard let row = try Row.fetchOne(statement, arguments: [page]) else { continue }
            let path = GitPath(row[0] as Data)
            result[page] = PageAuthors.Source(page: page, path: path, title: row[2] ?? PageTitle.fromName(path), isAlive: row[1])
        }
        return result
    }
}
