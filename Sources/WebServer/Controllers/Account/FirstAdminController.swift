import Community
import Hummingbird
import Presentation
import WikiCore

/// What stands behind the link with which whoever runs the server makes the first account.
package struct FirstAdminController: Sendable {
    let site: WikiSite

    /// A controller of this site.
    package init(_ site: WikiSite) {
        self.site = site
    }

    /// Mounts its addresses.
    package func addRoutes(to routes: inout SiteRoutes) {
        routes.get("-/first-admin/{secret}", needs: .nothing, use: ask)
        routes.post("-/first-admin/{secret}", needs: .nothing, use: make)
    }

    @Sendable private func ask(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        return try await show(visit, secret: context.secret(), draft: .init())
    }

    private func show(
        _ visit: Visit, secret: String, draft: DeskView.RegistrationDraft, problem: DeskProblem? = nil
    ) async throws -> Response {
        do {
            guard try await site.members.links.find(secret).kind == .firstAdmin else { throw MemberError.notFound }
            guard try await !site.members.accounts.hasAdmin() else { throw MemberError.closed }
            return try visit.desk(problem, discretion: .secretAddress) { token, problem in
                DeskView.registration(
                    .firstAdmin(secret: secret), draft: draft, siteName: site.configuration.site.name, csrf: token, problem: problem,
                    in: visit.views)
            }
        } catch let error as MemberError {
            return try visit.deadEnd(error)
        }
    }

    @Sendable private func make(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        let secret = try context.secret()
        let form = try await DeskForm(visit)
        let draft = try form.registration
        return try await visit.answerLink(form) {
            let account = try await site.members.links.makeFirstAdmin(
                secret, name: draft.name, displayName: draft.displayName, email: try form.filled("email"),
                password: try form.text("password"), address: context.clientAddress)
            await visit.rejoin(account)
            return try await visit.welcome(account, to: visit.urls.home)
        } again: {
            try await show(visit, secret: secret, draft: draft, problem: $0)
        }
    }
}
