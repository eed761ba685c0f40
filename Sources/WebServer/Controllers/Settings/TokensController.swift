import Community
import Hummingbird
import Presentation
import WikiCore

/// Access tokens of a person: made, shown once, listed, revoked.
package struct TokensController: Sendable {
    let site: WikiSite

    private static let day: Int64 = 86_400

    /// A controller of this site.
    package init(_ site: WikiSite) {
        self.site = site
    }

    /// Mounts its addresses.
    package func addRoutes(to routes: inout SiteRoutes) {
        routes.get("-/settings/tokens", needs: .account, use: ask)
        routes.post("-/settings/tokens", needs: .account, use: make)
        routes.post("-/settings/tokens/revoke", needs: .account, use: revoke)
    }

    @Sendable private func ask(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        try await show(try await Visit(request, context, site))
    }

    private func show(
        _ visit: Visit, draft: DeskView.TokenDraft = .init(), secret: (name: String, token: String)? = nil, problem: DeskProblem? = nil
    ) async throws -> Response {
        let (account, now) = (try visit.account, site.wiki.now)
        let lines = try await site.members.tokens.list(account: account.id).map { token in
            DeskView.TokenLine(
                id: token.id, name: token.name, scope: token.scope.rawValue, created: Int(token.created), expires: Int(token.expires),
                lastUsed: token.lastUsed.map(Int.init), isOver: token.expires <= now)
        }
        let scopes = TokenScope.allCases.filter { $0 != .admin || account.role > .reviewer }
        let hasPassword = try await site.members.accounts.hasPassword(account.id)
        return try visit.desk(problem) { token, problem in
            DeskView.tokens(
                lines, draft: draft, scopes: scopes.map(\.rawValue), asksPassword: hasPassword, secret: secret, csrf: token,
                problem: problem, in: visit.views)
        }
    }

    @Sendable private func make(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        let account = try visit.account
        let form = try await DeskForm(visit)
        let draft = DeskView.TokenDraft(name: try form.text("name"), scope: try form.text("scope"), days: try form.text("days"))
        if let objection = try form.objection(visit) { return try await show(visit, draft: draft, problem: objection) }
        // What may do everything outlives the session that made it.
        if draft.scope.utf8.elementsEqual(TokenScope.admin.rawValue.utf8), let objection = try await form.passwordObjection(visit) {
            return try await show(visit, draft: draft, problem: objection)
        }
        do {
            guard let scope = TokenScope(rawValue: draft.scope), let days = form.number("days") else { throw WebError.malformed }
            let made = try await site.members.tokens.create(
                account: account.id, name: draft.name, scope: scope, expires: site.wiki.now + min(days, 36_500) * Self.day,
                by: context.audit)
            return try await show(visit, secret: (made.token.name, made.secret))
        } catch let error as MemberError {
            return try await show(visit, draft: draft, problem: DeskProblem(error, words: site.words))
        }
    }

    @Sendable private func revoke(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        let account = try visit.account
        let form = try await DeskForm(visit)
        if let objection = try form.objection(visit) { return try await show(visit, problem: objection) }
        do {
            try await site.members.tokens.revoke(form.number("token") ?? 0, of: account.id, by: context.audit)
            return visit.done(visit.urls.settings(.tokens), "tokenRevoked")
        } catch let error as MemberError {
            return try await show(visit, problem: DeskProblem(error, words: site.words))
        }
    }
}
