import ServiceLifecycle
import WebServer

/// Runs an export whenever something has changed. It begins at once where none runs; whatever changes during a run, however
/// much, makes one more run after it. One that failed is tried again after a while, or with the next change.
struct ExportFollower: Service {
    /// Says that something has changed.
    let signal: ExportSignal
    /// Makes the export of what the wiki is when it is called.
    let export: @Sendable () async throws -> ExportSummary
    /// Told of each run that went well, and of failures that are not of the same kind as the one before.
    var report: @Sendable (Result<ExportSummary, ExportFailure>) -> Void = { _ in }
    /// Waits before a run that failed is tried again.
    var patience: @Sendable () async throws -> Void = { try await Task.sleep(for: .seconds(60)) }

    func run() async throws {
        await cancelWhenGracefulShutdown { await follow() }
    }

    /// Follows until nothing changes any more, or the task is cancelled.
    func follow() async {
        var told: String?
        var retry: Task<Void, Never>?
        for await _ in signal.changes {
            retry?.cancel()
            do {
                report(.success(try await export()))
                told = nil
            } catch is CancellationError {
                // Somebody ends the work, and this with it in a moment.
            } catch {
                let failure = ExportFailure(error)
                if failure.code != told { report(.failure(failure)) }
                told = failure.code
                retry = Task { [signal, patience] in
                    if (try? await patience()) != nil { signal.send() }
                }
            }
        }
        retry?.cancel()
    }
}
