import Synchronization

/// Ends work whose client neither sends nor takes anything for too long, or that lasts too long altogether.
final class StallWatch: Sendable {
    /// The client stood still, or time was over.
    struct Stalled: Error, Hashable {}

    private struct State {
        var next = 0
        var deadlines: [Int: ContinuousClock.Instant] = [:]
    }

    private let state = Mutex(State())
    private let tick: Duration

    /// - Parameter tick: how often it looks.
    init(tick: Duration = .seconds(1)) {
        self.tick = tick
    }

    /// Waits for a client, and notes until when.
    func waiting<Value>(atMost limit: Duration, _ body: () async throws -> Value) async rethrows -> Value {
        let id = state.withLock { state in
            state.next += 1
            state.deadlines[state.next] = ContinuousClock.now + limit
            return state.next
        }
        defer { state.withLock { _ = $0.deadlines.removeValue(forKey: id) } }
        return try await body()
    }

    /// Runs until the task is cancelled; throws `Stalled` where somebody waits too long, or `total` is over.
    func alarm(after total: Duration) async throws {
        let end = ContinuousClock.now + total
        while true {
            try await Task.sleep(for: tick)
            let now = ContinuousClock.now
            let isStalled = state.withLock { state in state.deadlines.values.contains { $0 < now } }
            if isStalled || now > end { throw Stalled() }
        }
    }
}
