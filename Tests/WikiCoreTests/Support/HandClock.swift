import Synchronization

/// A clock that a test sets, in seconds since 1970.
final class HandClock: Sendable {
    private let time = Mutex<Int64>(1_700_000_000)

    var now: Int64 { time.withLock { $0 } }
    func advance(by seconds: Int64) { time.withLock { $0 += seconds } }
}
