import Community
import Hummingbird
import Presentation
import WikiCore

/// What happened on the wiki besides edits.
package struct AuditController: Sendable {
    let site: WikiSite

    private static let pageSize = 100

    /// A controller of this site.
    package init(_ site: WikiSite) {
        self.site = site
    }

    /// Mounts its addresses.
    package func addRoutes(to routes: inout SiteRoutes) {
        routes.get("-/admin/audit", needs: .administer, use: list)
    }

    @Sendable private func list(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        let actor = try visit.query.text("actor") ?? ""
        let action = AuditAction(rawValue: try visit.query.text("action") ?? "")
        let before = visit.query.number("before").map(Int64.init)
        let found = try await site.members.audit.entries(
            before: before, limit: Self.pageSize + 1, actor: actor.isEmpty ? nil : actor, action: action?.rawValue)
        let shown = found.prefix(Self.pageSize)
        let lines = shown.map { entry in
            DeskView.AuditLine(
                action: entry.action, actor: entry.actor, target: entry.target, detail: entry.detail, address: entry.address,
                time: Int(entry.time))
        }
        let progress = try await site.wiki.attribution.progress()
        return try visit.desk { _, _ in
            DeskView.audit(
                lines, actor: actor, action: action?.rawValue ?? "", actions: AuditAction.allCases.map(\.rawValue),
                before: found.count > Self.pageSize ? shown.last.map { String($0.id) } : nil, isFirstPage: before == nil,
                pages: AdminPages(visit.actor, site.permissions), authorship: (progress.done, progress.pages), in: visit.views)
        }
    }
}
