import Git
import ServiceLifecycle
import WebServer

/// Keeps an export on a branch that other programs move, until the process is asked to end.
///
/// It looks at the branch's file four times a second, which is one small read and needs nothing of the system: a reference may
/// move into `packed-refs`, come from another machine's mount, or be born in a folder that is not there yet.
struct ExportWatch: Service {
    /// The commit that the branch names now.
    let tip: @Sendable () throws -> ObjectID?
    /// The commit that the export shows already.
    let since: ObjectID?
    /// When the branch is looked at.
    var ticks = AsyncStream<Void>.every(.milliseconds(250))
    /// Makes the export of what the branch names when it is called.
    let export: @Sendable () async throws -> ExportSummary
    /// Told of each run that went well, and of failures that are not of the same kind as the one before.
    let report: @Sendable (Result<ExportSummary, ExportFailure>) -> Void

    func run() async throws {
        await cancelWhenGracefulShutdown { await watch() }
    }

    /// Follows until the ticks end or the task is cancelled.
    func watch() async {
        let signal = ExportSignal()
        async let following: Void = ExportFollower(signal: signal, export: export, report: report).follow()
        var seen = since
        for await _ in ticks {
            // A branch that can't be read for a moment is looked at again.
            guard let now = try? tip(), now != seen else { continue }
            seen = now
            signal.send()
        }
        signal.finish()
        await following
    }
}
