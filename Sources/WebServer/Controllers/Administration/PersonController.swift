import Community
import Hummingbird
import Presentation
import WikiCore

/// One account: its role, whether it may log in, links for it, its claims.
package struct PersonController: Sendable {
    let site: WikiSite

    /// How long a link works that an admin hands over, in seconds.
    private static let linkTime: Int64 = 86_400

    /// A controller of this site.
    package init(_ site: WikiSite) {
        self.site = site
    }

    /// Mounts its addresses.
    package func addRoutes(to routes: inout SiteRoutes) {
        routes.get("-/admin/people/{name}", needs: .moderate, use: ask)
        routes.post("-/admin/people/{name}/role", needs: .administer, use: setRole)
        routes.post("-/admin/people/{name}/state", needs: .moderate, use: setState)
        routes.post("-/admin/people/{name}/link", needs: .administer, use: makeLink)
        routes.post("-/admin/people/{name}/address", needs: .administer, use: confirmAddress)
    }

    /// The account that an address names.
    private func person(_ context: WebRequestContext) async throws -> Account {
        guard let account = try await site.members.accounts.account(name: context.parameters.require("name")) else {
            throw WebError.notFound
        }
        return account
    }

    @Sendable private func ask(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        return try await show(visit, person(context))
    }

    private func show(_ visit: Visit, _ person: Account, link: String? = nil, problem: DeskProblem? = nil) async throws -> Response {
        let (me, isAdmin) = (try visit.account, site.permissions.allows(.administer, visit.actor))
        let isOther = me.id != person.id
        let rights = DeskView.PersonRights(
            setsRole: isAdmin, blocks: isOther && (isAdmin || person.role < me.role), disables: isAdmin && isOther)
        let claims = isAdmin ? try await site.members.addresses.list(account: person.id) : []
        return try visit.desk(problem) { token, problem in
            DeskView.person(
                DeskView.PersonLine(person, withAddress: isAdmin), roles: Role.allCases.map(\.rawValue),
                unconfirmedAddresses: claims.filter { $0.confirmed == nil }.map(\.email), rights: rights, link: link,
                pages: AdminPages(visit.actor, site.permissions), csrf: token, problem: problem, in: visit.views)
        }
    }

    /// Does something about an account, and says so on its page.
    private func act(
        _ request: Request, _ context: WebRequestContext, _ body: (Visit, DeskForm, Account) async throws -> String
    ) async throws -> Response {
        let visit = try await Visit(request, context, site)
        let person = try await person(context)
        let form = try await DeskForm(visit)
        if let objection = try form.objection(visit) { return try await show(visit, person, problem: objection) }
        do {
            return visit.done(visit.urls.adminPerson(person.name), try await body(visit, form, person))
        } catch let error as MemberError {
            return try await show(visit, person, problem: DeskProblem(error, words: site.words))
        }
    }

    @Sendable private func setRole(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        try await act(request, context) { _, form, person in
            guard let role = Role(rawValue: try form.text("role")) else { throw WebError.malformed }
            try await site.members.accounts.setRole(role, of: person.id, by: context.audit)
            return "roleSet"
        }
    }

    @Sendable private func setState(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        try await act(request, context) { _, form, person in
            guard let state = Account.State(rawValue: try form.text("state")), state != .deleted else { throw WebError.malformed }
            try await site.members.accounts.setState(state, of: person.id, by: context.audit)
            switch state {
            case .active, .deleted: return "accountActive"
            case .blocked: return "accountBlocked"
            case .disabled: return "accountDisabled"
            }
        }
    }

    @Sendable private func confirmAddress(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        try await act(request, context) { visit, form, person in
            let email = try form.text("email")
            try await site.members.addresses.confirm(email, of: person.id, by: context.audit)
            await visit.rejoin(emails: [email])
            return "addressConfirmed"
        }
    }

    /// A link is shown on the answer itself, and nowhere else.
    @Sendable private func makeLink(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        let person = try await person(context)
        let form = try await DeskForm(visit)
        if let objection = try form.objection(visit) { return try await show(visit, person, problem: objection) }
        do {
            let kind = OneTimeLink.Kind.resetPassword(account: person.id)
            let secret = try await site.members.links.make(kind, validFor: Self.linkTime, by: context.audit)
            return try await show(visit, person, link: visit.absolute(visit.urls.reset(secret)))
        } catch let error as MemberError {
            return try await show(visit, person, problem: DeskProblem(error, words: site.words))
        }
    }
}
