import Dispatch
import GRDB
import Glibc

/// The file `community.sqlite`: everything about people that is not in git. It is durable, unlike the index: a change is on
/// disk, flushed, before its caller goes on. Several processes may have it open at once.
package final class CommunityDatabase: Sendable {
    private let pool: DatabasePool

    /// Opens the file, or makes it, readable by its owner alone, and brings its tables up to date.
    /// Throws `MemberError.storage` or `.newerFormat`.
    package convenience init(file: String) throws {
        try self.init(file: file, migrations: Migrations.all)
    }

    /// - Parameter patience: how long it waits for another process's transaction, in seconds.
    init(file: String, migrations: [String], patience: Double = 5) throws {
        do {
            try Self.make(file)
            pool = try Self.retrying { try Self.open(file, migrations, patience) }
        } catch {
            throw MemberError(error)
        }
    }

    /// Reads one consistent state, off the cooperative pool.
    func read<Value: Sendable>(_ body: @escaping @Sendable (Records) throws -> Value) async throws -> Value {
        do {
            return try await pool.read { try body(Records(database: $0)) }
        } catch {
            throw MemberError.passing(error)
        }
    }

    /// Changes all or nothing; what it changed is on disk when it returns. Other processes' transactions go before or after.
    func write<Value: Sendable>(_ body: @escaping @Sendable (Records) throws -> Value) async throws -> Value {
        do {
            return try await pool.write { try body(Records(database: $0)) }
        } catch {
            throw MemberError.passing(error)
        }
    }

    /// Reads on the caller's own thread, which must not be one of the cooperative pool.
    func readBlocking<Value>(_ body: (Records) throws -> Value) throws -> Value {
        do {
            return try pool.read { try body(Records(database: $0)) }
        } catch {
            throw MemberError.passing(error)
        }
    }

    /// Closes the file; what was committed is safe without it.
    package func close() {
        try? pool.close()
    }

    /// Makes the file with the rights that SQLite then gives to the files beside it, and makes its name durable.
    private static func make(_ file: String) throws {
        let descriptor = Glibc.open(file, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            guard errno == EEXIST else { throw MemberError.storage("\(file): \(String(cString: strerror(errno)))") }
            return
        }
        Glibc.close(descriptor)
        let folder = file.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(file[..<$0]) } ?? "."
        let parent = Glibc.open(folder.isEmpty ? "/" : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard parent >= 0 else { return }
        defer { Glibc.close(parent) }
        guard fsync(parent) == 0 else { throw MemberError.storage("\(folder): \(String(cString: strerror(errno)))") }
    }

    /// SQLite does not always wait where a file turns to WAL, or where its last user just left it.
    private static func retrying<Value>(_ body: () throws -> Value) throws -> Value {
        for pause in 1...20 {
            do {
                return try body()
            } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
                usleep(useconds_t(pause * 10_000))
            }
        }
        return try body()
    }

    private static func open(_ file: String, _ migrations: [String], _ patience: Double) throws -> DatabasePool {
        var configuration = GRDB.Configuration()
        configuration.label = "stemma.community"
        configuration.busyMode = .timeout(patience)
        configuration.foreignKeysEnabled = true
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 0; PRAGMA secure_delete = ON")
        }
        let pool = try DatabasePool(path: file, configuration: configuration)
        try pool.writeWithoutTransaction { database in
            // Opening the pool set NORMAL, with which a power cut takes the newest transactions.
            try database.execute(sql: "PRAGMA synchronous = FULL")
            guard try Int.fetchOne(database, sql: "PRAGMA synchronous") == 2 else {
                throw MemberError.storage("\(file): SQLite does not flush")
            }
            try Migrations.apply(migrations, to: database)
        }
        return pool
    }
}
