import HTTPTypes
package import Hummingbird
package import Logging
import Presentation
import WikiCore

/// The application: the one place where routes, middleware and limits come together, for the program and its tests alike.
package struct WikiServer: Sendable {
    let site: WikiSite
    let logger: Logger
    let now: @Sendable () -> Int64

    private static let serverName = "Stemma"

    /// - Parameter now: the clock for the `Date` of ready pages, in seconds since 1970.
    package init(_ site: WikiSite, logger: Logger, now: @escaping @Sendable () -> Int64) {
        self.site = site
        self.logger = logger
        self.now = now
    }

    /// The application, ready to run.
    /// - Parameter onRunning: told the port once the server listens.
    package func application(onRunning: @escaping @Sendable (Int) async -> Void) -> some ApplicationProtocol {
        let identifiers = RequestIdentifiers(startingAt: .random(in: .min ... .max))
        let log = RequestLog(logger: logger)
        let limits = HTTPServerLimits()
        let configuration = site.configuration.server
        return Application(
            router: router(identifiers, log), server: limits.server(ready: ready(identifiers, log)),
            configuration: limits.configuration(
                host: configuration.host, port: configuration.port, serverName: Self.serverName, logger: logger),
            onServerRunning: { await onRunning($0.localAddress?.port ?? 0) }, logger: logger)
    }

    private func router(_ identifiers: RequestIdentifiers, _ log: RequestLog) -> Router<WebRequestContext> {
        let router = Router(context: WebRequestContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: SecurityHeadersMiddleware())
        router.add(middleware: RequestLogMiddleware(identifiers: identifiers, log: log, errorAnswer: ErrorAnswer(site: site).answer))
        let group = router.group(RouterPath(site.urls.base.isEmpty ? "" : site.urls.base))
        EditController(site).addRoutes(to: group)
        HistoryController(site).addRoutes(to: group)
        ActionController(site).addRoutes(to: group)
        AttachController(site).addRoutes(to: group)
        EmbedController(site).addRoutes(to: group)
        SearchController(site).addRoutes(to: group)
        ListController(site).addRoutes(to: group)
        FeedController(site).addRoutes(to: group)
        HelpController(site).addRoutes(to: group)
        APIController(site).addRoutes(to: group)
        SupportController(site).addRoutes(to: group)
        PageController(site).addRoutes(to: group)
        return router
    }

    /// Pages that are ready are answered ahead of the router, as long as the wiki stands where it stood.
    private func ready(_ identifiers: RequestIdentifiers, _ log: RequestLog) -> ReadyPages {
        let site = site
        return ReadyPages(identifiers: identifiers, log: log, date: DateHeader(now: now), serverName: Self.serverName) { request in
            guard site.wiki.isFresh else { return nil }
            let right = EditingRight(request.head, peer: request.peer, configuration: site.configuration)
            return site.pages.body("\(right.mayEdit)\(request.rawPath)", at: site.wiki.indexedTip)
        }
    }
}
