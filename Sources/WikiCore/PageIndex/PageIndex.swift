package import GRDB
package import Git
import Glibc
import Markup
import Synchronization

/// The derived index of a wiki in SQLite: everything that pages, histories, lists and search read. It can be deleted
/// at will; it remembers the commit it stands for, and one transaction takes it from one commit to the next, so
/// that a reader never sees half of one.
package final class PageIndex: Sendable {
    /// The format of the tables and of what stands in them; another one on disk means the index is made anew.
    package static let format = "20.\(Document.rendererVersion)"

    /// What a connection keeps of the file in memory, as SQLite takes it: in KiB, below zero.
    static let cacheSize = -1500

    /// How long one process waits for another one's transaction, in seconds.
    private static let patience = 5.0

    private let pool: DatabasePool
    private let checkpoint: IndexCheckpoint
    private let indexed: Mutex<ObjectID?>
    private let rewinds = Mutex(0)

    /// Opens the index in a file, or makes it anew where it is missing, of another format or broken.
    /// - Parameters:
    ///   - readers: how many read at once; later ones wait.
    ///   - mayRemake: false where another process serves from the file: then it is left as it is.
    ///   - rest: how long what was written stays in the log, at the least.
    /// - Throws: `WikiError.servedByOther` where it would have to be made anew and may not.
    package init(file: String, layout: PagesLayout, readers: Int = 4, mayRemake: Bool = true, rest: Duration = .seconds(1)) throws {
        let format = "\(Self.format) \(layout.root.display)"
        do {
            pool = try Self.open(file, format: format, readers: readers)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
            // Another process writes to it, so it is not broken.
            throw error
        } catch {
            guard mayRemake else { throw WikiError.servedByOther }
            for ending in ["", "-wal", "-shm"] { unlink(file + ending) }
            pool = try Self.open(file, format: format, readers: readers)
        }
        checkpoint = try IndexCheckpoint(file: file, rest: rest)
        indexed = Mutex(try pool.read { try IndexReader(database: $0, layout: layout).tip() })
    }

    /// The commit that the index stands for; nil while it is empty.
    package var tip: ObjectID? { indexed.withLock { $0 } }

    func setTip(_ id: ObjectID?) { indexed.withLock { $0 = id } }

    /// How often rows of history went since the index was opened: what was read from them before may not be written after.
    var rewindCount: Int { rewinds.withLock { $0 } }

    func noteRewind() { rewinds.withLock { $0 += 1 } }

    /// Runs a blocking read on one consistent state.
    package func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try pool.read(body)
    }

    /// Runs one transaction.
    /// - Throws: `WikiError.storage` where the disk refuses it.
    func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
        defer { checkpoint.noteWrite() }
        do {
            return try pool.write(body)
        } catch let error as DatabaseError where [.SQLITE_FULL, .SQLITE_IOERR].contains(error.resultCode) {
            throw WikiError.storage("\(pool.path): \(error.message ?? "SQLite error \(error.resultCode.rawValue)")")
        }
    }

    /// Closes the file; what was committed is safe without it.
    package func close() {
        checkpoint.close()
        try? pool.close()
    }

    private struct OtherFormat: Error {}

    private static func open(_ file: String, format: String, readers: Int) throws -> DatabasePool {
        var configuration = GRDB.Configuration()
        configuration.maximumReaderCount = readers
        // Commands open it beside a server.
        configuration.busyMode = .timeout(Self.patience)
        configuration.prepareDatabase { database in
            // A row that replaces another one takes leave of it by the triggers, too.
            try database.execute(
                sql: "PRAGMA temp_store = MEMORY; PRAGMA cache_size = \(Self.cacheSize); PRAGMA mmap_size = 0; "
                    + "PRAGMA recursive_triggers = ON; PRAGMA wal_autocheckpoint = \(IndexCheckpoint.logLimit)")
        }
        let pool = try DatabasePool(path: file, configuration: configuration)
        try pool.write { database in
            if try database.tableExists("meta") {
                let found = try String.fetchOne(database, sql: "SELECT value FROM meta WHERE key = 'format'")
                guard found == format else { throw OtherFormat() }
            } else {
                try database.execute(sql: Schema001.tables + SchemaPeople.tables)
                try database.execute(sql: "INSERT INTO meta VALUES ('format', ?)", arguments: [format])
            }
        }
        return pool
    }
}
