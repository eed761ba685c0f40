import FoundationEssentials
import GRDB
import Glibc
import TestSupport
import Testing

@testable import Community

@Suite struct CommunityDatabaseTests {
    private func tables(_ file: String) throws -> [String] {
        let sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
        return try DatabaseQueue(path: file).read { try String.fetchAll($0, sql: sql) }
    }

    private func information(_ file: String) throws -> stat {
        var information = stat()
        guard stat(file, &information) == 0 else { throw SystemFailure(file) }
        return information
    }

    private func size(_ file: String) throws -> Int { Int(try information(file).st_size) }

    private func pragma(_ name: String, _ database: CommunityDatabase) async throws -> String? {
        try await database.write { try String.fetchOne($0.database, sql: "PRAGMA \(name)") }
    }

    @Test func whatIsAcknowledgedIsFlushed() async throws {
        let folder = try TemporaryFolder()
        let database = try CommunityDatabase(file: "\(folder.path)/community.sqlite")
        #expect(try await pragma("synchronous", database) == "2")
        #expect(try await pragma("journal_mode", database) == "wal")
        #expect(try await pragma("foreign_keys", database) == "1")
        #expect(try await pragma("busy_timeout", database) == "5000")
        #expect(try await pragma("user_version", database) == "\(Migrations.all.count)")
        // It stays so when the file is there already.
        database.close()
        let again = try CommunityDatabase(file: "\(folder.path)/community.sqlite")
        #expect(try await pragma("synchronous", again) == "2")
        again.close()
    }

    @Test func theFileIsItsOwnersAlone() async throws {
        let company = try Company()
        try await company.person("ada")
        for ending in ["", "-wal", "-shm"] {
            let mode = try information(company.file + ending).st_mode & 0o777
            #expect(mode == 0o600, "\(ending)")
        }
    }

    @Test func everyTableSaysWhatARowIs() throws {
        let lines = Migrations.all.joined(separator: "\n").split(separator: "\n").map { String($0.drop { $0 == " " }) }
        for (number, line) in lines.enumerated() where line.hasPrefix("CREATE TABLE") {
            let comment = lines[..<number].reversed().prefix { $0.hasPrefix("--") }.last ?? ""
            #expect(comment.hasPrefix("-- A row is "), "\(line)")
        }
    }

    /// A migration that fails, or is killed, leaves the tables as they were.
    @Test func aFailedMigrationChangesNothing() async throws {
        let folder = try TemporaryFolder()
        let file = "\(folder.path)/community.sqlite"
        try CommunityDatabase(file: file).close()
        let before = try tables(file)
        let broken = Migrations.all + ["CREATE TABLE extra(x); INSERT INTO extra VALUES (1); CREATE TABLE account(x)"]
        #expect(throws: MemberError.storage("table account already exists")) { try CommunityDatabase(file: file, migrations: broken) }
        #expect(try tables(file) == before)
        let good = Migrations.all + ["CREATE TABLE extra(x)", "CREATE TABLE more(x)"]
        let database = try CommunityDatabase(file: file, migrations: good)
        #expect(try await pragma("user_version", database) == "\(good.count)")
        database.close()
        #expect(try tables(file) == (before + ["extra", "more"]).sorted())
        // The older program leaves the newer file alone.
        #expect(throws: MemberError.newerFormat(found: good.count, known: Migrations.all.count)) { try CommunityDatabase(file: file) }
    }

    /// The file as a power cut leaves it in the middle of the first migration: its pages are written, its end is not.
    @Test func aMigrationThatWasCutOffIsDoneAnew() async throws {
        let folder = try TemporaryFolder()
        let file = "\(folder.path)/community.sqlite"
        let copy = "\(folder.path)/copy.sqlite"
        let queue = try DatabaseQueue(path: file)
        try queue.inDatabase { database in
            try database.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN IMMEDIATE")
            try database.execute(sql: Migration001.statements)
            try database.execute(
                sql: """
                    CREATE TABLE filler AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
                        SELECT i, randomblob(50) FROM n
                    """)
            for ending in ["", "-wal"] { _ = try ChildProcess.run("/bin/cp", [file + ending, copy + ending]) }
            try database.execute(sql: "ROLLBACK")
        }
        try queue.close()
        #expect(try size(copy + "-wal") > 100_000)
        let database = try CommunityDatabase(file: copy)
        #expect(try await pragma("integrity_check", database) == "ok")
        #expect(try await pragma("user_version", database) == "\(Migrations.all.count)")
        database.close()
        #expect(try !tables(copy).contains("filler"))
        #expect(try tables(copy).contains("account"))
    }

    @Test func whatIsNotOursIsLeftAlone() throws {
        let folder = try TemporaryFolder()
        let other = "\(folder.path)/other.sqlite"
        try DatabaseQueue(path: other).write { try $0.execute(sql: "CREATE TABLE x(y)") }
        #expect(throws: MemberError.storage("the file holds tables that are not of this program")) { try CommunityDatabase(file: other) }
        try DatabaseQueue(path: other).write { try $0.execute(sql: "PRAGMA user_version = 1") }
        #expect(throws: MemberError.storage("the file is a database of another program")) { try CommunityDatabase(file: other) }
        #expect(try tables(other) == ["x"])
        let text = "\(folder.path)/text"
        let file = open(text, O_CREAT | O_WRONLY, 0o600)
        let line = [UInt8]("This is no database, but it is long enough to look at. ".utf8) + [UInt8](repeating: 65, count: 4000)
        _ = write(file, line, line.count)
        close(file)
        #expect(throws: MemberError.self) { try CommunityDatabase(file: text) }
        #expect(try size(text) == line.count)
        #expect(throws: MemberError.self) { try CommunityDatabase(file: "\(folder.path)/none/community.sqlite") }
    }

    /// A server and command lines begin at once on a folder that is new.
    @Test func manyOpenANewFileAtOnce() async throws {
        for _ in 0..<5 {
            let folder = try TemporaryFolder()
            let file = "\(folder.path)/community.sqlite"
            try await withThrowingTaskGroup(of: CommunityDatabase.self) { group in
                for _ in 0..<4 { group.addTask { try CommunityDatabase(file: file) } }
                for try await database in group {
                    #expect(try await pragma("user_version", database) == "\(Migrations.all.count)")
                    database.close()
                }
            }
        }
    }

    @Test func twoProcessesWriteInTurn() async throws {
        let company = try Company()
        let other = try company.another()
        let ids = try await withThrowingTaskGroup(of: Int64.self) { group in
            for number in 0..<40 {
                let members = number % 2 == 0 ? company.members : other
                group.addTask {
                    try await members.accounts.create(
                        name: "p\(number)", displayName: "", email: "p\(number)@example.org", password: nil, role: .reader, by: .program
                    ).id
                }
            }
            return try await group.reduce(into: Set<Int64>()) { $0.insert($1) }
        }
        #expect(ids == Set(1...40))
        #expect(try await other.accounts.count() == 40)
        #expect(try await company.log().count == 40)
        other.close()
    }

    @Test func whatAnotherProcessChangesCountsAtOnce() async throws {
        let company = try Company()
        let other = try company.another()
        try await company.person("root-admin", .admin)
        let ada = try await company.person("ada")
        let secret = try await company.members.sessions.begin(account: ada.id, userAgent: nil, address: nil)
        try await other.accounts.setRole(.moderator, of: ada.id, by: .program)
        #expect(try await company.members.sessions.find(secret)?.account.role == .moderator)
        try await other.accounts.setState(.disabled, of: ada.id, by: .program)
        #expect(try await company.members.sessions.find(secret) == nil)
        #expect(try company.members.accounts.accountBlocking(id: ada.id)?.state == .disabled)
        other.close()
    }

    @Test func ofManyWhoWantANameOneGetsIt() async throws {
        let company = try Company()
        let other = try company.another()
        let made = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<20 {
                let members = number % 2 == 0 ? company.members : other
                group.addTask {
                    let made = try? await members.accounts.create(
                        name: "ada", displayName: "\(number)", email: nil, password: nil, role: .reader, by: .program)
                    return made != nil
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(made == 1)
        other.close()
    }

    @Test func whoWaitsTooLongIsTold() async throws {
        let folder = try TemporaryFolder()
        let file = "\(folder.path)/community.sqlite"
        let database = try CommunityDatabase(file: file, migrations: Migrations.all, patience: 0.1)
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let other = try DatabaseQueue(path: file, configuration: configuration)
        try await other.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
        await #expect(throws: MemberError.busy) {
            try await database.write { try $0.accounts.insert(name: "a", displayName: "a", role: .reader, password: nil, now: 0) }
        }
        // Reading goes on.
        #expect(try await database.read { try $0.accounts.count() } == 0)
        try await other.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
        #expect(try await database.write { try $0.accounts.insert(name: "a", displayName: "a", role: .reader, password: nil, now: 0) } == 1)
        database.close()
    }

    @Test func aChangeThatFailsLeavesNothing() async throws {
        let company = try Company()
        try await company.person("ada", email: "ada@example.org")
        let before = try await company.dump()
        await #expect(throws: MemberError.addressTaken) { try await company.person("ben", email: "Ada@example.org") }
        #expect(try await company.dump() == before)
        #expect(try await company.log().count == 1)
        // Nor is a number lost for the reader of the log.
        #expect(try await company.person("ben").id == 2)
    }
}
