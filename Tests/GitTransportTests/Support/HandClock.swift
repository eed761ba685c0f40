import Synchronization

/// A clock that goes on only where a test says so.
final class HandClock: Sendable {
    private let start = ContinuousClock.now
    private let gone = Mutex(Duration.zero)

    var now: ContinuousClock.Instant { start + gone.withLock { $0 } }

    func advance(_ time: Duration) { gone.withLock { $0 += time } }
}
