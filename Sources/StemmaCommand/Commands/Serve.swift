import ArgumentParser
import Git
import Glibc
import WikiCore

/// `stemma serve`: the wiki over HTTP.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve a wiki over HTTP.",
        discussion: """
            A folder that is missing or empty becomes a new wiki. Settings come from DIR/stemma.yaml, from the environment \
            (STEMMA_SITE_URL for site.url) and from these flags, each winning over those before it. As long as nobody is an admin, each \
            start prints a link that makes the first one. People clone and push with git below the same address: /wiki.git.
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
        _ = try ExportPlace(of: configuration, data: opening.folder)
        let mail = try MailDelivery(configuration, logger: logger)
        guard let lock = try await Failure.wrapping(directory, { try opening.folder.lock() }) else {
            throw Failure(.inputOutput, "Another server is running on \(directory) already.")
        }
        Self.raiseFileLimit()
        let open = try await Failure.wrapping(directory) { try opening.open(configuration, logger: logger) }
        open.wiki.branch.removeStaleLock()
        do {
            try await ServedWiki(open: open, opening: opening, mail: mail, logger: logger).run()
        } catch {
            await open.close()
            throw error
        }
        await open.close()
        withExtendedLifetime(lock) {}
    }

    /// Connections, packs and workers together may need more descriptors than the usual 1,024.
    private static func raiseFileLimit() {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        limit.rlim_cur = min(limit.rlim_max, 16_384)
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }
}
