import Community
import Git
import Glibc
import Logging
import Markup
import Presentation
import WebServer
import WikiCore

/// Opens data folders: the one place where settings, processes and a wiki come together.
struct Opening {
    let folder: DataFolder
    let installation: Installation
    var flags: [String: String] = [:]

    init(_ directory: String, flags: [String: String] = [:]) throws(Failure) {
        folder = DataFolder(directory)
        installation = try Installation()
        self.flags = flags
    }

    /// The configuration that holds for the folder.
    func configuration() throws -> Configuration {
        var environment: [String: String] = [:]
        var entry = environ
        while let pointer = entry.pointee {
            let pair = String(cString: pointer).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if pair.count == 2, pair[0].hasPrefix("STEMMA_") { environment[String(pair[0])] = String(pair[1]) }
            entry += 1
        }
        let file =
            Installation.exists(folder.configurationFile)
            ? String(decoding: try TextFile.read(folder.configurationFile), as: UTF8.self) : nil
        return try ConfigurationSources(file: file, fileName: folder.configurationFile, environment: environment, flags: flags)
            .configuration()
    }

    /// Opens the wiki and its people; refuses a folder that is none, with a sentence that says what to do.
    /// - Parameter mayRemakeIndex: false where a server may be running on the folder.
    func open(_ configuration: Configuration, mayRemakeIndex: Bool = true, logger: Logger) throws -> OpenWiki {
        let members = try members(configuration)
        let worker = worker(configuration)
        let policy = AccessPolicy(register: members.accounts)
        do {
            let wiki = try Wiki(
                folder: folder, configuration: configuration, worker: worker, policy: policy, credits: CommunityCredits(members),
                mayRemakeIndex: mayRemakeIndex, logger: logger, time: Self.now)
            return OpenWiki(wiki: wiki, members: members, policy: policy)
        } catch {
            members.close()
            throw error
        }
    }

    /// The processes that parse.
    func worker(_ configuration: Configuration) -> MarkupPoolConfiguration {
        MarkupPoolConfiguration(
            executable: installation.executable, workers: configuration.workers.count, timeLimit: configuration.workers.timeLimit,
            memoryLimit: configuration.workers.memory,
            // The handbook is read whatever the bound on pages.
            sizeLimit: max(configuration.limits.page, MarkdownParser.usualSizeLimit))
    }

    /// Opens the people alone.
    func members(_ configuration: Configuration) throws -> Members {
        try requireWiki()
        let words = [configuration.site.name, SiteAddress(configuration.site.url).host ?? configuration.server.host]
        return try Members(
            file: folder.communityFile, hasher: PasswordHasher(), secrets: .system, clock: Self.now,
            domain: configuration.identity.domain, rules: PasswordRules(siteWords: words))
    }

    /// Opens the wiki for a command that ends soon, with its index caught up, and closes it.
    func use<Value>(
        progress listener: @escaping @Sendable (IndexProgress) -> Void = { _ in }, _ body: (Wiki) async throws -> Value
    ) async throws -> Value {
        try await useOpen(progress: listener) { try await body($0.wiki) }
    }

    /// The same with its people.
    func useOpen<Value>(
        progress listener: @escaping @Sendable (IndexProgress) -> Void = { _ in }, _ body: (OpenWiki) async throws -> Value
    ) async throws -> Value {
        try await Failure.wrapping(folder.path) {
            let open = try self.openBesideServers()
            let progress = ProgressLine()
            do {
                try await open.wiki.indexer.catchUp {
                    progress.show($0)
                    listener($0)
                }
                progress.finish()
                let value = try await body(open)
                await open.close()
                return value
            } catch {
                progress.finish()
                await open.close()
                throw error
            }
        }
    }

    /// Opens the people for a command that ends soon, and closes them. A server may be running: it notices by itself.
    func useMembers<Value>(_ body: (Members, Configuration) async throws -> Value) async throws -> Value {
        try await Failure.wrapping(folder.path) {
            let configuration = try self.configuration()
            let members = try self.members(configuration)
            defer { members.close() }
            return try await body(members, configuration)
        }
    }

    /// Seconds since 1970.
    @Sendable static func now() -> Int64 { Int64(Glibc.time(nil)) }

    /// Opens the wiki for a command: a server that runs on the folder keeps its index.
    private func openBesideServers() throws -> OpenWiki {
        try requireWiki()
        let lock = try folder.lock()
        defer { withExtendedLifetime(lock) {} }
        return try open(configuration(), mayRemakeIndex: lock != nil, logger: Self.logger(.warning))
    }

    /// Refuses what is no wiki.
    func requireWiki() throws(Failure) {
        let path = folder.path
        switch folder.condition {
        case .wiki: return
        case .missing: throw Failure(.inputOutput, "\(path) does not exist. `stemma serve \(path)` makes a new wiki there.")
        case .empty: throw Failure(.inputOutput, "\(path) is empty. `stemma serve \(path)` makes a new wiki there.")
        case .source: throw Failure(.usage, Self.sourceSentence(path))
        case .other: throw Failure(.usage, "\(path) holds other things and no wiki. Choose another folder; nothing was changed.")
        case .unreadable(let reason): throw Failure(.inputOutput, "\(path) can't be read: \(reason).")
        }
    }

    static func sourceSentence(_ path: String) -> String {
        "\(path) holds a repository or Markdown, but is no wiki's folder yet. `stemma init NEW-FOLDER --from \(path)` makes a wiki of it; nothing was changed here."
    }

    static func logger(_ level: Configuration.Log.Level) -> Logger {
        var logger = Logger(label: "stemma") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = Logger.Level(rawValue: level.rawValue) ?? .info
        return logger
    }
}
