import Dispatch
import Git
import Synchronization

/// Reads what the commits of the first-parent line changed before anybody asks, a stretch at a time, on a thread of its own while
/// the stretch before is being written.
///
/// A stretch is compared as a whole, which is quicker than commit by commit where folders are wide
/// (`Repository.changes(among:)`).
final class ChangesAhead {
    /// How many commits are read at a time; what they changed is held until it is written.
    private static let stretch = 512
    /// Lines shorter than this are read as they are written.
    private static let worthwhile = 64

    private let line: [ObjectID]
    private let directory: String
    private var read: [ObjectID: CommitChanges] = [:]
    private var next = 0
    private var coming: Reading?

    /// A stretch that is being read.
    private final class Reading: Sendable {
        private let done = DispatchSemaphore(value: 0)
        private let changes: Mutex<[ObjectID: CommitChanges]> = Mutex([:])

        init(_ commits: [ObjectID], directory: String) {
            DispatchQueue.global().async {
                // What can't be read here is read, and refused, where it is asked for.
                let found = (try? Self.changes(of: commits, directory: directory)) ?? [:]
                self.changes.withLock { $0 = found }
                self.done.signal()
            }
        }

        func result() -> [ObjectID: CommitChanges] {
            done.wait()
            return changes.withLock { $0 }
        }

        private static func changes(of commits: [ObjectID], directory: String) throws -> [ObjectID: CommitChanges] {
            let repository = try Repository(directory: directory)
            func tree(_ id: ObjectID) throws -> ObjectID? { repository.contains(id) ? try repository.commit(id).tree : nil }
            let commits = try commits.map { try repository.commit($0) }
            let pairs = try commits.map { (old: try $0.parents.first.flatMap(tree), new: Optional($0.tree)) }
            let changes = try repository.changes(among: pairs)
            var result: [ObjectID: CommitChanges] = [:]
            for (commit, all) in zip(commits, changes) {
                result[commit.id] = try CommitChanges(commit, all: all, repository: repository, tree: tree)
            }
            return result
        }
    }

    /// - Parameter line: the commits that will be asked for, in that order.
    init(_ line: [ObjectID], directory: String) {
        self.line = line.count < Self.worthwhile ? [] : line
        self.directory = directory
        begin()
    }

    /// What a commit changed, where it was read ahead.
    func take(_ commit: ObjectID) -> CommitChanges? {
        if read.isEmpty, let coming {
            read = coming.result()
            begin()
        }
        return read.removeValue(forKey: commit)
    }

    private func begin() {
        let part = line[next..<min(next + Self.stretch, line.count)]
        next += part.count
        coming = part.isEmpty ? nil : Reading(Array(part), directory: directory)
    }
}
