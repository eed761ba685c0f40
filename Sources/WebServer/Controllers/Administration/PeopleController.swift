import Community
import Hummingbird
import Presentation
import WikiCore

/// The list of accounts.
package struct PeopleController: Sendable {
    let site: WikiSite

    private static let pageSize = 50
    /// How many invitations are looked through for who came by one.
    private static let invitationDepth = 1000

    /// A controller of this site.
    package init(_ site: WikiSite) {
        self.site = site
    }

    /// Mounts its addresses.
    package func addRoutes(to routes: inout SiteRoutes) {
        routes.get("-/admin/people", needs: .moderate, use: list)
    }

    @Sendable private func list(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        let query = String(String.UnicodeScalarView((try visit.query.text("q") ?? "").unicodeScalars.prefix(100)))
        let after = try visit.query.text("after")
        let isBlank = query.allSatisfy(\.isWhitespace)
        let isAdmin = site.permissions.allows(.administer, visit.actor)
        // Addresses are for admins: to find somebody by one is to read it, letter by letter.
        let found = try await site.members.accounts.all(
            after: after, limit: Self.pageSize + 1, matching: isBlank ? nil : query, inAddresses: isAdmin)
        let guests = Set(try await site.members.invitations.list(limit: Self.invitationDepth).compactMap(\.acceptedBy))
        let shown = found.prefix(Self.pageSize)
        let lines = shown.map { DeskView.PersonLine($0, isInvited: guests.contains($0.name), withAddress: isAdmin) }
        let total = try await site.members.accounts.count()
        return try visit.desk { _, _ in
            DeskView.people(
                lines, query: query, total: total, after: found.count > Self.pageSize ? shown.last?.name : nil, isFirstPage: after == nil,
                pages: AdminPages(visit.actor, site.permissions), in: visit.views)
        }
    }
}

extension DeskView.PersonLine {
    /// An account as lists show it.
    /// - Parameter withAddress: true for admins, who may see it.
    init(_ account: Account, isInvited: Bool = false, withAddress: Bool) {
        self.init(
            name: account.name, displayName: account.displayName, role: account.role.rawValue, state: account.state.rawValue,
            created: Int(account.created), lastSeen: account.lastSeen.map(Int.init), isInvited: isInvited,
            email: withAddress ? account.email : nil)
    }
}
