import Community
import Git
import Hummingbird
import Presentation
import WikiCore

/// A person's addresses in the history, and pushes that brought work of theirs.
package struct CreditController: Sendable {
    let site: WikiSite

    /// A controller of this site.
    package init(_ site: WikiSite) {
        self.site = site
    }

    /// Mounts its addresses.
    package func addRoutes(to routes: inout SiteRoutes) {
        routes.get("-/settings/credit", needs: .account, use: ask)
        routes.post("-/settings/credit", needs: .account, use: claim)
        routes.post("-/settings/credit/release", needs: .account, use: release)
        routes.post("-/settings/credit/confirm", needs: .account, use: confirm)
    }

    @Sendable private func ask(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        try await show(try await Visit(request, context, site))
    }

    private func show(_ visit: Visit, given: String = "", problem: DeskProblem? = nil) async throws -> Response {
        let account = try visit.account
        let claims = try await site.members.addresses.list(account: account.id)
        let pushes = try await site.lines(of: site.members.pushes.unconfirmed(for: account.id))
        let hasPassword = try await site.members.accounts.hasPassword(account.id)
        return try visit.desk(problem) { token, problem in
            DeskView.credit(
                claims.map { DeskView.ClaimLine(address: $0.email, isConfirmed: $0.confirmed != nil) }, pushes: pushes, given: given,
                asksPassword: hasPassword, csrf: token, problem: problem, in: visit.views)
        }
    }

    @Sendable private func claim(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        let form = try await DeskForm(visit)
        let given = try form.text("email")
        if let objection = try form.objection(visit) { return try await show(visit, given: given, problem: objection) }
        if let objection = try await form.passwordObjection(visit) { return try await show(visit, given: given, problem: objection) }
        return try await act(visit, given: given) { account in
            let claim = try await site.members.addresses.claim(given, for: account.id, by: context.audit)
            return try await visit.askForProof(of: claim)
        }
    }

    @Sendable private func release(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        let form = try await DeskForm(visit)
        let email = try form.text("email")
        if let objection = try form.objection(visit) { return try await show(visit, problem: objection) }
        // The screen's first form is another one, so what is wrong stands above both.
        if let objection = try await form.passwordObjection(visit) { return try await show(visit, problem: objection.besideNoField) }
        return try await act(visit) { account in
            try await site.members.addresses.release(email, of: account.id, by: context.audit)
            await visit.rejoin(emails: [email])
            return "addressReleased"
        }
    }

    @Sendable private func confirm(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        let form = try await DeskForm(visit)
        if let objection = try form.objection(visit) { return try await show(visit, problem: objection) }
        return try await act(visit) { _ in
            try await visit.confirmPush(form)
            return "credited"
        }
    }

    /// Does something, and says so on the same page.
    private func act(_ visit: Visit, given: String = "", _ body: (Account) async throws -> String) async throws -> Response {
        do {
            return visit.done(visit.urls.settings(.credit), try await body(visit.account))
        } catch let error as MemberError {
            return try await show(visit, given: given, problem: DeskProblem(error, words: site.words))
        }
    }
}

extension Visit {
    /// Confirms the authors of the push that a form names.
    func confirmPush(_ form: DeskForm) async throws {
        guard let push = form.number("push") else { throw MemberError.notFound }
        let commits = try await site.members.pushes.confirm(push, by: context.audit)
        await rejoining { try await site.wiki.rejoinCredits(commits: commits) }
    }
}

extension WikiSite {
    /// How many commits of a push are looked at for the names of their authors.
    private static let pushDepth = 100

    /// Pushes as lists show them, with the names of those whose work waits.
    func lines(of pushes: [Push]) async throws -> [DeskView.PushLine] {
        try await wiki.read { snapshot in
            try pushes.map { push in
                var names: [String] = []
                if let newest = try snapshot.index.commit(push.new) {
                    let depth = min(push.commits, Self.pushDepth)
                    let waiting = try snapshot.index.recent(before: newest.place + 1, limit: depth).filter(\.isUnconfirmed)
                    for commit in waiting where !names.contains(where: { $0.utf8.elementsEqual(commit.author.utf8) }) {
                        names.append(commit.author)
                    }
                }
                return DeskView.PushLine(
                    id: push.id, pusher: push.name, time: Int(push.time), authors: names, commits: push.unconfirmed, newest: push.new.hex)
            }
        }
    }
}
