import Synchronization

/// A clock on which every pause is over at once, and written down.
final class HurriedClock: Clock {
    struct Instant: InstantProtocol {
        let time: Duration
        func advanced(by duration: Duration) -> Instant { Instant(time: time + duration) }
        func duration(to other: Instant) -> Duration { other.time - time }
        static func < (left: Instant, right: Instant) -> Bool { left.time < right.time }
    }

    private let state = Mutex((time: Duration.zero, pauses: [Duration]()))

    var now: Instant { Instant(time: state.withLock { $0.time }) }
    var minimumResolution: Duration { .zero }
    var pauses: [Duration] { state.withLock { $0.pauses } }

    func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        try Task.checkCancellation()
        state.withLock { state in
            state.pauses.append(deadline.time - state.time)
            state.time = max(state.time, deadline.time)
        }
    }
}
