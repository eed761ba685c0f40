import Git
import Logging
import Markup
import Synchronization
import TestSupport
import Testing
import WikiCore

@testable import Community

/// A wiki under the real policy, over accounts that a test makes up. It holds no page, so that nothing needs a parser.
final class AccessWiki: Sendable {
    let folder: TemporaryFolder
    let data: DataFolder
    let register = HandRegister()
    let policy: AccessPolicy
    let wiki: Wiki

    /// - Parameters:
    ///   - access: the access file; nil for none.
    ///   - credits: what the index asks about authors.
    init(
        access: String? = nil, credits: (any CreditBook)? = nil,
        _ configure: (inout WikiCore.Configuration) -> Void = { $0.editing = .accounts }
    ) async throws {
        folder = try TemporaryFolder()
        data = DataFolder(folder.path)
        _ = try RealGit.create(data.repository)
        policy = AccessPolicy(register: register)
        var configuration = WikiCore.Configuration()
        configure(&configuration)
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        wiki = try Wiki(
            folder: data, configuration: configuration, worker: MarkupPoolConfiguration(executable: "/bin/false"), policy: policy,
            credits: credits, logger: logger
        ) { 1_700_000_000 }
        try await commit([SettingsFile.access.display: access.map { Array($0.utf8) }])
    }

    /// Commits files with plain git, past every rule; nil takes one away.
    /// - Parameter mode: of the files that are put.
    @discardableResult
    func commit(
        _ files: [String: [UInt8]?], mode: UInt32 = TreeUpdate.fileMode, author: (name: String, email: String) = ("Git", "git@example.org")
    ) async throws -> ObjectID {
        let repository = try Repository(directory: data.repository)
        let tip = try wiki.branch.tip()
        let tree = try tip.map { try repository.commit($0).tree } ?? repository.writeEmptyTree()
        var updates: [TreeUpdate] = []
        for (path, bytes) in files {
            if let bytes {
                updates.append(.put(GitPath(path), mode: mode, blob: try repository.writeBlob(bytes)))
            } else if try repository.entry(at: GitPath(path), in: tree) != nil {
                updates.append(.remove(GitPath(path)))
            }
        }
        let signature = Signature(name: author.name, email: author.email, time: 1_700_000_000)
        let commit = try repository.writeCommit(
            tree: repository.updateTree(tree, updates), parents: tip.map { [$0] } ?? [], author: signature, committer: signature,
            message: "By hand\n")
        try wiki.branch.move(from: tip, to: commit)
        try await wiki.indexer.catchUp()
        return commit
    }

    /// What the policy has against an editor.
    func objection(to editor: Editor, _ files: String...) async throws -> WikiError? {
        let (policy, files) = (policy, files.map { GitPath($0) })
        return try await wiki.read { try policy.objection(to: editor, changing: files, in: $0) }
    }

    /// Puts a file beside the pages.
    func attach(_ path: String, by editor: Editor) async throws -> EditOutcome {
        try await submit(.attach(path: GitPath(path), bytes: Array(path.utf8), replaces: true), by: editor)
    }

    func submit(_ action: Edit.Action, by editor: Editor) async throws -> EditOutcome {
        try await wiki.submit(
            Edit(action: action, author: EditAuthor(name: "A", email: "a@example.org"), summary: "", time: 1_700_000_000, editor: editor))
    }
}

/// Accounts that a test makes up and changes.
final class HandRegister: EditorRegister {
    private let accounts: Mutex<[Int64: Account]> = Mutex([:])

    /// Makes or changes an account, and gives back its full rights.
    @discardableResult
    func set(_ id: Int64, _ name: String, _ role: Role, _ state: Account.State = .active) -> Editor {
        let account = Account(
            id: id, name: name, displayName: name, email: nil, isEmailConfirmed: false, role: role, state: state, created: 0, lastSeen: nil,
            commitEmail: nil)
        accounts.withLock { $0[id] = account }
        return .account(id, limit: .full)
    }

    func accountBlocking(id: Int64) -> Account? { accounts.withLock { $0[id] } }
}
