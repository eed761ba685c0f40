import Community
import Hummingbird
import Presentation
import WikiCore

/// Working with git: the clone address, and keys for SSH.
package struct KeysController: Sendable {
    let site: WikiSite

    /// A controller of this site.
    package init(_ site: WikiSite) {
        self.site = site
    }

    /// Mounts its addresses.
    package func addRoutes(to routes: inout SiteRoutes) {
        routes.get("-/settings/keys", needs: .account, use: ask)
        routes.post("-/settings/keys", needs: .account, use: add)
        routes.post("-/settings/keys/remove", needs: .account, use: remove)
    }

    @Sendable private func ask(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        try await show(try await Visit(request, context, site))
    }

    private func show(_ visit: Visit, title: String = "", text: String = "", problem: DeskProblem? = nil) async throws -> Response {
        let account = try visit.account
        let lines = try await site.members.keys.list(account: account.id).map { key in
            DeskView.KeyLine(
                id: key.id, title: key.title, fingerprint: key.fingerprint, added: Int(key.created), lastUsed: key.lastUsed.map(Int.init))
        }
        let hasPassword = try await site.members.accounts.hasPassword(account.id)
        return try visit.desk(problem) { token, problem in
            DeskView.keys(
                lines, title: title, text: text, clone: site.cloneAddress, sshClone: site.sshCloneAddress, account: account.name,
                asksPassword: hasPassword, csrf: token,
                problem: problem, in: visit.views)
        }
    }

    @Sendable private func add(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        let account = try visit.account
        let form = try await DeskForm(visit)
        let (title, text) = (try form.text("title"), try form.text("key"))
        if let objection = try form.objection(visit) { return try await show(visit, title: title, text: text, problem: objection) }
        if let objection = try await form.passwordObjection(visit) {
            // Nothing has looked at the key yet: it may be the private half.
            return try await show(visit, title: title, problem: objection)
        }
        do {
            try await site.members.keys.add(account: account.id, text: text, title: title, by: context.audit)
            return visit.done(visit.urls.settings(.keys), "keyAdded")
        } catch let error as MemberError {
            // What may be the private half is not sent back.
            let shown = error == .badKey(.isPrivate) ? "" : text
            return try await show(visit, title: title, text: shown, problem: DeskProblem(error, words: site.words))
        }
    }

    @Sendable private func remove(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        let account = try visit.account
        let form = try await DeskForm(visit)
        if let objection = try form.objection(visit) { return try await show(visit, problem: objection) }
        do {
            try await site.members.keys.remove(form.number("key") ?? 0, of: account.id, by: context.audit)
            return visit.done(visit.urls.settings(.keys), "keyRemoved")
        } catch let error as MemberError {
            return try await show(visit, problem: DeskProblem(error, words: site.words))
        }
    }
}
