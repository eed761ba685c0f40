import Git
import TestSupport

/// A bare repository of a test's own, with the product's handle on it and the real git beside.
final class TestRepository {
    let folder: TemporaryFolder
    let repository: Repository
    let git: RealGit

    init() throws {
        folder = try TemporaryFolder()
        git = try RealGit.create("\(folder.path)/wiki.git")
        repository = try Repository(directory: git.directory)
    }

    var branch: Branch { Branch(directory: git.directory, name: "refs/heads/main") }

    /// A tree of files, written path by path.
    func tree(_ files: [String: String], over base: ObjectID? = nil) throws -> ObjectID {
        let updates = try files.sorted { $0.key < $1.key }.map {
            TreeUpdate.put(GitPath($0.key), mode: TreeUpdate.fileMode, blob: try repository.writeBlob(Array($0.value.utf8)))
        }
        return try repository.updateTree(base ?? repository.writeEmptyTree(), updates)
    }

    /// A commit of some files.
    func commit(_ files: [String: String] = [:], onto parents: [ObjectID] = [], time: Int64 = 1_600_000_000, _ message: String = "Edit\n")
        throws -> ObjectID
    {
        let base = try parents.first.map { try repository.commit($0).tree }
        let ann = Signature(name: "Ann", email: "ann@example.org", time: time, offset: 120)
        return try repository.writeCommit(tree: tree(files, over: base), parents: parents, author: ann, committer: ann, message: message)
    }

    /// The error that a call ends with; nil where it succeeds.
    static func error(_ body: () throws -> Void) -> GitError? {
        do { try body() } catch { return error as? GitError }
        return nil
    }
}
