import Glibc

/// A moment on the monotonic clock, for `poll`.
struct Deadline {
    private let nanoseconds: Int

    init(after duration: Duration) {
        let (seconds, attoseconds) = duration.components
        nanoseconds = Self.now + Int(seconds) * 1_000_000_000 + Int(attoseconds / 1_000_000_000)
    }

    /// Rounded up; nil once it has passed.
    var remainingMilliseconds: Int32? {
        let rest = nanoseconds - Self.now
        return rest > 0 ? Int32(clamping: (rest + 999_999) / 1_000_000) : nil
    }

    private static var now: Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }
}
