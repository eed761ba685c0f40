import Community
import Git
import Logging
import WikiCore

/// Pushes of which an earlier version wrote down only the authors: their commits are read once more before the wiki is served.
struct OlderPushes {
    private let wiki: Wiki
    private let members: Members
    private let logger: Logger

    init(_ open: OpenWiki, logger: Logger) {
        wiki = open.wiki
        members = open.members
        self.logger = logger
    }

    /// Writes down whom else they name. What can't be completed waits, and is tried at the next start.
    func complete() async {
        var last: Int64 = 0
        do {
            while let (push, ids) = try await members.pushes.incomplete(after: last) {
                let commits = try await wiki.read { snapshot in
                    // A commit that a rewind took away is nobody's work here.
                    try ids.filter { snapshot.repository.contains($0) }.map { id in
                        PushedCommit(id: id, people: CommitPerson.all(of: try snapshot.repository.commit(id)))
                    }
                }
                try await members.pushes.complete(push, commits: commits)
                last = push
            }
        } catch {
            logger.error("older pushes still lack the people whom they name: \(error)")
        }
    }
}
