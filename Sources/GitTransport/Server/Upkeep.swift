import Git
import Logging
import Synchronization

/// Tidies the repository now and then, behind everybody's back: after some saves and pushes it counts what is loose, and packs
/// it where that is much. One tidying at a time, and never as a part of an edit's turn.
final class Upkeep: Sendable {
    private struct State {
        var updates = 0
        var task: Task<Void, Never>?
        var failures = 0
        var isClosed = false
    }

    private let maintenance: GitMaintenance
    private let logger: Logger
    private let state = Mutex(State())
    private let queue = BlockingQueue(label: "stemma.upkeep")

    /// After so many updates of the index it counts: about a millisecond.
    private static let interval = 20
    /// After a failure it waits for so many times as many updates.
    private static let patience = 50

    init(_ maintenance: GitMaintenance, logger: Logger) {
        self.maintenance = maintenance
        self.logger = logger
    }

    /// Notes that something was saved or pushed.
    func note() {
        state.withLock { state in
            state.updates += 1
            let wait = state.failures > 0 ? Self.interval * Self.patience : Self.interval
            guard state.task == nil, !state.isClosed, state.updates % wait == 1 else { return }
            state.task = Task { await self.tidy() }
        }
    }

    /// Ends what is being tidied, which leaves nothing half done, and returns once it has ended.
    func close() async {
        let task = state.withLock { state in
            state.isClosed = true
            return state.task
        }
        task?.cancel()
        await task?.value
    }

    private func tidy() async {
        var hasFailed = false
        do {
            let maintenance = maintenance
            let load = try await queue.run { maintenance.load() }
            if load.isHeavy {
                logger.debug("packing \(load.looseObjects) loose objects and \(load.packs) packs")
                try await maintenance.run()
            }
        } catch {
            hasFailed = !Task.isCancelled
            if hasFailed { logger.warning("the repository was not packed: \(error)") }
        }
        state.withLock { state in
            state.task = nil
            state.failures = hasFailed ? state.failures + 1 : 0
        }
    }
}
