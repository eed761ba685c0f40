/// What every ``ReadyPageHandler`` of a server shares.
package struct ReadyPages: Sendable {
    /// Finds the ready page for a request, or `nil` where the long way must be gone: nothing cached, the main branch has
    /// moved, the wiki is not public, the client asks too often. Runs on the event loop, so it must not wait.
    package typealias Lookup = @Sendable (ReadyRequest) -> CachedBody?

    let lookup: Lookup
    let identifiers: RequestIdentifiers
    let log: RequestLog
    let date: DateHeader
    let clock: MonotonicClock
    let serverName: String?

    /// - Parameters:
    ///   - serverName: the `Server` header, as Hummingbird is given it.
    ///   - lookup: finds the page.
    package init(
        identifiers: RequestIdentifiers, log: RequestLog, date: DateHeader, clock: MonotonicClock = .system,
        serverName: String? = nil, lookup: @escaping Lookup
    ) {
        self.identifiers = identifiers
        self.log = log
        self.date = date
        self.clock = clock
        self.serverName = serverName
        self.lookup = lookup
    }
}
