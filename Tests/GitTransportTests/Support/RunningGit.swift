import Community
import Dispatch
import FoundationEssentials
import Git
import Glibc
import Hummingbird
import Logging
import Markup
import TestSupport
import Testing
import WikiCore
import Wording

@testable import GitTransport

/// A wiki that serves git over HTTP on this machine, with people, and the real client against it.
final class RunningGit: Sendable {
    let folder: TemporaryFolder
    let wiki: Wiki
    let members: Members
    let server: GitServer
    let git: RealGit
    private let port: OneTimeValue<Int> = OneTimeValue()

    private init(_ configuration: Configuration, judging: (any EditPolicy) -> any EditPolicy) throws {
        signal(SIGPIPE, SIG_IGN)
        folder = try TemporaryFolder()
        let data = DataFolder("\(folder.path)/wiki")
        mkdir(data.path, 0o700)
        git = try RealGit.create(data.repository)
        let program = try #require(BuiltProgram.path, "build the stemma executable first: tests start it as worker and as hook")
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        members = try Members(
            file: "\(data.path)/community.sqlite", hasher: PasswordHasher(cost: PasswordCost(operations: 1, memory: 8192)),
            secrets: .system, clock: { Int64(time(nil)) }, domain: configuration.identity.domain)
        let policy = judging(AccessPolicy(register: members.accounts))
        wiki = try Wiki(
            folder: data, configuration: configuration,
            worker: MarkupPoolConfiguration(executable: program, workers: 1, timeLimit: .seconds(30)), policy: policy, logger: logger
        ) { Int64(time(nil)) }
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let shelf = try PhrasebookShelf(folder: root.appending(path: "Themes/locales").path)
        let permissions = Permissions(reading: configuration.reading, editing: configuration.editing)
        server = try GitServer(
            GitServer.Parts(
                wiki: wiki, policy: policy, members: members, permissions: permissions,
                words: { shelf.book(acceptLanguage: $0, preferred: "en") }),
            folder: data.path, hook: program + "-pre-receive", logger: logger, now: { Int64(time(nil)) })
    }

    /// Serves a wiki that holds these files, lends it, and closes it.
    /// - Parameter judging: puts another policy in front of the product's, or in its place.
    static func serving(
        _ files: [String: String] = ["Home.md": "home\n"], _ configure: (inout Configuration) -> Void = { _ in },
        judging: (any EditPolicy) -> any EditPolicy = { $0 },
        _ body: @escaping @Sendable (RunningGit) async throws -> Void
    ) async throws {
        var configuration = Configuration()
        configuration.editing = .accounts
        configure(&configuration)
        let running = try RunningGit(configuration, judging: judging)
        try running.begin(files)
        try await running.wiki.indexer.catchUp()
        running.server.start()
        let router = Router(context: TestContext.self)
        let isOpen = configuration.editing == .open
        GitRoutes<TestContext>(running.server) { _, _ in isOpen }.addRoutes(to: router)
        let application = Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { running.port.set($0.localAddress?.port ?? 0) },
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        let serving = Task { try await application.run() }
        let result: Result<Void, any Error>
        do {
            result = .success(try await body(running))
        } catch {
            result = .failure(error)
        }
        serving.cancel()
        _ = await serving.result
        await running.server.close()
        await running.wiki.close()
        running.members.close()
        try result.get()
    }

    private func begin(_ files: [String: String]) throws {
        let repository = try Repository(directory: git.directory)
        let updates = try files.sorted { $0.key < $1.key }.map {
            TreeUpdate.put(GitPath($0.key), mode: TreeUpdate.fileMode, blob: try repository.writeBlob(Array($0.value.utf8)))
        }
        let tree = try repository.updateTree(repository.writeEmptyTree(), updates)
        let commit = try repository.writeCommit(
            tree: tree, parents: [], author: MadeUpPush.ann, committer: MadeUpPush.ann, message: "Begin\n")
        try git("update-ref", "refs/heads/main", commit.hex)
    }

    /// A person with a token.
    func token(_ name: String, _ role: Role, scope: TokenScope = .write) async throws -> String {
        let account =
            if let known = try await members.accounts.account(name: name) { known } else {
                try await members.accounts.create(
                    name: name, displayName: name.uppercased(), email: nil, password: "correct horse \(name)", role: role, by: .program)
            }
        return try await members.tokens.create(account: account.id, name: "git", scope: scope, by: .program).secret
    }

    /// The address with which somebody clones.
    func address(_ token: String? = nil) async -> String {
        let port = await port.wait()
        return "http://\(token.map { "x:\($0)@" } ?? "")127.0.0.1:\(port)/wiki.git"
    }

    /// Runs the real client, off the few threads that the server needs.
    @discardableResult
    func client(_ arguments: [String], in place: String? = nil) async throws -> ChildProcess.Outcome {
        let place = place ?? folder.path
        return try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(
                    with: Result {
                        try ChildProcess.run(
                            "git", ["-C", place] + arguments,
                            environment: [
                                "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_TERMINAL_PROMPT": "0",
                                "LC_ALL": "C.UTF-8",
                                "GIT_AUTHOR_NAME": "Ann", "GIT_AUTHOR_EMAIL": "ann@example.org", "GIT_COMMITTER_NAME": "Ann",
                                "GIT_COMMITTER_EMAIL": "ann@example.org", "no_proxy": "127.0.0.1",
                            ])
                    })
            }
        }
    }

    /// Clones into a folder of this name.
    func clone(_ name: String, _ token: String? = nil, _ options: [String] = []) async throws -> String {
        let path = "\(folder.path)/\(name)"
        let outcome = try await client(["clone", "--quiet"] + options + [address(token), path])
        try #require(outcome.status == 0, "\(outcome.error)")
        return path
    }

    /// Commits one file of a clone.
    func commit(_ place: String, _ name: String, _ text: String, message: String = "Edit") async throws {
        let file = open("\(place)/\(name)", O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        try #require(file >= 0)
        write(file, text, text.utf8.count)
        close(file)
        try await client(["add", "--all"], in: place)
        try #require(try await client(["commit", "--quiet", "-m", message], in: place).status == 0)
    }

    /// What the branch holds at a path.
    func text(_ path: String) throws -> String { try git("show", "main:\(path)") }

    /// What pushes that came to nothing left behind.
    func leftovers() throws -> [Substring] {
        let listing = try ChildProcess.run("/bin/ls", ["\(git.directory)/objects", "\(git.directory)/refs/heads"]).output
        return String(decoding: listing, as: UTF8.self).split(separator: "\n").filter { $0.contains("incoming") || $0.contains(".lock") }
    }
}
