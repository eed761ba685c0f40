import Dispatch
import GRDB
import Synchronization

/// Moves what was written from the log of the index (SQLite's WAL) into its file, a little later and on a thread of its own.
///
/// SQLite does it by itself at the end of whatever transaction finds a thousand pages in the log: every third save of a long page
/// wrote and flushed 2.6 MB more than its own, and its author waited. This way nobody waits: readers and a writer go on meanwhile.
/// Only where the log grows faster than this comes by, the writer does it as before, at `logLimit`.
final class IndexCheckpoint: Sendable {
    private struct State {
        var isSet = false
        var isClosed = false
    }

    /// How many pages of 4 KiB the log may have before a writer has to see to it.
    static let logLimit = 16_384

    /// How long opening waits for another process, in seconds.
    private static let patience = 5.0

    private let database: DatabaseQueue
    private let rest: Duration
    private let queue = DispatchQueue(label: "stemma.checkpoint", qos: .utility)
    private let state = Mutex(State())

    /// Opens the file a second time.
    /// - Parameter rest: how long after the first of some transactions the log is looked at.
    init(file: String, rest: Duration) throws {
        var configuration = GRDB.Configuration()
        configuration.busyMode = .timeout(Self.patience)
        database = try DatabaseQueue(path: file, configuration: configuration)
        self.rest = rest
    }

    /// Something was written. Returns at once.
    func noteWrite() {
        let isFirst = state.withLock { state in
            defer { state.isSet = true }
            return !state.isSet && !state.isClosed
        }
        guard isFirst else { return }
        let milliseconds = Int(rest / .milliseconds(1))
        queue.asyncAfter(deadline: .now() + .milliseconds(milliseconds)) { [weak self] in self?.fire() }
    }

    private func fire() {
        state.withLock { $0.isSet = false }
        run()
    }

    /// Moves as much as readers let go of; the rest is for the next time. Blocks.
    func run() {
        guard !state.withLock(\.isClosed) else { return }
        // Where it fails, as on a full disk, all stays in the log, from which it is read.
        _ = try? database.inDatabase { try $0.checkpoint(.passive) }
    }

    /// Ends; waits for what runs.
    func close() {
        state.withLock { $0.isClosed = true }
        queue.sync {}
        try? database.close()
    }
}
