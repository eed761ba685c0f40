import FoundationEssentials
import GRDB
import Git

/// Brings what the index says of credit to what the credit book says, where that changed without a commit: an address or a
/// push was confirmed, a name changed, an account went. Ends with the rows that a rebuild would write.
struct CreditChange {
    private let database: Database
    private let credits: any CreditBook
    private let join: ContributorJoin

    init(database: Database, mailmap: Mailmap, credits: any CreditBook) {
        self.database = database
        self.credits = credits
        join = ContributorJoin(database: database, mailmap: mailmap, credits: credits)
    }

    /// Addresses count for somebody else now. Cost: their spellings.
    /// - Returns: true where a row changed.
    func apply(emails: [String]) throws -> Bool { try join.join(join.idents(of: emails)) }

    /// An account has another name, or counts no more. Cost: its spellings.
    func apply(account: Int64) throws -> Bool { try join.join(join.idents(ofAccount: account)) }

    /// An account of this name came. Cost: those who are called so.
    func apply(newAccount name: String) throws -> Bool { try join.settle(Set(join.contributors(called: name))) }

    /// Everything may have changed. Cost: all spellings, and all commits in which somebody was unconfirmed.
    func applyAll() throws -> Bool {
        let waiting = "SELECT id FROM ident WHERE NOT is_confirmed"
        let sql = """
            SELECT oid FROM "commit" WHERE ident IN (\(waiting))
            UNION SELECT c.oid FROM co_author JOIN "commit" AS c ON c.id = co_author."commit" WHERE co_author.ident IN (\(waiting))
            """
        let commits = try Data.fetchAll(database, sql: sql).compactMap { ObjectID($0) }
        let hasMoved = try apply(commits: commits)
        let hasJoined = try join.join(Int64.fetchAll(database, sql: "SELECT id FROM ident ORDER BY id"))
        return hasJoined || hasMoved
    }

    /// The credit of people whom commits name was confirmed, or is not any more. Cost: these commits, and where one of them was the
    /// first of a spelling, that spelling's other commits, too.
    func apply(commits: [ObjectID]) throws -> Bool {
        let unconfirmed = try credits.unconfirmed(among: commits)
        let place = try database.cachedStatement(sql: "SELECT id FROM \"commit\" WHERE oid = ?")
        var waiting: [AuthorSpelling: [PersonUse]] = [:]
        for commit in Set(commits) {
            guard let id = try Int64.fetchOne(place, arguments: [commit.data]) else { continue }
            for (use, spelling) in try uses(of: id) {
                let isWaiting = try unconfirmed.contains(commit) && credits.isUnconfirmed(email: spelling.email, in: commit)
                if spelling.isConfirmed == isWaiting { waiting[spelling, default: []].append(use) }
            }
        }
        var idents: Set<Int64> = []
        var contributors: Set<String> = []
        // One spelling after the other, each found anew: moving the commits of one may give another one its id.
        for (spelling, uses) in waiting {
            let (settled, left) = try move(uses.sorted(), from: spelling)
            idents.formUnion(settled)
            contributors.formUnion(left)
        }
        try join.join(idents)
        _ = try join.settle(contributors)
        return !waiting.isEmpty
    }

    /// How a commit names people, its author first.
    private func uses(of commit: Int64) throws -> [(use: PersonUse, spelling: AuthorSpelling)] {
        let columns = "SELECT ident.name, ident.email, ident.is_confirmed"
        let statement = try database.cachedStatement(
            sql: """
                \(columns), 0 FROM "commit" AS c JOIN ident ON ident.id = c.ident WHERE c.id = ?1
                UNION ALL \(columns), co_author.position FROM co_author JOIN ident ON ident.id = co_author.ident
                WHERE co_author."commit" = ?1
                """)
        return try Row.fetchAll(statement, arguments: [commit]).map { row in
            (PersonUse(commit: commit, position: row[3]), AuthorSpelling(row))
        }
    }

    /// Gives uses of one spelling to the same spelling with the other confirmation.
    /// - Returns: the ids of both spellings afterwards, and the contributors that they stood for.
    private func move(_ uses: [PersonUse], from old: AuthorSpelling) throws -> (idents: [Int64], contributors: [String]) {
        guard let source = try ContributorWriter.find(old, database) else { return ([], []) }
        let select = try database.cachedStatement(sql: "SELECT contributor FROM ident WHERE id = ?")
        let before = try String.fetchOne(select, arguments: [source]) ?? ""
        let new = AuthorSpelling(name: old.name, email: old.email, isConfirmed: !old.isConfirmed)
        // No use has a number below 1, so that no spelling has this id.
        let target = try ContributorWriter.find(new, database) ?? ContributorWriter.insert(new, id: -source, database)
        let author = try database.cachedStatement(sql: "UPDATE \"commit\" SET ident = ? WHERE id = ?")
        let coAuthor = try database.cachedStatement(sql: "UPDATE co_author SET ident = ? WHERE \"commit\" = ? AND position = ?")
        for use in uses {
            if use.position == 0 {
                try author.execute(arguments: [target, use.commit])
            } else {
                try coAuthor.execute(arguments: [target, use.commit, use.position])
            }
        }
        // The source first: its first use may be the target's now, and with it the id.
        let idents = try [settle(source), settle(target)].compactMap { $0 }
        return (idents, [before])
    }

    /// Gives a spelling the id of its first use; nil where it has none and goes.
    private func settle(_ ident: Int64) throws -> Int64? {
        let select = try database.cachedStatement(
            sql: """
                SELECT min(use), max("commit") FROM (
                    SELECT id * \(PersonUse.width) AS use, id AS "commit" FROM "commit" WHERE ident = ?1
                    UNION ALL SELECT "commit" * \(PersonUse.width) + position, "commit" FROM co_author WHERE ident = ?1)
                """)
        guard let row = try Row.fetchOne(select, arguments: [ident]), let first = row[0] as Int64?, let last = row[1] as Int64? else {
            try database.cachedStatement(sql: "DELETE FROM ident WHERE id = ?").execute(arguments: [ident])
            return nil
        }
        try database.cachedStatement(sql: "UPDATE ident SET id = ?, last = ? WHERE id = ?").execute(arguments: [first, last, ident])
        guard first != ident else { return first }
        for table in ["\"commit\"", "co_author"] {
            try database.cachedStatement(sql: "UPDATE \(table) SET ident = ? WHERE ident = ?").execute(arguments: [first, ident])
        }
        return first
    }
}
