package import Git

/// Older pushes, of which only the authors were written down.
extension Pushes {
    /// The oldest of them behind some number, with its commits; nil where all is known of all.
    package func incomplete(after id: Int64 = 0) async throws -> (push: Int64, commits: [ObjectID])? {
        try await base.database.read { records in
            guard let push = try records.pushes.incomplete(after: id) else { return nil }
            return (push, try records.pushes.commits(of: push))
        }
    }

    /// Writes down whom the commits of such a push name. What was decided about authors stays; for others it is decided now, by what
    /// the pusher is today, or who confirmed the authors.
    /// - Parameter commits: those that can still be read.
    package func complete(_ push: Int64, commits: [PushedCommit]) async throws {
        try await base.database.write { [base] records in
            let known = try records.pushPeople.decisions(in: push)
            let pusher = try records.pushes.find(push)?.account.flatMap { try records.accounts.find($0) }
            let words = try [pusher] + Set(known.values.compactMap(\.by)).map { try records.accounts.find($0) }
            let isReviewed = words.contains { $0.map { $0.isActive && $0.role >= .reviewer } ?? false }
            let trust = PushTrust(pusher: pusher?.id, isReviewer: isReviewed, records, domain: base.domain)
            let people = PushedPerson.all(in: commits)
            for key in Set(people.map(\.key)) { try records.pushPeople.delete(key, push: push) }
            for person in people {
                let credit = try known[person.key] ?? (trust.covers(person.key) ? base.now : nil, nil)
                try records.insert(person, push: push, credit: credit, domain: base.domain)
            }
            try records.pushes.setComplete(push)
        }
    }
}
