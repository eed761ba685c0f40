import Glibc

/// Waits for what comes about by itself: asks again and again, never for a fixed time.
enum Patience {
    /// True once something is so; false where it is not in time.
    static func wait(seconds: Int = 20, until isSo: () throws -> Bool) rethrows -> Bool {
        let deadline = ContinuousClock.now + .seconds(seconds)
        while try !isSo() {
            if ContinuousClock.now > deadline { return false }
            usleep(2000)
        }
        return true
    }
}
