/// A time that only grows, counted from somewhere; a test hands in its own.
package struct MonotonicClock: Sendable {
    private let read: @Sendable () -> Duration

    /// A clock that asks `read`.
    package init(_ read: @escaping @Sendable () -> Duration) {
        self.read = read
    }

    /// The system's, counted from the start of the process.
    package static let system: MonotonicClock = {
        let start = ContinuousClock.now
        return MonotonicClock { ContinuousClock.now - start }
    }()

    /// The time since the clock's beginning.
    package var now: Duration { read() }
}
