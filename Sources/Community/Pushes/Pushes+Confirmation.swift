package import Git

/// The word that makes waiting work count.
extension Pushes {
    /// Pushes with people whom nobody has confirmed, the newest first.
    /// - Parameter account: one of these people, by number: pushes that brought work under one of that account's addresses; nil for all.
    package func unconfirmed(for account: Int64? = nil, limit: Int = 100) async throws -> [Push] {
        try await base.database.read { try $0.pushes.waiting(for: account, limit: max(0, limit)) }
    }

    /// Who waits in a push, and for whom the work would count.
    /// - Parameter account: this one alone, by number; nil for all.
    package func waiting(in push: Int64, for account: Int64? = nil) async throws -> WaitingPeople {
        try await base.database.read { try $0.pushPeople.waiting(in: push, for: account) }
    }

    /// True where the credit of anybody waits for a word.
    package func hasUnconfirmed() async throws -> Bool {
        try await base.database.read { try $0.pushPeople.hasWaiting() }
    }

    /// Confirms people whom a push names: on the word of a reviewer those whom ``waiting(in:for:)`` tells, else whoever asks. Gives
    /// back the commits in which somebody may count now. Throws `MemberError.notFound`, `.outdated` where others wait than were
    /// shown, and `.forbidden` where none of it is the person's own.
    /// - Parameters:
    ///   - isOwn: true where also a reviewer means only their own work.
    ///   - mark: of the people who were shown; nil where nobody was.
    package func confirm(_ push: Int64, isOwn: Bool = false, mark: String? = nil, by context: AuditContext) async throws -> [ObjectID] {
        try await base.database.write { [now = base.now] records in
            guard try records.pushes.find(push) != nil else { throw MemberError.notFound }
            let authority = try records.authority(of: context)
            let isReviewer = authority.role.map { $0 >= .reviewer } ?? false
            guard isReviewer || authority.account != nil else { throw MemberError.forbidden }
            let account = isOwn || !isReviewer ? authority.account?.id : nil
            let people = try records.pushPeople.waiting(in: push, for: account)
            let keys = try account.map { try records.pushPeople.keys(of: $0, in: push) } ?? records.pushPeople.keys(of: people, in: push)
            guard !keys.isEmpty else {
                guard isReviewer else { throw MemberError.forbidden }
                return []
            }
            if let mark, mark != people.mark { throw MemberError.outdated }
            try records.pushPeople.confirm(keys, in: push, by: context.actorID, now: now)
            try records.audit.add(AuditEntry(.pushConfirmed, by: context, target: "\(push)", detail: "\(keys.count)"), now: now)
            return try records.pushes.commits(of: push)
        }
    }
}
