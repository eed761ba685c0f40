import Community
import Logging
import ServiceLifecycle
import WikiCore

/// Notices what commands change about people while the server runs: they write it into the audit log, and the index and finished
/// pages have to follow.
struct AccountWatch: Service {
    private let wiki: Wiki
    private let members: Members
    private let logger: Logger
    /// The number of the newest line of the log that the index has followed.
    private let start: Int64

    private static let interval = Duration.seconds(2)
    /// So many lines are looked at; where more came in an interval, a command may have written one of them.
    private static let window = 50

    /// Brings the index to what is known of people now, and remembers how far that is.
    init(_ open: OpenWiki, logger: Logger) async throws {
        wiki = open.wiki
        members = open.members
        self.logger = logger
        start = try await members.audit.entries(limit: 1).first?.id ?? 0
        try await wiki.rejoinAllCredits()
    }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var seen = start
            while (try? await Task.sleep(for: Self.interval)) != nil {
                do {
                    seen = try await follow(from: seen)
                } catch is CancellationError {
                    return
                } catch {
                    logger.error("the index does not show a change of accounts yet", metadata: ["cause": "\(error)"])
                }
            }
        }
    }

    /// Follows what commands wrote since a line of the log; gives back the newest line.
    private func follow(from seen: Int64) async throws -> Int64 {
        let entries = try await members.audit.entries(limit: Self.window)
        guard let newest = entries.first?.id, newest > seen else { return seen }
        if Self.mayConcernCredit(entries, since: seen) { try await wiki.rejoinAllCredits() }
        return newest
    }

    /// True where one of the lines after `seen` is the command line's, or some of them are not among these.
    static func mayConcernCredit(_ entries: [AuditEntry], since seen: Int64) -> Bool {
        let fresh = entries.prefix { $0.id > seen }
        return fresh.count == window || fresh.contains { $0.actor == AuditContext.program.actor }
    }
}
