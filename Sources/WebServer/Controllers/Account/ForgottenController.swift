import Community
import Hummingbird
import Presentation
import WikiCore
import Wording

/// The way back for somebody who has forgotten a password. The answer is the same for every name, in words and in time.
package struct ForgottenController: Sendable {
    let site: WikiSite

    /// A controller of this site.
    package init(_ site: WikiSite) {
        self.site = site
    }

    /// Mounts its addresses.
    package func addRoutes(to routes: inout SiteRoutes) {
        routes.get("-/forgotten", needs: .nothing, use: ask)
        routes.post("-/forgotten", needs: .nothing, use: send)
    }

    @Sendable private func ask(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        try show(try await Visit(request, context, site))
    }

    private func show(_ visit: Visit, name: String = "", problem: DeskProblem? = nil) throws -> Response {
        try visit.desk(problem, discretion: .wayIn) { token, problem in
            DeskView.forgotten(
                address: name, sendsMail: Letters.canBeSent(by: site), csrf: token, problem: problem, in: visit.views)
        }
    }

    @Sendable private func send(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        guard Letters.canBeSent(by: site) else { return try show(visit) }
        let form = try await DeskForm(visit)
        let name = try form.text("name")
        if let objection = try form.objection(visit) { return try show(visit, name: name, problem: objection) }
        do {
            if let letter = try await site.members.accounts.askReset(name, address: context.clientAddress) { Letters(visit).send(letter) }
            let link = LinkView(label: site.words.text("forgotten.login"), href: visit.urls.login())
            return try visit.message("forgotten.heading", ["forgotten.sent", "forgotten.nothing"], link: link, discretion: .wayIn)
        } catch let error as MemberError {
            return try show(visit, name: name, problem: DeskProblem(error, words: site.words))
        }
    }
}
