import Git
import TestSupport
import Testing
import WikiCore

@testable import GitTransport

/// A wiki's repository, and objects that a push would bring to it, kept apart as git keeps them.
final class MadeUpPush {
    let folder: TemporaryFolder
    let wiki: RealGit
    var rules: PushRules
    /// Where the objects are made: a repository that borrows from the wiki's.
    private let apart: RealGit
    private let writer: Repository
    private var copies = 0

    init(_ configure: (inout Configuration) -> Void = { _ in }) throws {
        folder = try TemporaryFolder()
        wiki = try RealGit.create("\(folder.path)/wiki.git")
        apart = try RealGit.create("\(folder.path)/apart.git")
        _ = try ChildProcess.run(
            "/bin/sh", ["-c", "echo '\(wiki.directory)/objects' > '\(apart.directory)/objects/info/alternates'"])
        writer = try Repository(directory: apart.directory)
        var configuration = Configuration()
        configure(&configuration)
        rules = PushRules(branch: "refs/heads/main", configuration: configuration)
    }

    /// Gives the branch a first commit of these files; everything made later is new.
    func begin(_ files: [String: String], raw: [(mode: String, name: String, id: ObjectID)] = []) throws -> ObjectID {
        let repository = try Repository(directory: wiki.directory)
        let updates = try files.sorted { $0.key < $1.key }.map {
            TreeUpdate.put(GitPath($0.key), mode: TreeUpdate.fileMode, blob: try repository.writeBlob(Array($0.value.utf8)))
        }
        let tree = raw.isEmpty ? try repository.updateTree(repository.writeEmptyTree(), updates) : try Self.rawTree(raw, wiki)
        let commit = try repository.writeCommit(tree: tree, parents: [], author: Self.ann, committer: Self.ann, message: "Begin\n")
        try wiki("update-ref", "refs/heads/main", commit.hex)
        return commit
    }

    static let ann = Signature(name: "Ann", email: "ann@example.org", time: 1_700_000_000)

    func blob(_ bytes: [UInt8]) throws -> ObjectID { try writer.writeBlob(bytes) }
    func blob(_ text: String) throws -> ObjectID { try blob(Array(text.utf8)) }

    /// A commit that changes some files of its first parent; nil takes one away.
    func commit(
        _ files: [String: String?], onto parents: [ObjectID], author: Signature = ann, message: String = "Edit\n"
    ) throws -> ObjectID {
        let updates = try files.sorted { $0.key < $1.key }.map { name, text -> TreeUpdate in
            guard let text else { return .remove(GitPath(name)) }
            return .put(GitPath(name), mode: TreeUpdate.fileMode, blob: try blob(text))
        }
        let base = try parents.first.map { try writer.commit($0).tree } ?? writer.writeEmptyTree()
        return try commit(tree: writer.updateTree(base, updates), onto: parents, author: author, message: message)
    }

    func commit(tree: ObjectID, onto parents: [ObjectID], author: Signature = ann, message: String = "Edit\n") throws -> ObjectID {
        try writer.writeCommit(tree: tree, parents: parents, author: author, committer: Self.ann, message: message)
    }

    /// A tree of exactly these entries, whatever git thinks of them.
    func tree(_ entries: [(mode: String, name: String, id: ObjectID)]) throws -> ObjectID { try Self.rawTree(entries, apart) }

    /// An object of exactly this text.
    func object(_ type: String, _ text: String) throws -> ObjectID { try Self.raw(type, Array(text.utf8), apart) }

    private static func rawTree(_ entries: [(mode: String, name: String, id: ObjectID)], _ git: RealGit) throws -> ObjectID {
        try raw("tree", entries.flatMap { Array("\($0.mode) \($0.name)".utf8) + [0] + $0.id.bytes }, git)
    }

    private static func raw(_ type: String, _ bytes: [UInt8], _ git: RealGit) throws -> ObjectID {
        let output = try git.bytes(["hash-object", "-t", type, "-w", "--stdin", "--literally"], input: bytes)
        return try #require(ObjectID(hex: String(decoding: output.prefix(40), as: UTF8.self)))
    }

    // MARK: Judging

    /// Judges commands on what was made so far.
    func check(_ commands: [RefCommand]) throws -> CheckedPush {
        copies += 1
        let quarantine = "\(folder.path)/quarantine-\(copies)"
        _ = try ChildProcess.run("/bin/cp", ["-r", "\(apart.directory)/objects", quarantine])
        _ = try ChildProcess.run("/bin/rm", ["\(quarantine)/info/alternates"])
        let repository = try Repository(directory: wiki.directory, quarantine: quarantine)
        return try PushPolicy(repository: repository, quarantine: Quarantine(folder: quarantine), rules: rules).check(commands)
    }

    /// Judges a push to the branch.
    func check(_ new: ObjectID) throws -> CheckedPush { try check([main(new)]) }

    /// Why it is refused; nil where it is not.
    func refusal(_ new: ObjectID) throws -> PushRefusal? { try refusal([main(new)]) }

    func refusal(_ commands: [RefCommand]) throws -> PushRefusal? {
        do {
            _ = try check(commands)
            return nil
        } catch let refusal as PushRefusal {
            return refusal
        }
    }

    func main(_ new: ObjectID?) throws -> RefCommand {
        let old = try Branch(directory: wiki.directory, name: "refs/heads/main").tip()
        return RefCommand(old: old, new: new, name: Array("refs/heads/main".utf8))
    }
}
