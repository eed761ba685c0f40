import FoundationEssentials
import GRDB
import Git

/// Finds whom spellings stand for, each once.
struct PersonLookup {
    let database: Database
    private var known: [Int64: CreditedPerson] = [:]

    init(database: Database) {
        self.database = database
    }

    /// The people of some spellings, in order, each once.
    mutating func people(_ idents: [Int64]) throws -> [CreditedPerson] {
        var keys: Set<ContributorKey> = []
        return try idents.compactMap { try person($0) }.filter { keys.insert($0.key).inserted }
    }

    /// Who shares some commits with their authors, by the commits' places, each once and without the author. Cost: one look for all,
    /// and those that are found.
    /// - Parameter authors: the author of each commit.
    mutating func coAuthors(of authors: [Int64: ContributorKey]) throws -> [Int64: [CreditedPerson]] {
        guard !authors.isEmpty else { return [:] }
        let statement = try database.cachedStatement(
            sql: """
                SELECT "commit", ident FROM co_author WHERE "commit" IN (SELECT value FROM json_each(?)) ORDER BY "commit", position
                """)
        let rows = try Row.fetchAll(statement, arguments: [IndexReader.list(authors.keys.sorted())])
        let idents = Dictionary(grouping: rows) { $0[0] as Int64 }
        return try idents.reduce(into: [:]) { result, entry in
            let named = try people(entry.value.map { $0[1] as Int64 })
            result[entry.key] = named.filter { $0.key != authors[entry.key] }
        }
    }

    private mutating func person(_ ident: Int64) throws -> CreditedPerson? {
        if let known = known[ident] { return known }
        let statement = try database.cachedStatement(
            sql: """
                SELECT contributor.key, contributor.is_confirmed, \(PersonColumns.address)
                FROM ident JOIN contributor ON contributor.key = ident.contributor WHERE ident.id = ?
                """)
        guard let row = try Row.fetchOne(statement, arguments: [ident]) else { return nil }
        let person = CreditedPerson(
            key: ContributorKey(row[0]), name: row[3], account: row[2], person: PersonColumns.address(row, from: 2),
            isUnconfirmed: !(row[1] as Bool))
        known[ident] = person
        return person
    }
}
