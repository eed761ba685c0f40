import GRDB
import WikiCore

/// Reads and writes whom the commits of pushes name, and whose credit waits.
struct PushPersonTable {
    let database: Database

    /// Writes a spelling down.
    func insert(_ person: PushedPerson, account: Int64?, push: Int64, credit: (confirmed: Int64?, by: Int64?)) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO push_person(push, key, name, account, commits, confirmed, confirmed_by) VALUES (?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [push, person.key.text, person.name, account, person.commits, credit.confirmed, credit.by])
    }

    /// Forgets whatever was written down of one address in a push.
    func delete(_ key: AddressKey, push: Int64) throws {
        try database.cachedStatement(sql: "DELETE FROM push_person WHERE push = ? AND key = ?").execute(arguments: [push, key.text])
    }

    /// True where anybody waits.
    func hasWaiting() throws -> Bool {
        let sql = "SELECT EXISTS (SELECT 1 FROM push_person WHERE confirmed IS NULL)"
        return try Bool.fetchOne(database.cachedStatement(sql: sql)) ?? false
    }

    /// Those who wait in a push, or one person among them: first those for whom an account stands. Cost: all of them.
    func waiting(in push: Int64, for account: Int64?) throws -> WaitingPeople {
        let sql = """
            SELECT who.id, who.name, who.display_name, person.name, sum(person.commits)
            FROM \(Self.waiting) LEFT JOIN account AS who ON who.id = \(Self.creditedAccount) AND who.state <> 'deleted'
            WHERE person.push = ?1 AND person.confirmed IS NULL AND (?2 IS NULL OR who.id = ?2)
            GROUP BY who.id, person.name ORDER BY who.id IS NULL, who.name, person.name LIMIT ?3
            """
        let rows = try Row.fetchAll(database, sql: sql, arguments: [push, account, WaitingPeople.limit + 1])
        return WaitingPeople(
            rows.map { row in
                let account = (row[0] as Int64?).map { CreditedAccount(id: $0, name: row[1], displayName: row[2]) }
                return WaitingPerson(name: row[3], account: account, commits: row[4])
            })
    }

    /// The addresses that stand for nobody else than these people of a push.
    func keys(of people: WaitingPeople, in push: Int64) throws -> [String] {
        let sql = """
            SELECT person.key, person.name, who.id
            FROM \(Self.waiting) LEFT JOIN account AS who ON who.id = \(Self.creditedAccount) AND who.state <> 'deleted'
            WHERE person.push = ? AND person.confirmed IS NULL ORDER BY person.key
            """
        let shown = Set(people.people.map { Spelled($0.name, $0.account?.id) })
        var keys: [String] = []
        var hidden: Set<[UInt8]> = []
        for row in try Row.fetchAll(database, sql: sql, arguments: [push]) {
            let key: String = row[0]
            if !shown.contains(Spelled(row[1], row[2])) { hidden.insert(Array(key.utf8)) }
            if keys.last.map({ !$0.utf8.elementsEqual(key.utf8) }) ?? true { keys.append(key) }
        }
        return keys.filter { !hidden.contains(Array($0.utf8)) }
    }

    /// The addresses of a push that wait and count for an account.
    func keys(of account: Int64, in push: Int64) throws -> [String] {
        let sql = """
            SELECT DISTINCT person.key FROM \(Self.waiting)
            WHERE person.push = ? AND person.confirmed IS NULL AND \(Self.creditedAccount) = ?
            """
        return try String.fetchAll(database, sql: sql, arguments: [push, account])
    }

    /// Confirms all who have one of these addresses in a push.
    func confirm(_ keys: [String], in push: Int64, by account: Int64?, now: Int64) throws {
        let statement = try database.cachedStatement(
            sql: "UPDATE push_person SET confirmed = ?, confirmed_by = ? WHERE push = ? AND key = ? AND confirmed IS NULL")
        for key in keys { try statement.execute(arguments: [now, account, push, key]) }
    }

    /// What was decided about the people of a push, by address.
    func decisions(in push: Int64) throws -> [AddressKey: (confirmed: Int64?, by: Int64?)] {
        let sql = "SELECT key, confirmed, confirmed_by FROM push_person WHERE push = ?"
        let rows = try Row.fetchAll(database, sql: sql, arguments: [push])
        return Dictionary(rows.map { (AddressKey($0[0]), ($0[1], $0[2])) }) { first, _ in first }
    }

    /// A name as it is written, and whom it counts for.
    private struct Spelled: Hashable {
        let name: [UInt8]
        let account: Int64?

        init(_ name: String, _ account: Int64?) {
            self.name = Array(name.utf8)
            self.account = account
        }
    }

    /// The table as `person`, where only those who wait are asked for: the planner would read all people of a push.
    static let waiting = "push_person AS person INDEXED BY push_person_waiting"

    /// The number of the account for which a row of `person` would count.
    private static let creditedAccount = """
        coalesce(person.account, (SELECT account FROM address WHERE address.key = person.key AND address.confirmed IS NOT NULL))
        """
}
