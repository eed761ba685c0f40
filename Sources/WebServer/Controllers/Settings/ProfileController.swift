import Community
import Hummingbird
import Presentation
import WikiCore

/// A person's own account: the name beside edits, and what it may do.
package struct ProfileController: Sendable {
    let site: WikiSite

    /// A controller of this site.
    package init(_ site: WikiSite) {
        self.site = site
    }

    /// Mounts its addresses.
    package func addRoutes(to routes: inout SiteRoutes) {
        routes.get("-/settings", needs: .account, use: ask)
        routes.post("-/settings", needs: .account, use: save)
    }

    @Sendable private func ask(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        return try await show(visit, displayName: visit.account.displayName)
    }

    private func show(_ visit: Visit, displayName: String, problem: DeskProblem? = nil) async throws -> Response {
        let account = try visit.account
        let hasRanking = site.configuration.people.ranking
        let isRanked = hasRanking ? try await site.members.accounts.isRanked(account.id) : nil
        let draft = DeskView.ProfileDraft(
            name: account.name, displayName: displayName, role: account.role.rawValue, created: Int(account.created),
            commitAddress: account.author(domain: site.configuration.identity.domain).email, isRanked: isRanked)
        return try visit.desk(problem) { token, problem in
            DeskView.profile(draft, csrf: token, problem: problem, in: visit.views)
        }
    }

    @Sendable private func save(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        let account = try visit.account
        let form = try await DeskForm(visit)
        let name = try form.text("displayName")
        if let objection = try form.objection(visit) { return try await show(visit, displayName: name, problem: objection) }
        do {
            try await site.members.accounts.setDisplayName(name, of: account.id, by: context.audit)
            switch try form.text("ranking") {
            case "in": try await site.members.accounts.setRanked(true, of: account.id, by: context.audit)
            case "out": try await site.members.accounts.setRanked(false, of: account.id, by: context.audit)
            default: break
            }
            await visit.rejoining { try await site.wiki.rejoinCredits(account: account.id) }
            return visit.done(visit.urls.settings(), "settingsSaved")
        } catch let error as MemberError {
            return try await show(visit, displayName: name, problem: DeskProblem(error, words: site.words))
        }
    }
}
