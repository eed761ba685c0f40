import Synchronization

/// A clock that a test sets.
final class HandClock: Sendable {
    private let time: Mutex<Int64>

    init(_ start: Int64 = 1_700_000_000) {
        time = Mutex(start)
    }

    var now: Int64 { time.withLock { $0 } }
    func advance(by seconds: Int64) { time.withLock { $0 += seconds } }
    func advance(days: Int64) { advance(by: days * 86_400) }
}
