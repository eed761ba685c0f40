import Community
import Hummingbird
import Presentation
import WikiCore
import Wording

/// Inviting people, by letters or by links to hand on, and who has come.
package struct InvitationsController: Sendable {
    let site: WikiSite

    private static let pageSize = 50
    private static let day: Int64 = 86_400

    /// A controller of this site.
    package init(_ site: WikiSite) {
        self.site = site
    }

    /// Mounts its addresses.
    package func addRoutes(to routes: inout SiteRoutes) {
        routes.get("-/admin/invitations", needs: .invite, use: ask)
        routes.post("-/admin/invitations", needs: .invite, use: invite)
        routes.post("-/admin/invitations/revoke", needs: .invite, use: revoke)
    }

    @Sendable private func ask(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        try await show(try await Visit(request, context, site))
    }

    private func show(
        _ visit: Visit, draft: DeskView.InvitationDraft = .init(), links: [(address: String, link: String)] = [],
        problem: DeskProblem? = nil
    ) async throws -> Response {
        let now = site.wiki.now
        let isAdmin = site.permissions.allows(.administer, visit.actor)
        let before = visit.query.number("after").map(Int64.init)
        let found = try await site.members.invitations.list(before: before, limit: Self.pageSize + 1)
        let shown = found.prefix(Self.pageSize)
        let lines = shown.map { DeskView.InvitationLine($0, now: now, for: visit.actor, isAdmin: isAdmin) }
        let roles = Role.allCases.filter { isAdmin || $0 <= .contributor }
        return try visit.desk(problem) { token, problem in
            DeskView.invitations(
                lines, draft: draft, roles: roles.map(\.rawValue), sendsMail: Letters.canBeSent(by: site), links: links,
                after: found.count > shown.count ? shown.last.map { String($0.id) } : nil, isFirstPage: before == nil,
                pages: AdminPages(visit.actor, site.permissions), csrf: token, problem: problem, in: visit.views)
        }
    }

    @Sendable private func invite(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        let form = try await DeskForm(visit)
        let draft = DeskView.InvitationDraft(
            addresses: try form.text("addresses"), role: try form.text("role"), days: try form.text("days"), note: try form.text("note"))
        if let objection = try form.objection(visit) { return try await show(visit, draft: draft, problem: objection) }
        let addresses = AddressList(draft.addresses).addresses
        guard !addresses.isEmpty else {
            let missing = site.words.text("invitations.none")
            return try await show(visit, draft: draft, problem: DeskProblem(.unprocessableContent, .notTaken, missing, field: "addresses"))
        }
        do {
            guard let role = Role(rawValue: draft.role), let days = form.number("days") else { throw WebError.malformed }
            let byMail = Letters.canBeSent(by: site)
            if byMail, let mail = site.mail, mail.room < addresses.count { throw MemberError.busy }
            let made = try await site.members.invitations.invite(
                addresses, role: role, expires: site.wiki.now + min(days, 365) * Self.day, note: draft.note, byMail: byMail,
                by: context.audit)
            return try await answer(visit, made, byMail: byMail)
        } catch let error as MemberError {
            return try await show(visit, draft: draft, problem: Self.problem(error, site.words))
        }
    }

    private func answer(
        _ visit: Visit, _ made: [(invitation: Invitation, secret: String)], byMail: Bool
    ) async throws -> Response {
        guard byMail else {
            let links = made.map { (address: $0.invitation.email ?? "", link: visit.absolute(visit.urls.invitation($0.secret))) }
            return try await show(visit, links: links)
        }
        let (letters, host) = (Letters(visit), try visit.account.displayName)
        for (invitation, secret) in made { letters.invite(invitation, secret: secret, host: host) }
        return visit.done(visit.urls.adminInvitations(), "invitationsSent")
    }

    /// A wrong address stands in the field for all of them.
    private static func problem(_ error: MemberError, _ words: Phrasebook) -> DeskProblem {
        let problem = DeskProblem(error, words: words)
        guard problem.field == "email" else { return problem }
        return DeskProblem(problem.status, problem.problem, problem.detail, field: "addresses")
    }

    @Sendable private func revoke(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        let form = try await DeskForm(visit)
        if let objection = try form.objection(visit) { return try await show(visit, problem: objection) }
        do {
            try await site.members.invitations.revoke(form.number("invitation") ?? 0, by: context.audit)
            return visit.done(visit.urls.adminInvitations(), "invitationRevoked")
        } catch let error as MemberError {
            return try await show(visit, problem: DeskProblem(error, words: site.words))
        }
    }
}

extension DeskView.InvitationLine {
    /// An invitation as the list shows it: with its address to whoever wrote it, and to admins.
    init(_ invitation: Invitation, now: Int64, for actor: Actor, isAdmin: Bool) {
        let state: State =
            switch invitation.status(at: now) {
            case .open: .waiting
            case .accepted: .accepted
            case .expired: .expired
            case .revoked: .revoked
            }
        self.init(
            id: invitation.id, address: isAdmin || invitation.inviterID == actor.account?.id ? invitation.email : nil,
            role: invitation.role.rawValue, state: state, account: invitation.acceptedBy,
            by: invitation.inviter, made: Int(invitation.created), expires: Int(invitation.expires))
    }
}
