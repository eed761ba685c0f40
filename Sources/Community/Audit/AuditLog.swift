/// Who did what, when and from where; kept apart from git. What the other parts of this module change, they write down
/// themselves.
package struct AuditLog: Sendable {
    let base: MemberBase

    /// Writes down something that happened outside this module. What looks like a token is taken out, and each text bounded.
    package func record(_ entry: AuditEntry) async throws {
        try await base.database.write { [now = base.now] in try $0.audit.add(entry, now: now) }
    }

    /// Lines of the log, the newest first.
    /// - Parameters:
    ///   - id: the number of the last one seen.
    ///   - actor: the name of who did it.
    ///   - action: what was done; a word before a dot stands for all that begins with it.
    package func entries(before id: Int64? = nil, limit: Int = 100, actor: String? = nil, action: String? = nil) async throws
        -> [AuditEntry]
    {
        try await base.database.read { try $0.audit.entries(before: id, limit: max(0, limit), actor: actor, action: action) }
    }

    /// Forgets the network addresses, and the e-mail addresses in details, of everything older than a time in seconds since
    /// 1970. Gives back how many lines had one.
    @discardableResult
    package func dropAddresses(olderThan time: Int64) async throws -> Int {
        try await base.database.write { records in
            try records.pushes.dropAddresses(olderThan: time)
            try records.invitations.dropAddresses(expiredBefore: time)
            return try records.audit.dropAddresses(olderThan: time)
        }
    }
}
