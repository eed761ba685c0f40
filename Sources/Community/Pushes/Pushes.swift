package import Git
import WikiCore

/// Who pushed what. Author and committer of a commit may be anybody, as in git, and so may those beside the author; so the pusher
/// is written down, and credit waits for each of them, or a reviewer, where somebody else pushed.
package struct Pushes: Sendable {
    let base: MemberBase

    /// Writes a push down, and for whom it counts at once: for the pusher, and for all whom it names where a reviewer pushes. To
    /// be called once it is let in and before the branch moves: a commit that nothing is known of counts for its author.
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
            for commit in commits { try records.pushes.insert(commit.id, author: commit.author, push: id) }
            let trust = PushTrust(in: try records.authority(of: context), records, domain: base.domain)
            for person in PushedPerson.all(in: commits) {
                let confirmed = try trust.covers(person.key) ? now : nil
                try records.insert(person, push: id, credit: (confirmed, nil), domain: base.domain)
            }
            let detail = "\(old?.short ?? "")..\(new.short), \(commits.count)"
            try records.audit.add(AuditEntry(.push, by: context, target: "\(id)", detail: detail), now: now)
            guard let push = try records.pushes.find(id) else { throw MemberError.notFound }
            return push
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

    /// True for somebody whom a commit of a push names, by address, and whom nobody has confirmed. Blocking: for the index, on its
    /// own thread.
    package func isUnconfirmed(email: String, in commit: ObjectID) throws -> Bool {
        try base.database.readBlocking { try $0.pushes.isUnconfirmed(AddressKey(email), in: commit) }
    }

    /// Those of some commits in which somebody may wait: one question instead of many. Blocking.
    package func unconfirmed(among commits: [ObjectID]) throws -> Set<ObjectID> {
        try base.database.readBlocking { records in
            guard try records.pushes.hasDoubts() else { return [] }
            return try Set(commits.filter { try records.pushes.isInDoubt($0) })
        }
    }
}

extension Records {
    /// Writes down a spelling of somebody whom a push names.
    func insert(_ person: PushedPerson, push: Int64, credit: (confirmed: Int64?, by: Int64?), domain: String) throws {
        let account = NoreplyAddress.account(of: person.key, domain: domain)
        try pushPeople.insert(person, account: account, push: push, credit: credit)
    }
}

extension PushedCommit {
    /// The address of its author, folded.
    var author: AddressKey { AddressKey(people.first?.email ?? "") }
}
