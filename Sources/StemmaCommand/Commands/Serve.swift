import ArgumentParser
import Git
import Glibc
import Hummingbird
import Logging
import Presentation
import ServiceLifecycle
import UnixSignals
import WebServer
import WikiCore
import Wording

/// `stemma serve`: the wiki over HTTP.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve a wiki.",
        discussion: """
            A folder that is missing or empty becomes a new wiki. Settings come from DIR/stemma.yaml, from the environment
            (STEMMA_SITE_URL for site.url) and from these flags, each winning over those before it.
            """)

    @Argument(help: ArgumentHelp("The folder of the wiki.", valueName: "DIR"))
    var directory: String = "wiki"

    @Option(help: ArgumentHelp("The address to listen on.", valueName: "ADDRESS"))
    var host: String?

    @Option(help: ArgumentHelp("The port to listen on; 0 takes a free one.", valueName: "PORT"))
    var port: String?

    @Option(help: ArgumentHelp("A theme's name, or the folder of one, which is then read anew for each page.", valueName: "NAME|PATH"))
    var theme: String?

    func run() async throws {
        umask(0o077)
        var flags: [String: String] = [:]
        flags["server.host"] = host
        flags["server.port"] = port
        flags["site.theme"] = theme
        let opening = try Opening(directory, flags: flags)
        if [.missing, .empty].contains(opening.folder.condition) {
            _ = try await WikiMaker(directory: directory).make(from: nil)
        }
        try opening.requireWiki()
        let configuration = try await Failure.wrapping(directory) { try opening.configuration() }
        let logger = Opening.logger(configuration.log.level)
        guard let lock = try await Failure.wrapping(directory, { try opening.folder.lock() }) else {
            throw Failure(.inputOutput, "Another server is running on \(directory) already.")
        }
        Self.raiseFileLimit()
        let wiki = try await Failure.wrapping(directory) { try opening.wiki(configuration, logger: logger) }
        wiki.branch.removeStaleLock()
        do {
            try await serve(wiki, opening: opening, logger: logger)
        } catch {
            await wiki.close()
            throw error
        }
        await wiki.close()
        withExtendedLifetime(lock) {}
    }

    private func serve(_ wiki: Wiki, opening: Opening, logger: Logger) async throws {
        let progress = ProgressLine()
        try await Failure.wrapping(directory) { try await wiki.indexer.catchUp { progress.show($0) } }
        progress.finish()
        let server = wiki.configuration.server
        let site = try WikiSite(
            wiki: wiki, theme: ThemeChoice(installation: opening.installation).theme(named: wiki.configuration.site.theme),
            shelf: try Self.shelf(opening.installation), handbook: opening.installation.handbook)
        let application = WikiServer(site, logger: logger) { Int64(Glibc.time(nil)) }.application { port in
            let shown = server.host == "127.0.0.1" || server.host == "::1" ? "localhost" : server.host
            print("\(wiki.configuration.site.name) is ready: http://\(shown):\(port)")
            fflush(nil)
            if let notice = Self.notice(wiki.configuration) { logger.notice("\(notice)") }
        }
        var group = ServiceGroupConfiguration(
            services: [.init(service: application), .init(service: StopDeadline())],
            gracefulShutdownSignals: [.sigterm, .sigint],
            logger: Logger(label: "stemma.lifecycle") { _ in SwiftLogNoOpLogHandler() })
        group.maximumGracefulShutdownDuration = StopDeadline.grace
        do {
            try await ServiceGroup(configuration: group).run()
        } catch {
            throw Failure(.inputOutput, Self.sentence(error, host: server.host, port: server.port))
        }
    }

    /// Who may not edit and why, with the settings that choose; nil where anybody may.
    private static func notice(_ configuration: Configuration) -> Logger.Message? {
        switch ReadOnlyReason(configuration) {
        case nil: nil
        case .unconfigured where configuration.server.isLoopback:
            "Only requests of this machine may edit, all others are read-only, until the settings name site.url and editing."
        case .unconfigured:
            "The wiki is read-only until the settings name site.url and editing: others than this machine can reach it."
        case .siteAlone: "The wiki is read-only until the settings name editing."
        case .accounts: "The wiki is read-only: editing is set to accounts, and there are none yet."
        }
    }

    private static func sentence(_ error: any Error, host: String, port: Int) -> String {
        let text = "\(error)"
        if text.contains("Address already in use") { return "Port \(port) is taken by another program. Choose another one with --port." }
        if text.contains("Permission denied") { return "Port \(port) needs more rights. Choose one above 1023 with --port." }
        if text.contains("Cannot assign requested address") { return "\(host) is no address of this machine." }
        return "The server ended: \(text)"
    }

    private static func shelf(_ installation: Installation) throws -> PhrasebookShelf {
        do {
            return try PhrasebookShelf(folder: "\(installation.themes)/locales")
        } catch {
            throw Failure(.inputOutput, "The words of the interface can't be read: \(error)")
        }
    }

    /// Connections, packs and workers together may need more descriptors than the usual 1,024.
    private static func raiseFileLimit() {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        limit.rlim_cur = min(limit.rlim_max, 16_384)
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }
}
