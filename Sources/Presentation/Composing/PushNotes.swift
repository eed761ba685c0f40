package import Community
package import Git
package import WikiCore

/// Who pushed some commits, where that is somebody else than who wrote them.
package struct PushNotes: Sendable {
    private let notes: [ObjectID: PushNote]

    /// Knows of no push.
    package init() { notes = [:] }

    /// Looks some commits up.
    package init(of commits: [ObjectID], in members: Members) async throws {
        notes = try await members.pushes.notes(of: commits)
    }

    /// Looks some commits up. Blocking.
    package init(blocking commits: [ObjectID], in members: Members) throws {
        notes = try members.pushes.blockingNotes(of: commits)
    }

    /// Who pushed a revision; nil where its author did, or where no push brought it.
    package func pusher(of revision: Revision) -> String? { pusher(revision.id, author: revision.author, account: revision.account) }

    /// Who pushed a commit; nil where its author did, or where no push brought it.
    package func pusher(of commit: CommitRecord) -> String? { pusher(commit.id, author: commit.author, account: commit.account) }

    private func pusher(_ id: ObjectID, author: String, account: String?) -> String? {
        guard let note = notes[id] else { return nil }
        // By account where both have one; names alone are anybody's.
        let isSame: Bool
        if let account, let pushing = note.account {
            isSame = account.utf8.elementsEqual(pushing.utf8)
        } else {
            isSame = note.pusher.utf8.elementsEqual(author.utf8)
        }
        return isSame ? nil : note.pusher
    }
}
