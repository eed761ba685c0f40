import Community
import Hummingbird
import Presentation
import WikiCore

/// A person's e-mail address, and the one that their commits carry.
package struct AddressController: Sendable {
    let site: WikiSite

    /// A controller of this site.
    package init(_ site: WikiSite) {
        self.site = site
    }

    /// Mounts its addresses.
    package func addRoutes(to routes: inout SiteRoutes) {
        routes.get("-/settings/address", needs: .account, use: ask)
        routes.post("-/settings/address", needs: .account, use: save)
        routes.post("-/settings/address/commits", needs: .account, use: choose)
    }

    @Sendable private func ask(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        try await show(try await Visit(request, context, site))
    }

    private func show(_ visit: Visit, given: String? = nil, problem: DeskProblem? = nil) async throws -> Response {
        let account = try visit.account
        let claims = try await site.members.addresses.list(account: account.id)
        let hasPassword = try await site.members.accounts.hasPassword(account.id)
        let primary = claims.first(where: \.isPrimary)
        let draft = DeskView.AddressDraft(
            address: primary?.email, isConfirmed: primary?.confirmed != nil,
            confirmed: claims.filter { $0.confirmed != nil }.map(\.email), shown: claims.first(where: \.isShown)?.email)
        return try visit.desk(problem) { token, problem in
            DeskView.address(
                draft, given: given, sendsMail: Letters.canBeSent(by: site), asksPassword: hasPassword, csrf: token, problem: problem,
                in: visit.views)
        }
    }

    @Sendable private func save(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        let form = try await DeskForm(visit)
        let given = try form.text("email")
        if let objection = try form.objection(visit) { return try await show(visit, given: given, problem: objection) }
        if let objection = try await form.passwordObjection(visit) { return try await show(visit, given: given, problem: objection) }
        do {
            let account = try visit.account
            try await site.members.addresses.setPrimary(given, of: account.id, by: context.audit)
            let claims = try await site.members.addresses.list(account: account.id)
            guard let claim = claims.first(where: \.isPrimary) else { throw MemberError.notFound }
            return visit.done(visit.urls.settings(.address), try await visit.askForProof(of: claim))
        } catch let error as MemberError {
            return try await show(visit, given: given, problem: DeskProblem(error, words: site.words))
        }
    }

    @Sendable private func choose(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        let form = try await DeskForm(visit)
        if let objection = try form.objection(visit) { return try await show(visit, problem: objection) }
        do {
            let account = try visit.account
            try await site.members.addresses.setShown(try form.filled("shown"), of: account.id, by: context.audit)
            return visit.done(visit.urls.settings(.address), "settingsSaved")
        } catch let error as MemberError {
            return try await show(visit, problem: DeskProblem(error, words: site.words))
        }
    }
}

extension Visit {
    /// Sends a letter that asks whether an address, which the person claims, is theirs. Gives back what to tell them, the same
    /// whoever has the address.
    func askForProof(of claim: AddressClaim) async throws -> String {
        if claim.confirmed != nil { return "settingsSaved" }
        guard Letters.canBeSent(by: site), MailAddress(claim.email) != nil else { return "addressNoted" }
        let account = try account
        let secret = try await site.members.links.make(.confirmAddress(account: account.id, email: claim.email), by: context.audit)
        Letters(self).confirm(claim.email, secret: secret, name: account.displayName)
        return "addressSent"
    }
}
