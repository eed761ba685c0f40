import Synchronization

/// The `Date` header of now, formatted once a second.
package final class DateHeader: Sendable {
    private let now: @Sendable () -> Int64
    private let latest = Mutex<(second: Int64, text: String)>((.min, ""))

    /// - Parameter now: seconds since 1970.
    package init(now: @escaping @Sendable () -> Int64) {
        self.now = now
    }

    /// The value of the header.
    package var text: String {
        let second = now()
        return latest.withLock { latest in
            if latest.second != second { latest = (second, HTTPDate.text(secondsSince1970: second)) }
            return latest.text
        }
    }
}
