import Git
import TestSupport
import WikiCore

/// A data folder with a history that a test makes, commit by commit: its objects written by the product's own git
/// layer, its branch moved by the real git.
final class History {
    /// What a commit does to a file.
    enum Change {
        case text(String)
        case bytes([UInt8], mode: UInt32)
        case gone
    }

    let folder: TemporaryFolder
    let data: DataFolder
    let git: RealGit
    let repository: Repository
    /// Seconds since 1970 of the next commit, a minute later each time.
    var clock: Int64 = 1_600_000_000

    init() throws {
        folder = try TemporaryFolder()
        data = DataFolder(folder.path)
        git = try RealGit.create(data.repository)
        repository = try Repository(directory: data.repository)
    }

    /// Makes a commit; no branch moves.
    /// - Parameter onto: the parents; the tree is the first one's with the changes.
    func commit(
        _ changes: [String: Change] = [:], onto parents: [ObjectID] = [], _ message: String = "Edit\n",
        author: (name: String, email: String) = ("Ann", "ann@example.org"), time: Int64? = nil
    ) throws -> ObjectID {
        let tree = try parents.first.map { try repository.commit($0).tree } ?? repository.writeEmptyTree()
        return try commit(tree: updated(tree, changes), onto: parents, message, author: author, time: time)
    }

    /// Makes a commit of a whole tree.
    func commit(
        tree: ObjectID, onto parents: [ObjectID], _ message: String = "Edit\n",
        author: (name: String, email: String) = ("Ann", "ann@example.org"), time: Int64? = nil
    ) throws -> ObjectID {
        clock += 60
        let signature = Signature(name: author.name, email: author.email, time: time ?? clock)
        return try repository.writeCommit(tree: tree, parents: parents, author: signature, committer: signature, message: message)
    }

    /// The tree with some files changed.
    func updated(_ tree: ObjectID, _ changes: [String: Change]) throws -> ObjectID {
        let updates = try changes.sorted { $0.key < $1.key }.compactMap { path, change -> TreeUpdate? in
            let path = GitPath(path)
            switch change {
            case .text(let text): return .put(path, mode: TreeUpdate.fileMode, blob: try repository.writeBlob(Array(text.utf8)))
            case .bytes(let bytes, let mode): return .put(path, mode: mode, blob: try repository.writeBlob(bytes))
            case .gone: return .remove(path)
            }
        }
        return try repository.updateTree(tree, updates)
    }

    /// Moves the branch, as a push or an administrator would.
    func setMain(_ commit: ObjectID) throws {
        try git("update-ref", "refs/heads/main", commit.hex)
    }

    /// Commits onto the branch with the real git, which must still be where it was.
    @discardableResult
    func commitToMain(
        _ changes: [String: Change], _ message: String = "Edit\n",
        author: (name: String, email: String) = ("Ann", "ann@example.org"), time: Int64? = nil
    ) throws -> ObjectID {
        let tip = try Branch(directory: data.repository, name: "refs/heads/main").tip()
        let commit = try commit(changes, onto: tip.map { [$0] } ?? [], message, author: author, time: time)
        try git("update-ref", "refs/heads/main", commit.hex, tip?.hex ?? ObjectID.zero.hex)
        return commit
    }

    /// The tip of the branch.
    func main() throws -> ObjectID? { try Branch(directory: data.repository, name: "refs/heads/main").tip() }

    /// The text of a file at the tip, by the real git; nil where there is none.
    func text(_ path: String, at commit: String = "main") throws -> String? {
        guard try git.succeeds("cat-file", "-e", "\(commit):\(path)") else { return nil }
        return String(decoding: try git.bytes(["cat-file", "blob", "\(commit):\(path)"]), as: UTF8.self)
    }
}

extension History.Change: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
    init(stringLiteral value: String) { self = .text(value) }

    static func symlink(_ target: String) -> History.Change { .bytes(Array(target.utf8), mode: 0o120000) }
}
