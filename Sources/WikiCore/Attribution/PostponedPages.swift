/// Pages that could not be followed, as where an object is missing, and when each is tried again: at once for a few times, then
/// after a minute, two, four, up to six hours.
struct PostponedPages {
    private struct Page {
        var tries = 0
        /// When it may be tried again, in seconds since 1970.
        var until: Int64 = .min
    }

    /// How often a page is tried at once.
    static let tryLimit = 3
    /// The first wait, in seconds.
    static let shortestWait: Int64 = 60
    /// No wait is longer, in seconds.
    static let longestWait: Int64 = 6 * 3600

    private var pages: [Int64: Page] = [:]

    /// How many pages failed and have not been followed since.
    var count: Int { pages.count }

    /// Notes that a page was tried in vain.
    /// - Parameter now: seconds since 1970.
    mutating func noteFailure(_ page: Int64, at now: Int64) {
        var entry = pages[page] ?? Page()
        entry.tries += 1
        if entry.tries >= Self.tryLimit {
            let doublings = min(entry.tries - Self.tryLimit, 16)
            entry.until = now + min(Self.shortestWait << doublings, Self.longestWait)
        }
        pages[page] = entry
    }

    /// Forgets a page that was followed, or has nothing to follow.
    mutating func noteSuccess(_ page: Int64) { pages[page] = nil }

    /// Whether it is too early to try a page. A clock that was set back makes nobody wait longer than it would have.
    func isWaiting(_ page: Int64, at now: Int64) -> Bool {
        guard let until = pages[page]?.until else { return false }
        return until > now && until <= now + Self.longestWait
    }

    /// In how many seconds the next page may be tried; nil where none waits.
    func wait(at now: Int64) -> Int64? {
        pages.filter { isWaiting($0.key, at: now) }.map { $0.value.until - now }.min()
    }
}
