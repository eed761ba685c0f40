import Community
import Hummingbird
import Presentation
import WikiCore

/// Where a person is logged in.
package struct SessionsController: Sendable {
    let site: WikiSite

    /// A controller of this site.
    package init(_ site: WikiSite) {
        self.site = site
    }

    /// Mounts its addresses.
    package func addRoutes(to routes: inout SiteRoutes) {
        routes.get("-/settings/sessions", needs: .account, use: ask)
        routes.post("-/settings/sessions", needs: .account, use: end)
        routes.post("-/settings/sessions/others", needs: .account, use: endOthers)
    }

    @Sendable private func ask(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        try await show(try await Visit(request, context, site))
    }

    private func show(_ visit: Visit, problem: DeskProblem? = nil) async throws -> Response {
        let lines = try await site.members.sessions.list(account: visit.account.id).map { session in
            DeskView.SessionLine(
                handle: session.handle, agent: session.userAgent ?? "", address: session.address, begun: Int(session.created),
                lastSeen: Int(session.lastSeen), isThis: session.handle == visit.sessionHandle)
        }
        return try visit.desk(problem) { token, problem in
            DeskView.sessions(lines, csrf: token, problem: problem, in: visit.views)
        }
    }

    @Sendable private func end(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        let account = try visit.account
        let form = try await DeskForm(visit)
        if let objection = try form.objection(visit) { return try await show(visit, problem: objection) }
        do {
            try await site.members.sessions.end(try form.text("session"), of: account.id, by: context.audit)
        } catch MemberError.notFound {
            // It ended by itself.
        }
        return visit.done(visit.urls.settings(.sessions), "sessionEnded")
    }

    @Sendable private func endOthers(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        let account = try visit.account
        let form = try await DeskForm(visit)
        if let objection = try form.objection(visit) { return try await show(visit, problem: objection) }
        try await site.members.sessions.endAll(of: account.id, except: visit.sessionHandle, by: context.audit)
        return visit.done(visit.urls.settings(.sessions), "sessionsEnded")
    }
}
