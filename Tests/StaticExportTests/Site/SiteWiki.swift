import Git
import Logging
import Markup
import Presentation
import TestSupport
import Testing
import WikiCore
import Wording

@testable import StaticExport

/// A wiki that a test makes static sites of.
struct SiteWiki: Sendable {
    /// Everything of the test.
    let place: TemporaryFolder
    let wiki: Wiki
    private let git: RealGit

    /// When its clock begins, a minute before its first commit.
    static let start = 1_700_000_000

    /// Commits files, opens the wiki and lends it.
    /// - Parameter settings: changes the configuration.
    static func with<Value>(
        _ files: [String: String], settings: (inout Configuration) -> Void = { _ in }, _ body: (SiteWiki) async throws -> Value
    ) async throws -> Value {
        let place = try TemporaryFolder()
        let git = try RealGit.create("\(place.path)/wiki.git")
        try commit(files.map { ($0.key, $0.value) }, by: "Ada", "Begin", to: git)
        return try await opened(place, "", git, settings, body)
    }

    /// Lends a wiki that has no commit yet.
    static func withNothing(_ body: (SiteWiki) async throws -> Void) async throws {
        let place = try TemporaryFolder()
        try await opened(place, "", RealGit.create("\(place.path)/wiki.git"), { _ in }, body)
    }

    /// Lends a wiki that people wrote.
    static func of(_ corpus: Corpus, _ body: (SiteWiki) async throws -> Void) async throws {
        let place = try TemporaryFolder()
        try await opened(place, "", corpus.clone(to: "\(place.path)/wiki.git"), { _ in }, body)
    }

    /// Lends the same wiki as somebody has it who cloned it just now: its index is made from nothing.
    func withAnother<Value>(settings: (inout Configuration) -> Void = { _ in }, _ body: (SiteWiki) async throws -> Value) async throws
        -> Value
    {
        let name = "/other-\(try git("rev-parse", "main"))"
        try #require(ChildProcess.run("mkdir", ["-p", place.path + name]).status == 0)
        try #require(ChildProcess.run("ln", ["-sfn", "\(place.path)/wiki.git", "\(place.path)\(name)/wiki.git"]).status == 0)
        return try await Self.opened(place, name, git, settings, body)
    }

    private static func opened<Value>(
        _ place: TemporaryFolder, _ name: String, _ git: RealGit, _ settings: (inout Configuration) -> Void,
        _ body: (SiteWiki) async throws -> Value
    ) async throws -> Value {
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let program = try #require(BuiltProgram.path, "build the stemma executable first: tests start it as a worker")
        var configuration = Configuration()
        configuration.site.name = "Kitchen"
        settings(&configuration)
        let wiki = try Wiki(
            folder: DataFolder(place.path + name), configuration: configuration,
            worker: MarkupPoolConfiguration(executable: program, workers: 1, timeLimit: .seconds(30)), logger: logger
        ) { 1_800_000_000 }
        do {
            try await wiki.indexer.catchUp()
            let value = try await body(SiteWiki(place: place, wiki: wiki, git: git))
            await wiki.close()
            return value
        } catch {
            await wiki.close()
            throw error
        }
    }

    // MARK: Commits

    /// Commits a whole state of the wiki, and waits until its index shows it.
    /// - Parameter twins: files whose paths are those of others to Swift's dictionaries.
    func commit(
        _ files: [String: String], twins: [(path: String, text: String)] = [], by author: String = "Ada", _ message: String = "Edit"
    ) async throws {
        try Self.commit(files.map { ($0.key, $0.value) } + twins, by: author, message, to: git)
        try await wiki.indexer.catchUp()
    }

    private static func commit(_ files: [(path: String, text: String)], by author: String, _ message: String, to git: RealGit) throws {
        let number = Int(try git("rev-list", "--count", "--all")) ?? 0
        let time = start + number * 60
        var stream = "commit refs/heads/main\nauthor \(author) <\(author.lowercased())@example.org> \(time) +0000\n"
        stream += "committer Keeper <keeper@example.org> \(time) +0000\ndata \(message.utf8.count)\n\(message)\n"
        if number > 0 { stream += "from refs/heads/main^0\n" }
        stream += "deleteall\n"
        for (path, text) in files.sorted(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }) {
            stream += "M 100644 inline \(path)\ndata \(text.utf8.count)\n\(text)\n"
        }
        try git("fast-import", "--quiet", input: stream)
    }

    // MARK: Sites

    static let root = Samples.root

    /// Options of a site.
    static func options(_ history: HistoryDepth = .none, _ change: (inout SiteOptions) -> Void = { _ in }) -> SiteOptions {
        var options = SiteOptions()
        options.history = history
        change(&options)
        return options
    }

    /// Makes a site, or brings it up to date.
    /// - Parameters:
    ///   - name: its folder, absolute or in the test's own.
    ///   - theme: the folder of a theme; nil for the usual one.
    ///   - program: what tells one build of the program from another.
    @discardableResult
    func export(
        _ name: String = "site", _ options: SiteOptions = options(), theme: String? = nil, program: String = "1", threads: Int = 2,
        progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) async throws -> SiteReport {
        try await maker(options, theme: theme, program: program, threads: threads).run(to: folder(name), progress: progress)
    }

    /// What makes a site of these options.
    func maker(_ options: SiteOptions, theme: String? = nil, program: String = "1", threads: Int = 2) throws -> SiteExport {
        let parent = "\(Self.root)/Themes/stemma"
        return SiteExport(
            of: wiki, theme: try theme.map { try Theme(folder: $0, parent: parent) } ?? Theme(folder: parent),
            words: try Samples.words(options.language ?? "en"), options: options, version: "1.0", program: program, threads: threads
        ) { _ in PushNotes() }
    }

    /// The files of a site.
    func tree(_ name: String = "site") throws -> FileTree { try FileTree(folder(name)) }

    /// Where a site stands.
    func folder(_ name: String) -> String { name.hasPrefix("/") ? name : "\(place.path)/\(name)" }
}
