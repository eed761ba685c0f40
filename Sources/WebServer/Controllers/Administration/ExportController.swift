import Community
import Hummingbird
import Logging
import Presentation
import WikiCore
import Wording

/// The static site that follows the wiki: where it stands, and a run by hand.
package struct ExportController: Sendable {
    let site: WikiSite

    /// A controller of this site.
    package init(_ site: WikiSite) {
        self.site = site
    }

    /// Mounts its addresses.
    package func addRoutes(to routes: inout SiteRoutes) {
        routes.get("-/admin/export", needs: .administer, use: show)
        routes.post("-/admin/export", needs: .administer, use: start)
    }

    @Sendable private func show(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        try await show(try await Visit(request, context, site))
    }

    @Sendable private func start(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        let form = try await DeskForm(visit)
        if let objection = try form.objection(visit) { return try await show(visit, problem: objection) }
        guard let board = site.exports, let folder = board.service.siteFolder else { return try await show(visit) }
        await board.startSite()
        await visit.noteExport(folder)
        return .seeOther(visit.urls.adminExport)
    }

    private func show(_ visit: Visit, problem: DeskProblem? = nil) async throws -> Response {
        let status = await site.exports?.siteStatus
        let say = ExportWords(words: site.words)
        var bar: ProgressView?
        if case .running(let progress)? = status?.running { bar = say.bar(progress) }
        return try visit.desk(problem, refresh: bar == nil ? nil : BookController.lookAgain) { token, problem in
            DeskView.siteExport(
                folder: site.exports?.service.siteFolder, running: bar,
                done: status?.done.map { (say.outcome($0.summary), Int($0.time)) },
                failed: status?.failed.map { (say.sentence($0.failure), Int($0.time)) },
                pages: AdminPages(visit.actor, site.permissions), csrf: token, problem: problem, in: visit.views)
        }
    }
}

extension Visit {
    /// Writes down that the site was exported by hand.
    fileprivate func noteExport(_ folder: String) async {
        do {
            try await site.members.audit.record(AuditEntry(.siteExported, by: context.audit, target: folder))
        } catch {
            context.logger.error("an export was not written down", metadata: ["cause": "\(error)"])
        }
    }
}
