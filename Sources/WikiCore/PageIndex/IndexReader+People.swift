import FoundationEssentials
import GRDB
import Git

extension IndexReader {
    /// Those who edited. Cost: the answer, and where a name is looked for, those whose names begin so.
    /// - Parameters:
    ///   - text: beginnings of words of their names; nil or without a word lists all.
    ///   - accounts: the numbers of accounts that are left out.
    package func people(
        _ order: PeopleOrder = .recent, named text: String? = nil, leavingOut accounts: [Int64] = [], after: PeopleCursor? = nil, limit: Int
    ) throws -> (people: [Person], next: PeopleCursor?) {
        let named = Self.named(text)
        var condition = named.sql
        var arguments = named.arguments
        if !accounts.isEmpty {
            condition += " AND (contributor.account IS NULL OR contributor.account NOT IN (SELECT value FROM json_each(?)))"
            arguments += [Self.list(accounts)]
        }
        let column = Self.column(order)
        let isFalling = order != .name
        if let after {
            condition += " AND (\(column), contributor.rowid) \(isFalling ? "<" : ">") (?, ?)"
            arguments += [Self.value(after, order), after.row]
        }
        let direction = isFalling ? "DESC" : "ASC"
        let found = try people(
            condition, arguments, order: "\(column) \(direction), contributor.rowid \(direction)", limit: limit + 1)
        let shown = Array(found.prefix(limit))
        guard found.count > limit, let last = shown.last else { return (shown, nil) }
        return (shown, Self.cursor(behind: last, order))
    }

    /// How many people edited, counted to a bound.
    package func peopleCount(named text: String? = nil, bound: Int) throws -> Int {
        let named = Self.named(text)
        let sql = "SELECT count(*) FROM (SELECT 1 FROM contributor WHERE edits > 0 AND \(named.sql) LIMIT ?)"
        return try Int.fetchOne(database.cachedStatement(sql: sql), arguments: named.arguments + [bound]) ?? 0
    }

    /// Who is meant by an address; it may be an older one, or one without regard to case. Nil where nobody is. A name alone never
    /// means work that nobody has confirmed: anybody may have typed it.
    package func person(at text: String) throws -> Person? {
        if let person = try people("contributor.login = ?", [text], limit: 1).first { return person }
        if let id = PersonAddress.commit(in: text) { return try person(firstCommit: id, address: text) }
        let key = PersonName(text).key
        let named = try people(
            "contributor.name_key = ? AND contributor.login IS NULL AND contributor.is_confirmed AND NOT contributor.is_shadowed", [key],
            order: "contributor.first, contributor.key", limit: 1)
        return try named.first ?? people("contributor.login = ?", [key], limit: 1).first
    }

    /// Who begins with a commit, else who made it.
    private func person(firstCommit prefix: String, address: String) throws -> Person? {
        let commits = try commits(prefix: prefix)
        guard commits.count == 1, let place = try commit(commits[0])?.place else { return nil }
        let found = try people("contributor.first = ?", [place], limit: 50)
        if let person = found.first(where: { $0.address.utf8.elementsEqual(address.utf8) }) ?? found.first { return person }
        let sql = """
            contributor.key = (SELECT ident.contributor FROM "commit" AS c JOIN ident ON ident.id = c.ident WHERE c.id = ?)
            """
        return try people(sql, [place], limit: 1).first
    }

    func people(
        _ condition: String, _ arguments: StatementArguments, order: String = "contributor.rowid", limit: Int
    ) throws -> [Person] {
        let statement = try database.cachedStatement(
            sql: """
                SELECT \(PersonColumns.address), contributor.key, contributor.rowid, contributor.is_confirmed, contributor.edits,
                    contributor.written, contributor.living, first.id, first.time, last.id, last.time
                FROM contributor CROSS JOIN "commit" AS first ON first.id = contributor.first
                    CROSS JOIN "commit" AS last ON last.id = contributor.last
                WHERE contributor.edits > 0 AND \(condition) ORDER BY \(order) LIMIT \(limit)
                """)
        return try Row.fetchAll(statement, arguments: arguments).compactMap { row in
            guard let address = PersonColumns.address(row, from: 0) else { return nil }
            return Person(
                key: row[4], row: row[5], address: address, name: row[1], account: row[0], isUnconfirmed: !(row[6] as Bool), edits: row[7],
                written: row[8], living: row[9], first: PersonEdit(place: row[10], time: row[11]),
                last: PersonEdit(place: row[12], time: row[13]))
        }
    }

    // MARK: Names that are looked for

    /// How many words of a query count.
    private static let wordLimit = 5

    private static func named(_ text: String?) -> (sql: String, arguments: StatementArguments) {
        let words = text.map { PersonName($0).words.sorted { $0.utf8.count > $1.utf8.count } } ?? []
        let condition = words.prefix(wordLimit).map { _ in
            "contributor.key IN (SELECT contributor FROM contributor_word WHERE word >= ? AND word < ? || char(1114111))"
        }
        let arguments = words.prefix(wordLimit).flatMap { [$0, $0] }
        return (condition.isEmpty ? "1" : condition.joined(separator: " AND "), StatementArguments(arguments))
    }

    // MARK: Cursors

    private static func column(_ order: PeopleOrder) -> String {
        switch order {
        case .recent: "contributor.last"
        case .name: "contributor.name_key"
        case .words: "contributor.living"
        }
    }

    private static func cursor(behind person: Person, _ order: PeopleOrder) -> PeopleCursor {
        switch order {
        case .recent: PeopleCursor(key: "\(person.last.place)", row: person.row)
        case .name: PeopleCursor(key: PersonName(person.name).key, row: person.row)
        case .words: PeopleCursor(key: "\(person.living)", row: person.row)
        }
    }

    private static func value(_ cursor: PeopleCursor, _ order: PeopleOrder) -> DatabaseValue {
        let text = String(decoding: cursor.key, as: UTF8.self)
        return order == .name ? text.databaseValue : (Int64(text) ?? 0).databaseValue
    }

    /// Numbers as `json_each` reads them.
    static func list(_ numbers: some Sequence<Int64>) -> String { "[\(numbers.map(String.init).joined(separator: ","))]" }
}
