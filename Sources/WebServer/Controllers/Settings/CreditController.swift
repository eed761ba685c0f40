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
        let pushes = try await site.waitingPushes(for: account.id)
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
            try await visit.confirmPush(form, isOwn: true)
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
    /// Confirms the people of the push that a form names, as the form showed them.
    /// - Parameter isOwn: true where only the visitor's own work is meant.
    func confirmPush(_ form: DeskForm, isOwn: Bool) async throws {
        guard let push = form.number("push") else { throw MemberError.notFound }
        let mark = try form.text("people")
        let commits = try await site.members.pushes.confirm(push, isOwn: isOwn, mark: mark, by: context.audit)
        await rejoining { try await site.wiki.rejoinCredits(commits: commits) }
    }
}

extension WikiSite {
    /// Pushes with people who wait, as lists show them: all of these, or one account's own work.
    func waitingPushes(for account: Int64? = nil) async throws -> [DeskView.PushLine] {
        var lines: [DeskView.PushLine] = []
        for push in try await members.pushes.unconfirmed(for: account) {
            let waiting = try await members.pushes.waiting(in: push.id, for: account)
            // Somebody confirmed it just now.
            guard !waiting.people.isEmpty else { continue }
            lines.append(
                DeskView.PushLine(
                    id: push.id, pusher: push.name, time: Int(push.time), waiting: waiting, commits: push.commits, newest: push.new.hex))
        }
        return lines
    }
}
