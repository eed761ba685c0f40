import Community
import Hummingbird
import Presentation
import WikiCore

/// What stands behind the link that sets a new password.
package struct ResetController: Sendable {
    let site: WikiSite

    /// A controller of this site.
    package init(_ site: WikiSite) {
        self.site = site
    }

    /// Mounts its addresses.
    package func addRoutes(to routes: inout SiteRoutes) {
        routes.get("-/reset/{secret}", needs: .nothing, use: ask)
        routes.post("-/reset/{secret}", needs: .nothing, use: reset)
    }

    @Sendable private func ask(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        return try await show(visit, secret: context.secret())
    }

    private func show(_ visit: Visit, secret: String, problem: DeskProblem? = nil) async throws -> Response {
        do {
            guard case .resetPassword = try await site.members.links.find(secret).kind else { throw MemberError.notFound }
            return try visit.desk(problem, discretion: .secretAddress) { token, problem in
                DeskView.reset(secret: secret, csrf: token, problem: problem, in: visit.views)
            }
        } catch let error as MemberError {
            return try visit.deadEnd(error)
        }
    }

    @Sendable private func reset(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        let secret = try context.secret()
        let form = try await DeskForm(visit)
        return try await visit.answerLink(form) {
            _ = try await site.members.links.resetPassword(secret, to: try form.text("password"), address: context.clientAddress)
            return visit.forget(visit.done(visit.urls.login(), "passwordReset"))
        } again: {
            try await show(visit, secret: secret, problem: $0)
        }
    }
}
