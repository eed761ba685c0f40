import Community
import Hummingbird
import Presentation
import WikiCore

/// Pushes of whose people nobody has confirmed all, and claims that wait for an admin's word.
package struct CreditsController: Sendable {
    let site: WikiSite

    /// A controller of this site.
    package init(_ site: WikiSite) {
        self.site = site
    }

    /// Mounts its addresses.
    package func addRoutes(to routes: inout SiteRoutes) {
        routes.get("-/admin/credits", needs: .review, use: ask)
        routes.post("-/admin/credits", needs: .review, use: confirm)
    }

    @Sendable private func ask(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        try await show(try await Visit(request, context, site))
    }

    private func show(_ visit: Visit, problem: DeskProblem? = nil) async throws -> Response {
        let pushes = try await site.waitingPushes()
        var claims: [DeskView.WaitingClaim] = []
        if site.permissions.allows(.administer, visit.actor) {
            claims = try await site.members.addresses.waiting().map {
                DeskView.WaitingClaim(name: $0.account.name, displayName: $0.account.displayName, address: $0.claim.email)
            }
        }
        return try visit.desk(problem) { token, problem in
            DeskView.credits(
                pushes, claims: claims, pages: AdminPages(visit.actor, site.permissions), csrf: token, problem: problem, in: visit.views)
        }
    }

    @Sendable private func confirm(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        let form = try await DeskForm(visit)
        if let objection = try form.objection(visit) { return try await show(visit, problem: objection) }
        do {
            try await visit.confirmPush(form, isOwn: false)
            return visit.done(visit.urls.adminCredits, "credited")
        } catch let error as MemberError {
            return try await show(visit, problem: DeskProblem(error, words: site.words))
        }
    }
}
