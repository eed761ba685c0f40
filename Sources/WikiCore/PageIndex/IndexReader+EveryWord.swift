import GRDB

extension IndexReader {
    /// The words of every page whose authors are known, by its identity; the same people in the same order as ``wordShares(of:)`` has
    /// them. Cost: one walk through the commits whose words stand somewhere; never for a request.
    package func everyPageWords() throws -> [Int64: PageWords] {
        let writers = try everySpelling()
        let coAuthors = try everyCoAuthor()
        let authors = try everyAuthor()
        let sql = "SELECT page, \"commit\", living FROM authored WHERE living > 0 ORDER BY page, \"commit\""
        var result: [Int64: PageWords] = [:]
        var (page, tally, total): (Int64?, PersonTally, Int) = (nil, PersonTally(), 0)
        func end() {
            guard let page else { return }
            let people = tally.people(of: total).list
            result[page] = PageWords(count: total, writers: people.map { PageWords.Writer(name: $0.name, share: $0.share) })
            (tally, total) = (PersonTally(), 0)
        }
        let rows = try Row.fetchCursor(database, sql: sql)
        while let row = try rows.next() {
            let (commit, words) = (row[1] as Int64, row[2] as Int)
            if page != row[0] as Int64 {
                end()
                page = row[0]
            }
            total += words
            var keys: Set<ContributorKey> = []
            let idents = (authors[commit].map { [$0] } ?? []) + (coAuthors[commit] ?? [])
            tally.add(words, to: idents.compactMap { writers[$0] }.filter { keys.insert($0.key).inserted }, at: commit)
        }
        end()
        return result
    }

    /// Whom each spelling of an author stands for.
    private func everySpelling() throws -> [Int64: CreditedPerson] {
        let sql = "SELECT ident.id, contributor.key, contributor.name FROM ident JOIN contributor ON contributor.key = ident.contributor"
        return try Row.fetchAll(database, sql: sql).reduce(into: [:]) { people, row in
            people[row[0] as Int64] = CreditedPerson(
                key: ContributorKey(row[1]), name: row[2], account: nil, person: nil, isUnconfirmed: false)
        }
    }

    /// The spelling of each commit's author: an index holds both, which is quicker than to look each commit up.
    private func everyAuthor() throws -> [Int64: Int64] {
        let rows = try Row.fetchCursor(database, sql: "SELECT id, ident FROM \"commit\"")
        var authors: [Int64: Int64] = [:]
        while let row = try rows.next() { authors[row[0]] = row[1] as Int64 }
        return authors
    }

    private func everyCoAuthor() throws -> [Int64: [Int64]] {
        try Row.fetchAll(database, sql: "SELECT \"commit\", ident FROM co_author ORDER BY \"commit\", position")
            .reduce(into: [:]) { $0[$1[0] as Int64, default: []].append($1[1]) }
    }
}
