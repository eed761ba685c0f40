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

    /// Everything may have changed. Cost: all spellings, and all commits that were unconfirmed.
    func applyAll() throws -> Bool {
        let sql = "SELECT oid FROM \"commit\" WHERE ident IN (SELECT id FROM ident WHERE NOT is_confirmed)"
        let commits = try Data.fetchAll(database, sql: sql).compactMap { ObjectID($0) }
        let hasMoved = try apply(commits: commits)
        return try join.join(Int64.fetchAll(database, sql: "SELECT id FROM ident ORDER BY id")) || hasMoved
    }

    /// The credit of commits was confirmed, or is not any more, for their authors and co-authors. Cost: these commits, and where
    /// one of them was the first of its spelling, that spelling's other commits, too.
    func apply(commits: [ObjectID]) throws -> Bool {
        let unconfirmed = try credits.unconfirmed(among: commits)
        let select = try database.cachedStatement(
            sql: "SELECT c.id, ident.is_confirmed FROM \"commit\" AS c JOIN ident ON ident.id = c.ident WHERE c.oid = ?")
        var waiting: Set<PersonUse> = []
        for commit in Set(commits) {
            guard let row = try Row.fetchOne(select, arguments: [commit.data]) else { continue }
            let isConfirmed: Bool = row[1]
            if isConfirmed == unconfirmed.contains(commit) { waiting.formUnion(try uses(of: row[0])) }
        }
        let hasMoved = !waiting.isEmpty
        var idents: Set<Int64> = []
        var contributors: Set<String> = []
        // One spelling after the other, each found anew: moving the commits of one may give another one its id.
        while let first = waiting.min() {
            let source = try ident(of: first)
            let group = try waiting.filter { try ident(of: $0) == source }
            waiting.subtract(group)
            let (settled, left) = try move(group.sorted(), from: source)
            idents.formUnion(settled)
            contributors.formUnion(left)
        }
        try join.join(idents)
        _ = try join.settle(contributors)
        return hasMoved
    }

    private func uses(of commit: Int64) throws -> [PersonUse] {
        let positions = try database.cachedStatement(sql: "SELECT position FROM co_author WHERE \"commit\" = ?")
        return try [PersonUse(commit: commit)]
            + Int64.fetchAll(positions, arguments: [commit]).map { PersonUse(commit: commit, position: $0) }
    }

    private func ident(of use: PersonUse) throws -> Int64 {
        let author = "SELECT ident FROM \"commit\" WHERE id = ?1 AND ?2 = 0"
        let coAuthor = "SELECT ident FROM co_author WHERE \"commit\" = ?1 AND position = ?2"
        let statement = try database.cachedStatement(sql: "\(author) UNION ALL \(coAuthor)")
        return try Int64.fetchOne(statement, arguments: [use.commit, use.position]) ?? 0
    }

    /// Gives uses of one spelling to the same spelling with the other confirmation.
    /// - Returns: the ids of both spellings afterwards, and the contributors that they stood for.
    private func move(_ uses: [PersonUse], from source: Int64) throws -> (idents: [Int64], contributors: [String]) {
        let select = try database.cachedStatement(sql: "SELECT name, email, is_confirmed, contributor FROM ident WHERE id = ?")
        guard let row = try Row.fetchOne(select, arguments: [source]) else { return ([], []) }
        let old = AuthorSpelling(row)
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
        let before = row[3] as String
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
