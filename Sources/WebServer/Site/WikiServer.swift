import Community
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

    /// Every address of the site, those of the API among them, with what each needs.
    package var routes: [SiteRoute] { table.all + APIController(site).listing }

    /// The application, ready to run.
    /// - Parameters:
    ///   - mount: adds the routes of git, which ask the permissions themselves, to what stands at the wiki's own base.
    ///   - onRunning: told the port once the server listens.
    package func application(
        mount: (RouterGroup<WebRequestContext>) -> Void = { _ in }, onRunning: @escaping @Sendable (Int) async -> Void
    ) -> some ApplicationProtocol {
        let identifiers = RequestIdentifiers(startingAt: .random(in: .min ... .max))
        let urls = site.urls
        let log = RequestLog(logger: logger, discreet: { urls.withoutSecret($0) })
        let limits = HTTPServerLimits()
        let (configuration, bound) = (site.configuration.server, site.port)
        return Application(
            router: router(identifiers, log, mount),
            server: limits.server(
                ready: ready(identifiers, log), isTransfer: { urls.isGitService($0.path ?? "") }),
            configuration: limits.configuration(
                host: configuration.host, port: configuration.port, serverName: Self.serverName, logger: logger),
            onServerRunning: { channel in
                let port = channel.localAddress?.port ?? 0
                bound.set(port)
                await onRunning(port)
            }, logger: logger)
    }

    func router(
        _ identifiers: RequestIdentifiers, _ log: RequestLog, _ mount: (RouterGroup<WebRequestContext>) -> Void = { _ in }
    ) -> Router<WebRequestContext> {
        let router = Router(context: WebRequestContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: SecurityHeadersMiddleware())
        router.add(
            middleware: RequestLogMiddleware(
                identifiers: identifiers, log: log, identify: Identification(site: site).identify,
                errorAnswer: ErrorAnswer(site: site).answer))
        let group = router.group(RouterPath(site.urls.base.isEmpty ? "" : site.urls.base))
        table.mount(on: group, behind: Gate(site))
        mount(group)
        return router
    }

    /// The addresses, subject by subject.
    private var table: SiteRoutes {
        var routes = SiteRoutes()
        EditController(site).addRoutes(to: &routes)
        HistoryController(site).addRoutes(to: &routes)
        AuthorsController(site).addRoutes(to: &routes)
        ActionController(site).addRoutes(to: &routes)
        AttachController(site).addRoutes(to: &routes)
        EmbedController(site).addRoutes(to: &routes)
        SearchController(site).addRoutes(to: &routes)
        ListController(site).addRoutes(to: &routes)
        ContributorController(site).addRoutes(to: &routes)
        FeedController(site).addRoutes(to: &routes)
        BookController(site).addRoutes(to: &routes)
        HelpController(site).addRoutes(to: &routes)
        addAccountRoutes(to: &routes)
        addAdministrationRoutes(to: &routes)
        APIController(site).addRoutes(to: &routes)
        SupportController(site).addRoutes(to: &routes)
        PageController(site).addRoutes(to: &routes)
        return routes
    }

    private func addAccountRoutes(to routes: inout SiteRoutes) {
        LoginController(site).addRoutes(to: &routes)
        RegistrationController(site).addRoutes(to: &routes)
        InvitationController(site).addRoutes(to: &routes)
        FirstAdminController(site).addRoutes(to: &routes)
        ForgottenController(site).addRoutes(to: &routes)
        ResetController(site).addRoutes(to: &routes)
        AddressProofController(site).addRoutes(to: &routes)
        ProfileController(site).addRoutes(to: &routes)
        PasswordController(site).addRoutes(to: &routes)
        AddressController(site).addRoutes(to: &routes)
        CreditController(site).addRoutes(to: &routes)
        SessionsController(site).addRoutes(to: &routes)
        TokensController(site).addRoutes(to: &routes)
        KeysController(site).addRoutes(to: &routes)
        DeletionController(site).addRoutes(to: &routes)
    }

    private func addAdministrationRoutes(to routes: inout SiteRoutes) {
        PeopleController(site).addRoutes(to: &routes)
        PersonController(site).addRoutes(to: &routes)
        EditsController(site).addRoutes(to: &routes)
        InvitationsController(site).addRoutes(to: &routes)
        AccessController(site).addRoutes(to: &routes)
        ExportController(site).addRoutes(to: &routes)
        AuditController(site).addRoutes(to: &routes)
        CreditsController(site).addRoutes(to: &routes)
    }

    /// Pages that are ready are answered ahead of the router to strangers whom no proxy vouches for, as long as all may read
    /// and the wiki stands where it stood.
    private func ready(_ identifiers: RequestIdentifiers, _ log: RequestLog) -> ReadyPages {
        let site = site
        return ReadyPages(identifiers: identifiers, log: log, date: DateHeader(now: now), serverName: Self.serverName) { request in
            guard site.configuration.reading == .public, site.wiki.isFresh,
                site.forwarded.signedOnUser(peer: request.peer, head: request.head) == nil
            else { return nil }
            let actor = Actor.nobody(mayEditOpenly: site.mayEditOpenly(request.head, peer: request.peer))
            let right = EditingRight(actor, site.permissions)
            let key = WikiSite.readyKey(request.rawPath, mayEdit: right.mayEdit, epoch: site.wiki.creditEpoch)
            return site.pages.body(key, at: site.wiki.indexedTip)
        }
    }
}
