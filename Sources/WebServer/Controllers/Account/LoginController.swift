import Community
import Hummingbird
import Presentation
import WikiCore

/// Logging in and out.
package struct LoginController: Sendable {
    let site: WikiSite

    /// A controller of this site.
    package init(_ site: WikiSite) {
        self.site = site
    }

    /// Mounts its addresses.
    package func addRoutes(to routes: inout SiteRoutes) {
        routes.get("-/login", needs: .nothing, use: ask)
        routes.post("-/login", needs: .nothing, use: login)
        routes.get("-/logout", needs: .nothing, use: askLogout)
        routes.post("-/logout", needs: .nothing, use: logout)
    }

    @Sendable private func ask(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        let next = NextAddress(try visit.query.text("next"), in: visit.urls)
        guard visit.isAnonymous else { return .seeOther(next.address) }
        return try show(visit, next: next)
    }

    private func show(_ visit: Visit, next: NextAddress, name: String = "", problem: DeskProblem? = nil) throws -> Response {
        try visit.desk(problem, discretion: .wayIn) { token, problem in
            DeskView.login(
                name: name, next: next.address, isAskedFor: next.address != visit.urls.home || site.configuration.reading == .accounts,
                offersRegistration: site.configuration.registration == .open && !site.forwarded.signsOn, csrf: token, problem: problem,
                in: visit.views)
        }
    }

    @Sendable private func login(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        let form = try await DeskForm(visit)
        let next = NextAddress(try form.text("next"), in: visit.urls)
        let name = try form.text("name")
        if let objection = try form.objection(visit) { return try show(visit, next: next, name: name, problem: objection) }
        do {
            let account = try await site.members.accounts.checkLogin(
                name, password: try form.text("password"), address: context.clientAddress)
            return try await visit.welcome(account, to: next.address)
        } catch let error as MemberError {
            return try show(visit, next: next, name: name, problem: DeskProblem(error, words: site.words))
        }
    }

    @Sendable private func askLogout(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        guard visit.sessionHandle != nil else { return .seeOther(visit.urls.home) }
        return try showLogout(visit)
    }

    private func showLogout(_ visit: Visit, problem: DeskProblem? = nil) throws -> Response {
        let name = visit.actor.account?.displayName ?? ""
        return try visit.desk(problem) { token, problem in
            DeskView.logout(name: name, csrf: token, problem: problem, in: visit.views)
        }
    }

    @Sendable private func logout(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        guard let handle = visit.sessionHandle, let account = visit.actor.account else {
            return visit.forget(visit.done(visit.urls.home, "loggedOut"))
        }
        let form = try await DeskForm(visit)
        if let objection = try form.objection(visit) { return try showLogout(visit, problem: objection) }
        do {
            try await site.members.sessions.end(handle, of: account.id, by: context.audit)
        } catch MemberError.notFound {
            // It ended a moment ago.
        }
        return visit.forget(visit.done(visit.urls.home, "loggedOut"))
    }
}
