package import Git

/// Who pushed what. Author and committer of a commit may be anybody, as in git, so the pusher is written down, and an author's
/// credit waits for the author or a reviewer where somebody else pushed.
package struct Pushes: Sendable {
    let base: MemberBase

    /// Writes a push down. To be called once it is let in and before the branch moves: a commit that nothing is known of
    /// counts for its author.
    /// - Parameters:
    ///   - name: who pushed, as it is shown where there is no account.
    @discardableResult
    package func record(
        name: String, old: ObjectID?, new: ObjectID, commits: [PushedCommit], by context: AuditContext
    ) async throws -> Push {
        try await base.database.write { [base] records in
            let now = base.now
            let id = try records.pushes.insert(
                account: context.actorID, name: PlainText.cut(name, limit: 300), address: context.address, old: old, new: new, now: now)
            for commit in commits {
                let author = NoreplyAddress.account(of: AddressKey(commit.authorEmail), domain: base.domain)
                try records.pushes.insert(commit, authorAccount: author, push: id, now: now)
            }
            let detail = "\(old?.short ?? "")..\(new.short), \(commits.count)"
            try records.audit.add(AuditEntry(.push, by: context, target: "\(id)", detail: detail), now: now)
            guard let push = try records.pushes.find(id) else { throw MemberError.notFound }
            return push
        }
    }

    /// Says which commits of a push count for their authors at once: those whose author pushes them, and all where a reviewer
    /// does. The others wait.
    /// - Parameters:
    ///   - commits: each with its author's address as git has it.
    ///   - pusher: nil where nobody is known.
    package func credit(_ commits: [(id: ObjectID, authorEmail: String)], pushedBy pusher: Account?) async throws -> [PushedCommit] {
        try await base.database.read { [domain = base.domain] records in
            let pusher = try pusher.flatMap { try records.accounts.find($0.id) }
            let isTrusted = pusher.map { $0.isActive && $0.role >= .reviewer } ?? false
            var authors: [AddressKey: Int64?] = [:]
            return try commits.map { commit in
                let key = AddressKey(commit.authorEmail)
                let author = try authors[key] ?? records.credited(key, domain: domain)?.id
                authors[key] = .some(author)
                let isOwn = author != nil && author == pusher?.id
                return PushedCommit(id: commit.id, authorEmail: commit.authorEmail, isConfirmed: isTrusted || isOwn)
            }
        }
    }

    /// Forgets a push that came to nothing after all; the log keeps both lines.
    package func withdraw(_ push: Int64, by context: AuditContext) async throws {
        try await base.database.write { [now = base.now] records in
            try records.pushes.delete(push)
            try records.audit.add(AuditEntry(.pushRefused, by: context, target: "\(push)", detail: "withdrawn"), now: now)
        }
    }

    /// What is known of how commits came in; those that no push brought are missing.
    package func notes(of commits: [ObjectID]) async throws -> [ObjectID: PushNote] {
        guard !commits.isEmpty else { return [:] }
        return try await base.database.read { try $0.pushes.notes(of: commits) }
    }

    /// The same, blocking: for pages, while they are made.
    package func blockingNotes(of commits: [ObjectID]) throws -> [ObjectID: PushNote] {
        guard !commits.isEmpty else { return [:] }
        return try base.database.readBlocking { try $0.pushes.notes(of: commits) }
    }

    /// A push by its number.
    package func push(_ id: Int64) async throws -> Push? {
        try await base.database.read { try $0.pushes.find(id) }
    }

    /// Pushes, the newest first.
    /// - Parameter id: the number of the last one seen.
    package func list(before id: Int64? = nil, limit: Int = 100) async throws -> [Push] {
        try await base.database.read { try $0.pushes.all(before: id, limit: max(0, limit)) }
    }

    /// Pushes with commits whose author nobody has confirmed, the newest first.
    /// - Parameter account: the author, by number: pushes that brought work under one of that account's addresses; nil for all.
    package func unconfirmed(for account: Int64? = nil, limit: Int = 100) async throws -> [Push] {
        try await base.database.read { try $0.pushes.waiting(for: account, limit: max(0, limit)) }
    }

    /// True where the author of any commit waits for somebody's word.
    package func hasUnconfirmed() async throws -> Bool {
        try await base.database.read { try $0.pushes.hasUnconfirmed() }
    }

    /// Confirms the authors of a push: all of them on the word of a reviewer, else those commits that carry an address of the
    /// one who asks. Gives back the commits, which then join their authors' accounts. Throws `MemberError.notFound`, and
    /// `.forbidden` where none of them is the person's own.
    package func confirm(_ push: Int64, by context: AuditContext) async throws -> [ObjectID] {
        try await base.database.write { [now = base.now] records in
            guard try records.pushes.find(push) != nil else { throw MemberError.notFound }
            let authority = try records.authority(of: context)
            let isReviewer = authority.role.map { $0 >= .reviewer } ?? false
            guard isReviewer || authority.account != nil else { throw MemberError.forbidden }
            let commits = try records.pushes.waitingCommits(of: push, by: isReviewer ? nil : authority.account?.id)
            guard !commits.isEmpty else {
                guard isReviewer else { throw MemberError.forbidden }
                return []
            }
            try records.pushes.confirm(commits, by: context.actorID, now: now)
            try records.audit.add(AuditEntry(.pushConfirmed, by: context, target: "\(push)", detail: "\(commits.count)"), now: now)
            return commits
        }
    }

    /// True for a commit that a push brought and whose author nobody has confirmed. Blocking: for the index, on its own thread.
    package func isUnconfirmed(_ commit: ObjectID) throws -> Bool {
        try base.database.readBlocking { try $0.pushes.isUnconfirmed(commit) }
    }

    /// Such commits among some: one question instead of many. Blocking.
    package func unconfirmed(among commits: [ObjectID]) throws -> Set<ObjectID> {
        try base.database.readBlocking { records in
            guard try records.pushes.hasUnconfirmed() else { return [] }
            return try Set(commits.filter { try records.pushes.isUnconfirmed($0) })
        }
    }
}
