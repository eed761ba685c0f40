import FoundationEssentials
import GRDB
import Git

/// Reads and writes pushes and the commits that they brought.
struct PushTable {
    let database: Database

    /// Writes a push down and gives back its number.
    func insert(account: Int64?, name: String, address: String?, old: ObjectID?, new: ObjectID, now: Int64) throws -> Int64 {
        try database.execute(
            sql: "INSERT INTO push(account, name, time, address, old, new, is_complete) VALUES (?, ?, ?, ?, ?, ?, 1)",
            arguments: [account, name, now, address, old.map { Data($0.bytes) }, Data(new.bytes)])
        return database.lastInsertedRowID
    }

    /// A commit that an earlier push brought without getting far counts for this one.
    func insert(_ commit: ObjectID, author: AddressKey, push: Int64) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO pushed_commit("commit", push, author_key) VALUES (?, ?, ?)
                ON CONFLICT DO UPDATE SET push = excluded.push, author_key = excluded.author_key
                """
        ).execute(arguments: [Data(commit.bytes), push, author.text])
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

    /// Pushes with people who wait for somebody's word, the newest first; those of one person alone where one is given.
    func waiting(for account: Int64?, limit: Int) throws -> [Push] {
        guard let account else {
            return try many("push.id IN (SELECT push FROM push_person WHERE confirmed IS NULL) ORDER BY push.id DESC LIMIT ?", [limit])
        }
        let keys = "SELECT key FROM address WHERE account = ?1 AND confirmed IS NOT NULL"
        let pushes = """
            SELECT push FROM push_person WHERE confirmed IS NULL AND account = ?1
            UNION SELECT push FROM push_person WHERE confirmed IS NULL AND account IS NULL AND key IN (\(keys))
            """
        return try many("push.id IN (\(pushes)) ORDER BY push.id DESC LIMIT ?2", [account, limit])
    }

    /// The commits that a push brought.
    func commits(of push: Int64) throws -> [ObjectID] {
        let sql = "SELECT \"commit\" FROM pushed_commit WHERE push = ? ORDER BY \"commit\""
        return try Data.fetchAll(database, sql: sql, arguments: [push]).compactMap { ObjectID(bytes: $0) }
    }

    /// The oldest push, behind some number, of which only the authors were taken down.
    func incomplete(after id: Int64) throws -> Int64? {
        let sql = "SELECT id FROM push WHERE NOT is_complete AND id > ? ORDER BY id LIMIT 1"
        return try Int64.fetchOne(database, sql: sql, arguments: [id])
    }

    func setComplete(_ push: Int64) throws {
        try database.execute(sql: "UPDATE push SET is_complete = 1 WHERE id = ?", arguments: [push])
    }

    /// What is known of who pushed a commit.
    func note(of commit: ObjectID) throws -> PushNote? {
        let sql = """
            SELECT push.id, COALESCE(account.display_name, push.name), account.name, account.state,
                coalesce((SELECT author.confirmed IS NOT NULL FROM push_person AS author
                    WHERE author.push = push.id AND author.key = pushed_commit.author_key LIMIT 1), 0)
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

    /// True where a push brought the commit, and somebody whom it names may wait.
    func isInDoubt(_ commit: ObjectID) throws -> Bool {
        let sql = """
            SELECT NOT push.is_complete
                OR EXISTS (SELECT 1 FROM \(PushPersonTable.waiting) WHERE person.push = push.id AND confirmed IS NULL)
            FROM pushed_commit JOIN push ON push.id = pushed_commit.push WHERE pushed_commit."commit" = ?
            """
        return try Bool.fetchOne(database.cachedStatement(sql: sql), arguments: [Data(commit.bytes)]) ?? false
    }

    /// True where a push brought the commit, and nobody has confirmed this person in it. Whom nobody took down waits as well.
    func isUnconfirmed(_ person: AddressKey, in commit: ObjectID) throws -> Bool {
        let sql = """
            SELECT coalesce((SELECT person.confirmed IS NULL FROM push_person AS person
                WHERE person.push = pushed_commit.push AND person.key = ? LIMIT 1), 1)
            FROM pushed_commit WHERE "commit" = ?
            """
        return try Bool.fetchOne(database.cachedStatement(sql: sql), arguments: [person.text, Data(commit.bytes)]) ?? false
    }

    /// True where any commit may be in doubt.
    func hasDoubts() throws -> Bool {
        let sql = "SELECT EXISTS (SELECT 1 FROM push_person WHERE confirmed IS NULL) OR EXISTS (SELECT 1 FROM push WHERE NOT is_complete)"
        return try Bool.fetchOne(database.cachedStatement(sql: sql)) ?? false
    }

    /// Forgets from where pushes older than a time came.
    func dropAddresses(olderThan time: Int64) throws {
        try database.execute(sql: "UPDATE push SET address = NULL WHERE address IS NOT NULL AND time < ?", arguments: [time])
    }

    private func many(_ condition: String, _ arguments: StatementArguments) throws -> [Push] {
        let sql = """
            SELECT push.id, push.account, COALESCE(account.display_name, push.name), account.name, account.state, push.time, push.address,
                push.old, push.new, (SELECT count(*) FROM pushed_commit WHERE push = push.id),
                (SELECT count(*) FROM \(PushPersonTable.waiting) WHERE person.push = push.id AND confirmed IS NULL)
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
