import Community
import Hummingbird
import Presentation
import WikiCore

/// The end of an account.
package struct DeletionController: Sendable {
    let site: WikiSite

    /// A controller of this site.
    package init(_ site: WikiSite) {
        self.site = site
    }

    /// Mounts its addresses.
    package func addRoutes(to routes: inout SiteRoutes) {
        routes.get("-/settings/deletion", needs: .account, use: ask)
        routes.post("-/settings/deletion", needs: .account, use: delete)
    }

    @Sendable private func ask(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        try await show(try await Visit(request, context, site))
    }

    private func show(_ visit: Visit, problem: DeskProblem? = nil) async throws -> Response {
        let account = try visit.account
        let hasPassword = try await site.members.accounts.hasPassword(account.id)
        return try visit.desk(problem) { token, problem in
            DeskView.deletion(name: account.name, asksPassword: hasPassword, csrf: token, problem: problem, in: visit.views)
        }
    }

    @Sendable private func delete(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        let account = try visit.account
        let form = try await DeskForm(visit)
        if let objection = try form.objection(visit) { return try await show(visit, problem: objection) }
        if let objection = try await form.passwordObjection(visit) { return try await show(visit, problem: objection) }
        do {
            try await site.members.accounts.delete(account.id, by: context.audit)
            await visit.rejoining { try await site.wiki.rejoinCredits(account: account.id) }
            return visit.forget(visit.done(visit.urls.home, "accountDeleted"))
        } catch let error as MemberError {
            return try await show(visit, problem: DeskProblem(error, words: site.words))
        }
    }
}
