import Community
import Hummingbird
import Presentation
import WikiCore
import Wording

/// Another password. All devices but the one that asks are logged out.
package struct PasswordController: Sendable {
    let site: WikiSite

    /// A controller of this site.
    package init(_ site: WikiSite) {
        self.site = site
    }

    /// Mounts its addresses.
    package func addRoutes(to routes: inout SiteRoutes) {
        routes.get("-/settings/password", needs: .account, use: ask)
        routes.post("-/settings/password", needs: .account, use: save)
    }

    @Sendable private func ask(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        try await show(try await Visit(request, context, site))
    }

    private func show(_ visit: Visit, problem: DeskProblem? = nil) async throws -> Response {
        let hasPassword = try await site.members.accounts.hasPassword(visit.account.id)
        return try visit.desk(problem) { token, problem in
            DeskView.password(hasPassword: hasPassword, csrf: token, problem: problem, in: visit.views)
        }
    }

    @Sendable private func save(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        let account = try visit.account
        let form = try await DeskForm(visit)
        if let objection = try form.objection(visit) { return try await show(visit, problem: objection) }
        if let objection = try await form.passwordObjection(visit) { return try await show(visit, problem: objection) }
        do {
            try await site.members.accounts.setPassword(
                of: account.id, to: try form.text("password"), keepingSession: visit.sessionHandle, by: context.audit)
            return visit.done(visit.urls.settings(.password), "passwordChanged")
        } catch let error as MemberError {
            return try await show(visit, problem: DeskProblem(error, words: site.words))
        }
    }
}

extension DeskForm {
    /// Why the person who is logged in is not believed to be still the same; nil where the current password is right, or
    /// where there is none.
    func passwordObjection(_ visit: Visit) async throws -> DeskProblem? {
        let (accounts, account) = (visit.site.members.accounts, try visit.account)
        do {
            guard try await accounts.hasPassword(account.id) else { return nil }
            try await accounts.verifyPassword(of: account.id, try text("current"), by: visit.context.audit)
            return nil
        } catch MemberError.wrongPassword {
            return DeskProblem(.forbidden, .notTaken, visit.site.words.text("member.wrongCurrentPassword"), field: "current")
        } catch let error as MemberError {
            return DeskProblem(error, words: visit.site.words)
        }
    }
}
