package import Logging

/// Exports that somebody asked for: work that no request waits for, done on threads that give way to requests.
///
/// The static site is written by one run at a time. Books are made one after another; who asks for one that is being made, or
/// that still lies on the shelf, is given that one. All that is remembered is bounded, and forgotten when the server ends.
package actor JobBoard {
    /// Makes them.
    package nonisolated let service: any ExportService
    /// Where finished books lie.
    package nonisolated let shelf: BookShelf

    /// How many books wait at most.
    package static let lineLimit = 16
    /// How many ended books are remembered.
    static let recordLimit = 50

    let now: @Sendable () -> Int64
    let logger: Logger
    var isClosed = false

    var siteRun: SiteRun?
    /// How many runs have begun.
    var siteCount = 0
    var siteDone: SiteStatus.Done?
    var siteFailure: SiteStatus.Failed?

    var line: [BookKey] = []
    var bookRun: BookRun?
    /// How books ended, the latest last.
    var records: [(key: BookKey, state: JobState)] = []

    /// - Parameter now: the clock, in seconds since 1970.
    package init(service: any ExportService, shelf: BookShelf, logger: Logger, now: @escaping @Sendable () -> Int64) {
        self.service = service
        self.shelf = shelf
        self.logger = logger
        self.now = now
    }

    /// Begins nothing any more, and asks what runs to end. Waits for nothing.
    package func stop() {
        isClosed = true
        line = []
        siteRun?.work.cancel()
        bookRun?.work.cancel()
    }

    /// The same, and waits until what ran has ended.
    package func close() async {
        stop()
        _ = await siteRun?.end.value
        await bookRun?.end.value
    }
}
