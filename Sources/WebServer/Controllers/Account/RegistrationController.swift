import Community
import Hummingbird
import Presentation
import WikiCore
import Wording

/// Accounts that people make themselves, where that is open to all.
package struct RegistrationController: Sendable {
    let site: WikiSite

    /// A controller of this site.
    package init(_ site: WikiSite) {
        self.site = site
    }

    /// Mounts its addresses.
    package func addRoutes(to routes: inout SiteRoutes) {
        routes.get("-/register", needs: .nothing, use: ask)
        routes.post("-/register", needs: .nothing, use: register)
    }

    @Sendable private func ask(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        guard visit.isAnonymous else { return .seeOther(visit.urls.settings()) }
        return try closed(visit) ?? show(visit)
    }

    /// What is said where people cannot make accounts themselves; nil where they can.
    private func closed(_ visit: Visit) throws -> Response? {
        let sentence: String
        switch site.configuration.registration {
        // A password of one's own would be a second way in, past whoever runs the proxy.
        case .open where site.forwarded.signsOn: sentence = "register.byProxy"
        case .open: return nil
        case .invitation: sentence = "register.byInvitation"
        case .closed: sentence = "register.closed"
        }
        let link = LinkView(label: site.words.text("login.button"), href: visit.urls.login())
        return try visit.message("register.heading", [sentence, "register.names"], link: link, discretion: .wayIn)
    }

    private func show(_ visit: Visit, draft: DeskView.RegistrationDraft = .init(), problem: DeskProblem? = nil) throws -> Response {
        try visit.desk(problem, discretion: .wayIn) { token, problem in
            DeskView.registration(
                .open, draft: draft, siteName: site.configuration.site.name, csrf: token, problem: problem, in: visit.views)
        }
    }

    @Sendable private func register(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        if let closed = try closed(visit) { return closed }
        let form = try await DeskForm(visit)
        let draft = try form.registration
        if let objection = try form.objection(visit) { return try show(visit, draft: draft, problem: objection) }
        do {
            let made = try await site.members.accounts.register(
                name: draft.name, displayName: draft.displayName, email: try form.filled("email"), password: try form.text("password"),
                address: context.clientAddress)
            if let letter = made.letter { Letters(visit).send(letter, name: made.account.displayName) }
            await visit.rejoin(made.account)
            return try await visit.welcome(made.account, to: visit.urls.home)
        } catch let error as MemberError {
            return try show(visit, draft: draft, problem: DeskProblem(error, words: site.words))
        }
    }
}

extension DeskForm {
    /// The fields of a new account but its password.
    var registration: DeskView.RegistrationDraft {
        get throws {
            DeskView.RegistrationDraft(name: try text("name"), displayName: try text("displayName"), email: try text("email"))
        }
    }
}
