import GRDB

/// Writes into a contributor's row what follows from its spellings: sums, the first and the newest edit, the words of its name.
struct ContributorTotals {
    let database: Database

    /// Adds a contributor's spellings up. Cost: these, not their edits.
    func sum(_ key: String) throws {
        let statement = try database.cachedStatement(
            sql: """
                UPDATE contributor SET (edits, written, living) = (
                        SELECT coalesce(sum(writer.edits), 0), coalesce(sum(writer.written), 0), coalesce(sum(writer.living), 0)
                        FROM ident JOIN writer ON writer.ident = ident.id WHERE ident.contributor = ?1),
                    (first, last) = (SELECT min(first), max(last) FROM (\(Self.bounds)))
                WHERE key = ?1
                """)
        try statement.execute(arguments: [key])
    }

    /// Writes down the words of a name, those of the account's among them.
    func writeWords(of key: String, name: PersonName, login: String?) throws {
        try database.cachedStatement(sql: "DELETE FROM contributor_word WHERE contributor = ?").execute(arguments: [key])
        let statement = try database.cachedStatement(sql: "INSERT OR IGNORE INTO contributor_word(word, contributor) VALUES (?, ?)")
        for word in name.words + (login.map { PersonName($0).words } ?? []) { try statement.execute(arguments: [word, key]) }
    }

    /// True where somebody without an account is called what an account's name is.
    func hasNamesake(of account: CreditedAccount?) throws -> Bool {
        guard let account else { return false }
        let statement = try database.cachedStatement(
            sql: "SELECT 1 FROM contributor WHERE name_key = ? AND edits > 0 AND login IS NULL LIMIT 1")
        return try Int.fetchOne(statement, arguments: [PersonName(account.name).key]) != nil
    }

    /// The first and the newest edit of each spelling of a contributor, as an author and beside one.
    private static let bounds = """
        SELECT (SELECT min(c.id) FROM "commit" AS c WHERE c.ident = i.id AND c.touched > 0) AS first,
            (SELECT max(c.id) FROM "commit" AS c WHERE c.ident = i.id AND c.touched > 0) AS last
        FROM ident AS i WHERE i.contributor = ?1
        UNION ALL SELECT \(shared("ASC")), \(shared("DESC")) FROM ident AS i WHERE i.contributor = ?1
        """

    private static func shared(_ order: String) -> String {
        """
        (SELECT c.id FROM co_author AS co CROSS JOIN "commit" AS c ON c.id = co."commit"
            WHERE co.ident = i.id AND c.touched > 0 ORDER BY co."commit" \(order) LIMIT 1)
        """
    }
}
