import Community
import GitTransport
import Glibc
import Hummingbird
import Logging
import Presentation
import ServiceLifecycle
import UnixSignals
import WebServer
import WikiCore
import Wording

/// A wiki while it is served: everything put together, and taken apart in the right order.
struct ServedWiki {
    let open: OpenWiki
    let opening: Opening
    let mail: MailDelivery?
    let logger: Logger

    private var configuration: Configuration { open.wiki.configuration }

    /// Serves until the process is asked to end.
    func run() async throws {
        await OlderPushes(open, logger: logger).complete()
        let progress = ProgressLine()
        let watch = try await Failure.wrapping(opening.folder.path) {
            try await open.wiki.indexer.catchUp { progress.show($0) }
            return try await AccountWatch(open, logger: logger)
        }
        progress.finish()
        let shelf = try opening.installation.phrasebooks()
        let theme = try ThemeChoice(installation: opening.installation).theme(named: configuration.site.theme)
        let exports = ServedExports(
            try WikiExports(open, opening, theme: theme, shelf: shelf), wiki: open.wiki, folder: opening.folder, logger: logger)
        let site = try site(theme, shelf, exports.board)
        let git = try git(site, shelf)
        git.start()
        do {
            try await serve(site, git, exports, besides: watch)
        } catch {
            await exports.board.close()
            await git.close()
            throw error
        }
        await exports.board.close()
        await git.close()
    }

    private func serve(_ site: WikiSite, _ git: GitServer, _ exports: ServedExports, besides watch: AccountWatch) async throws {
        let (logger, configuration) = (logger, configuration)
        let notice = try await Failure.wrapping(opening.folder.path) { try await ReadyNotice(configuration, open.members) }
        let routes = GitRoutes<WebRequestContext>(git) { head, context in
            TrialRequest.mayEdit(head, peer: context.peer, configuration: configuration)
        }
        let application = WikiServer(site, logger: logger, now: Opening.now).application(mount: { routes.addRoutes(to: $0) }) { port in
            notice.show(port: port)
            if let editing = notice.editing { logger.notice("\(editing)") }
        }
        let sweep = DailySweep(members: open.members, addressDays: configuration.audit.addressDays, logger: logger)
        let letters: [any Service] = mail.map { [$0] } ?? []
        let authors = AttributionJob(wiki: open.wiki)
        let doors = ClosingDoors(application: application, git: git)
        // Told of the end from the last to the first: exports are asked to end early, and waited for late.
        let following: [any Service] = [exports.follower(logger: logger)].compactMap(\.self)
        let services: [any Service] = letters + [sweep, watch, authors] + following + [doors, exports, StopDeadline()]
        var group = ServiceGroupConfiguration(
            services: services.map { .init(service: $0) }, gracefulShutdownSignals: [.sigterm, .sigint],
            logger: Logger(label: "stemma.lifecycle") { _ in SwiftLogNoOpLogHandler() })
        group.maximumGracefulShutdownDuration = StopDeadline.grace
        do {
            try await ServiceGroup(configuration: group).run()
        } catch {
            throw Failure(.inputOutput, Self.sentence(error, configuration.server))
        }
    }

    // MARK: Parts

    private func site(_ theme: Theme, _ shelf: PhrasebookShelf, _ exports: JobBoard) throws -> WikiSite {
        WikiSite(
            wiki: open.wiki, members: open.members, policy: open.policy, mail: mail?.queue,
            theme: theme, shelf: shelf,
            exports: exports, handbook: opening.installation.handbook)
    }

    private func git(_ site: WikiSite, _ shelf: PhrasebookShelf) throws(Failure) -> GitServer {
        let language = configuration.site.language
        let parts = GitServer.Parts(
            wiki: open.wiki, policy: open.policy, members: open.members, permissions: site.permissions,
            words: { shelf.book(acceptLanguage: $0, preferred: language) })
        do {
            let hook = try opening.installation.hook()
            return try GitServer(parts, folder: opening.folder.path, hook: hook, logger: logger, now: Opening.now)
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure(.inputOutput, "\(opening.folder.path): git can't be served (\(error)).")
        }
    }

    private static func sentence(_ error: any Error, _ server: Configuration.Server) -> String {
        let text = "\(error)"
        if text.contains("Address already in use") {
            return "Port \(server.port) is taken by another program. Choose another one with --port."
        }
        if text.contains("Permission denied") { return "Port \(server.port) needs more rights. Choose one above 1023 with --port." }
        if text.contains("Cannot assign requested address") { return "\(server.host) is no address of this machine." }
        return "The server ended: \(text)"
    }
}

extension WebRequestContext: GitRequestContext {}
