import Community
import Logging

/// Writes refusals down in the audit log, as many as somebody reads: each line is kept, and whoever is refused may try for ever.
struct RefusalLog: Sendable {
    private let members: Members
    private let rate: FailureRate
    private let logger: Logger

    init(members: Members, logger: Logger, now: @escaping @Sendable () -> Int64) {
        self.members = members
        self.logger = logger
        rate = FailureRate(burst: 30, perMinute: 1, clock: now)
    }

    /// Writes a line, unless the account, or the network of a stranger, has had its share.
    func note(_ entry: AuditEntry) async {
        let key = entry.actorID.map { "account \($0)" } ?? entry.address ?? ""
        guard rate.take(key) == nil else { return }
        do {
            try await members.audit.record(entry)
        } catch {
            logger.error("the audit log could not be written: \(error)")
        }
    }
}
