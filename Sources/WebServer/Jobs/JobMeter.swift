import Synchronization

/// Keeps the newest word of a piece of work, from whatever thread it comes.
final class JobMeter: Sendable {
    private let newest = Mutex<ExportProgress?>(nil)

    var progress: ExportProgress? { newest.withLock { $0 } }

    func note(_ progress: ExportProgress) { newest.withLock { $0 = progress } }
}
