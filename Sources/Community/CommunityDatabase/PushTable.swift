import FoundationEssentials
import GRDB
import Git

/// Reads and writes pushes and whose work they brought.
struct PushTable {
    let database: Database

    /// Writes a push down and gives back its number. A commit that an earlier push brought without getting far counts for
    /// this one.
    func insert(account: Int64?, name: String, address: String?, old: ObjectID?, new: ObjectID, now: Int64) throws -> Int64 {
        try database.execute(
            sql: "INSERT INTO push(account, name, time, address, old, new) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [account, name, now, address, old.map { Data($0.bytes) }, Data(new.bytes)])
        return database.lastInsertedRowID
    }

    func insert(_ commit: PushedCommit, authorAccount: Int64?, push: Int64, now: Int64) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO pushed_commit("commit", push, author_key, author_account, confirmed) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET push = excluded.push, confirmed = excluded.confirmed, confirmed_by = NULL
                """
        ).execute(arguments: [
            Data(commit.id.bytes), push, AddressKey(commit.authorEmail).text, authorAccount, commit.isConfirmed ? now : nil,
        ])
    }

    /// Forgets a push that came to nothing.
    func delete(_ push: Int64) throws {
        try database.execute(sql: "DELETE FROM push WHERE id = ?", arguments: [push])
    }

    /// A push by its number.
    func find(_ id: Int64) throws -> Push? {
        try many("push.id = ?", [id]).first
    }

    /// Pushes, the newest first, from one number down.
    func all(before id: Int64?, limit: Int) throws -> [Push] {
        try many("push.id < ? ORDER BY push.id DESC LIMIT ?", [id ?? Int64.max, limit])
    }

    /// Pushes with commits that wait for somebody's word, the newest first; those of one author alone where one is given.
    func waiting(for author: Int64?, limit: Int) throws -> [Push] {
        let commits = "SELECT push FROM pushed_commit WHERE confirmed IS NULL AND (?1 IS NULL OR \(Self.isBy))"
        return try many("push.id IN (\(commits)) ORDER BY push.id DESC LIMIT ?2", [author, limit])
    }

    /// The waiting commits of a push, or those of one author among them.
    func waitingCommits(of push: Int64, by author: Int64?) throws -> [ObjectID] {
        let sql = """
            SELECT "commit" FROM pushed_commit WHERE push = ?2 AND confirmed IS NULL AND (?1 IS NULL OR \(Self.isBy)) ORDER BY "commit"
            """
        return try Data.fetchAll(database, sql: sql, arguments: [author, push]).compactMap { ObjectID(bytes: $0) }
    }

    func confirm(_ commits: [ObjectID], by account: Int64?, now: Int64) throws {
        let statement = try database.cachedStatement(
            sql: "UPDATE pushed_commit SET confirmed = ?, confirmed_by = ? WHERE \"commit\" = ? AND confirmed IS NULL")
        for commit in commits { try statement.execute(arguments: [now, account, Data(commit.bytes)]) }
    }

    /// What is known of who pushed a commit.
    func note(of commit: ObjectID) throws -> PushNote? {
        let sql = """
            SELECT push.id, COALESCE(account.display_name, push.name), account.name, account.state, pushed_commit.confirmed IS NOT NULL
            FROM pushed_commit JOIN push ON push.id = pushed_commit.push LEFT JOIN account ON account.id = push.account
            WHERE pushed_commit."commit" = ?
            """
        guard let row = try Row.fetchOne(database.cachedStatement(sql: sql), arguments: [Data(commit.bytes)]) else { return nil }
        let isGone = row[3] as String? == Account.State.deleted.rawValue
        return PushNote(push: row[0], pusher: row[1], account: isGone ? nil : row[2], isConfirmed: row[4])
    }

    /// What is known of how commits came in; those that no push brought are missing.
    func notes(of commits: [ObjectID]) throws -> [ObjectID: PushNote] {
        var notes: [ObjectID: PushNote] = [:]
        for commit in commits { notes[commit] = try note(of: commit) }
        return notes
    }

    /// True where a push brought the commit and nobody has confirmed its author.
    func isUnconfirmed(_ commit: ObjectID) throws -> Bool {
        let sql = "SELECT confirmed IS NULL FROM pushed_commit WHERE \"commit\" = ?"
        return try Bool.fetchOne(database.cachedStatement(sql: sql), arguments: [Data(commit.bytes)]) ?? false
    }

    /// True where any commit waits.
    func hasUnconfirmed() throws -> Bool {
        let sql = "SELECT EXISTS (SELECT 1 FROM pushed_commit WHERE confirmed IS NULL)"
        return try Bool.fetchOne(database.cachedStatement(sql: sql)) ?? false
    }

    /// Forgets from where pushes older than a time came.
    func dropAddresses(olderThan time: Int64) throws {
        try database.execute(sql: "UPDATE push SET address = NULL WHERE address IS NOT NULL AND time < ?", arguments: [time])
    }

    /// True for a commit whose author's address is that of the account `?1`.
    private static let isBy = """
        (author_account = ?1 OR author_key IN (SELECT key FROM address WHERE account = ?1 AND confirmed IS NOT NULL))
        """

    private func many(_ condition: String, _ arguments: StatementArguments) throws -> [Push] {
        let sql = """
            SELECT push.id, push.account, COALESCE(account.display_name, push.name), account.name, account.state, push.time, push.address,
                push.old, push.new, (SELECT count(*) FROM pushed_commit WHERE push = push.id),
                (SELECT count(*) FROM pushed_commit WHERE push = push.id AND confirmed IS NULL)
            FROM push LEFT JOIN account ON account.id = push.account WHERE \(condition)
            """
        return try Row.fetchAll(database, sql: sql, arguments: arguments).compactMap { Push($0) }
    }
}

extension Push {
    init?(_ row: Row) {
        guard let new = ObjectID(bytes: row[8] as Data) else { return nil }
        let isGone = row[4] as String? == Account.State.deleted.rawValue
        self.init(
            id: row[0], account: row[1], name: row[2], accountName: isGone ? nil : row[3], time: row[5], address: row[6],
            old: (row[7] as Data?).flatMap { ObjectID(bytes: $0) }, new: new, commits: row[9], unconfirmed: row[10])
    }
}
