import Glibc

/// Somebody who looks at the home page over one connection, again and again.
final class PageVisitor {
    private(set) var views = Samples()
    private let connection: Connection

    /// Between two views, so that a view is a visit and no load of its own; in microseconds.
    private static let pause: UInt32 = 2_000

    init(_ wiki: RunningWiki) throws {
        connection = try wiki.connect()
    }

    /// Looks once, and pauses.
    func view() throws {
        let answer = try views.time { try connection.get(WikiAddress.home) }
        guard answer.status == 200 else { throw BenchmarkFailure("A page view was answered with \(answer.status).") }
        usleep(Self.pause)
    }

    /// Looks again and again for some time.
    func view(for duration: Duration) throws {
        let end = ContinuousClock.now + duration
        while ContinuousClock.now < end { try view() }
    }
}
