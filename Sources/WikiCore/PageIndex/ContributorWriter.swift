import GRDB
import Git

/// Writes who made commits: each spelling in git once, joined to contributors at the end of a walk.
///
/// What it writes tells nothing of how the index grew: a spelling has the id of its first use, a contributor the key of who it
/// is.
final class ContributorWriter {
    private let database: Database
    private let credits: (any CreditBook)?
    private let join: ContributorJoin
    private var idents: [AuthorSpelling: Int64] = [:]
    private var last: [Int64: Int64] = [:]
    private var asked: Set<ObjectID> = []
    /// Those of the commits asked about in which somebody waits.
    private var unconfirmed: Set<ObjectID> = []
    /// True once somebody is called something else than before.
    var hasRenamed: Bool { join.hasRenamed }

    /// How many commits are asked about at once.
    static let chunk = 256

    init(database: Database, mailmap: Mailmap, credits: (any CreditBook)?) {
        self.database = database
        self.credits = credits
        join = ContributorJoin(database: database, mailmap: mailmap, credits: credits)
    }

    /// Asks in which of some commits somebody's credit is unconfirmed, before they are written one by one.
    func expect(_ commits: some Collection<ObjectID>) throws {
        guard let credits, !commits.isEmpty else { return }
        if asked.count > Self.chunk * 16 { (asked, unconfirmed) = ([], []) }
        asked.formUnion(commits)
        unconfirmed.formUnion(try credits.unconfirmed(among: Array(commits)))
    }

    /// The id of the spelling of a commit's author, made where it is new.
    func ident(of commit: Commit, id: Int64) throws -> Int64 {
        if !asked.contains(commit.id) { try expect([commit.id]) }
        return try ident(commit.author.name, commit.author.email, of: commit, use: PersonUse(commit: id))
    }

    /// Writes down whom a commit names as co-authors. Each one's credit is confirmed or not, whatever the author's is.
    func writeCoAuthors(of commit: Commit, id: Int64) throws {
        let statement = try database.cachedStatement(sql: "INSERT INTO co_author(\"commit\", ident, position) VALUES (?, ?, ?)")
        for (index, person) in CoAuthors(commit).people.enumerated() {
            let use = PersonUse(commit: id, position: Int64(index + 1))
            let ident = try ident(person.name, person.email, of: commit, use: use)
            try statement.execute(arguments: [id, ident, use.position])
        }
    }

    private func ident(_ name: String, _ email: String, of commit: Commit, use: PersonUse) throws -> Int64 {
        let isWaiting = try unconfirmed.contains(commit.id) && credits?.isUnconfirmed(email: email, in: commit.id) == true
        let spelling = AuthorSpelling(name: name, email: email, isConfirmed: !isWaiting)
        let ident = try idents[spelling] ?? Self.find(spelling, database) ?? Self.insert(spelling, id: use.number, database)
        idents[spelling] = ident
        last[ident] = use.commit
        return ident
    }

    /// Writes down which commit is the newest of each spelling, and whose they are; at the end of a walk.
    func finish() throws {
        for (ident, commit) in last {
            try database.cachedStatement(sql: "UPDATE ident SET last = ? WHERE id = ?").execute(arguments: [commit, ident])
        }
        try join.join(last.keys)
        last = [:]
    }

    /// Joins all spellings anew: after `.mailmap` changed, or rows went.
    func joinAll() throws { try join.joinAll() }

    static func find(_ spelling: AuthorSpelling, _ database: Database) throws -> Int64? {
        let statement = try database.cachedStatement(sql: "SELECT id FROM ident WHERE name = ? AND email = ? AND is_confirmed = ?")
        return try Int64.fetchOne(statement, arguments: [spelling.name, spelling.email, spelling.isConfirmed])
    }

    /// Makes a row that stands for no contributor yet.
    static func insert(_ spelling: AuthorSpelling, id: Int64, _ database: Database) throws -> Int64 {
        let statement = try database.cachedStatement(
            sql: "INSERT INTO ident(id, name, email, is_confirmed, contributor, last) VALUES (?, ?, ?, ?, '', 0)")
        try statement.execute(arguments: [id, spelling.name, spelling.email, spelling.isConfirmed])
        return id
    }
}
