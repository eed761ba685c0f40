import Community
import Hummingbird
import Presentation
import WikiCore

/// What stands behind the link that proves an address. It counts for whoever is logged in, and only where it is theirs.
package struct AddressProofController: Sendable {
    let site: WikiSite

    /// A controller of this site.
    package init(_ site: WikiSite) {
        self.site = site
    }

    /// Mounts its addresses.
    package func addRoutes(to routes: inout SiteRoutes) {
        routes.get("-/confirm/{secret}", needs: .account, use: ask)
        routes.post("-/confirm/{secret}", needs: .account, use: confirm)
    }

    @Sendable private func ask(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        return try await show(visit, secret: context.secret())
    }

    private func show(_ visit: Visit, secret: String, problem: DeskProblem? = nil) async throws -> Response {
        let account = try visit.account
        do {
            let link = try await site.members.links.find(secret)
            guard case .confirmAddress(let owner, _) = link.kind, owner == account.id else { throw MemberError.notFound }
            return try visit.desk(problem, discretion: .secretAddress) { token, problem in
                DeskView.confirmAddress(secret: secret, csrf: token, problem: problem, in: visit.views)
            }
        } catch let error as MemberError {
            return try visit.deadEnd(error)
        }
    }

    @Sendable private func confirm(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        let secret = try context.secret()
        let form = try await DeskForm(visit)
        return try await visit.answerLink(form) {
            let account = try visit.account
            let email = try await site.members.links.confirmAddress(secret, as: account.id, by: context.audit)
            await visit.rejoin(emails: [email])
            return visit.done(visit.urls.settings(.address), "addressConfirmed")
        } again: {
            try await show(visit, secret: secret, problem: $0)
        }
    }
}
