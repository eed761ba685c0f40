import Synchronization

/// Ends work whose client neither sends nor takes anything for too long, or that lasts too long altogether; and knows how long a
/// client has stood still, so that others need not wait behind it.
final class StallWatch: Sendable {
    /// The client stood still, or time was over.
    struct Stalled: Error, Hashable {}

    private struct Wait {
        var began: ContinuousClock.Instant
        let deadline: ContinuousClock.Instant
    }

    private struct State {
        var reading: Wait?
        var writing: Wait?
        /// How long the client was waited for since it last got on, and what it sent in that time.
        var waited = Duration.zero
        var bytes = 0
        var isRecalled = false
        var isExcused = false
    }

    private let state = Mutex(State())
    private let tick: Duration
    private let now: @Sendable () -> ContinuousClock.Instant

    /// A client that has sent so much gets on. A byte now and then is no progress; the slowest line sends this in seconds.
    private static let step = 16 << 10

    /// - Parameter tick: how often it looks.
    init(tick: Duration = .seconds(1), now: @escaping @Sendable () -> ContinuousClock.Instant = { ContinuousClock.now }) {
        self.tick = tick
        self.now = now
    }

    /// Waits for a client's bytes, and notes until when. For one task at a time.
    func reading(atMost limit: Duration, _ body: () async throws -> [UInt8]?) async rethrows -> [UInt8]? {
        let start = now()
        state.withLock { $0.reading = Wait(began: start, deadline: start + limit) }
        var count = 0
        defer {
            let end = now()
            state.withLock { state in
                if let wait = state.reading { state.waited += end - wait.began }
                state.reading = nil
                state.bytes += count
                if state.bytes >= Self.step { (state.bytes, state.waited) = (0, .zero) }
            }
        }
        let bytes = try await body()
        count = bytes?.count ?? 0
        return bytes
    }

    /// Waits until a client has taken bytes, and notes until when. For one task at a time.
    func writing(atMost limit: Duration, _ body: () async throws -> Void) async rethrows {
        let start = now()
        state.withLock { $0.writing = Wait(began: start, deadline: start + limit) }
        defer {
            let end = now()
            state.withLock { state in
                state.writing = nil
                // Whoever takes what it is told need not send anything meanwhile.
                state.reading?.began = end
                (state.bytes, state.waited) = (0, .zero)
            }
        }
        try await body()
    }

    /// The client has sent all that was waited for: from now on it is we who work.
    func excuse() { state.withLock { $0.isExcused = true } }

    /// How long it is the client, and nobody here, who is waited for; zero while it gets on.
    var standstill: Duration {
        let now = now()
        return state.withLock { state in
            if state.isExcused { return .zero }
            let reading = state.reading.map { state.waited + (now - $0.began) } ?? .zero
            return max(reading, state.writing.map { now - $0.began } ?? .zero)
        }
    }

    /// Ends the work at the next look, since others wait; false where that was said already, or is too late.
    func recall() -> Bool {
        state.withLock { state in
            guard !state.isExcused, !state.isRecalled else { return false }
            state.isRecalled = true
            return true
        }
    }

    /// True once the work was ended for others.
    var isRecalled: Bool { state.withLock { $0.isRecalled } }

    /// Runs until the task is cancelled; throws `Stalled` where somebody waits too long, `total` is over, or others need the place.
    func alarm(after total: Duration) async throws {
        let end = now() + total
        while true {
            try await Task.sleep(for: tick)
            let now = now()
            let isOver = state.withLock { state in
                state.isRecalled && !state.isExcused || [state.reading, state.writing].contains { $0.map { $0.deadline < now } ?? false }
            }
            if isOver || now > end { throw Stalled() }
        }
    }
}
