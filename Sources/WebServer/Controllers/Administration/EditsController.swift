import Community
import Git
import Hummingbird
import Presentation
import WikiCore
import Wording

/// Everybody's edits, or one contributor's, of which many can be taken back at once.
package struct EditsController: Sendable {
    let site: WikiSite

    private static let pageSize = 50

    /// A controller of this site.
    package init(_ site: WikiSite) {
        self.site = site
    }

    /// Mounts its addresses.
    package func addRoutes(to routes: inout SiteRoutes) {
        routes.get("-/admin/edits", needs: .moderate, use: ask)
        routes.post("-/admin/edits", needs: .moderate, use: undo)
    }

    /// Some commits, and where more stand.
    private struct Listing: Sendable {
        var commits: [RecentCommits] = []
        var next: Int64?
    }

    @Sendable private func ask(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        let subject = Self.subject(account: try visit.query.text("account"), name: try visit.query.text("name"))
        return try await show(visit, subject, before: visit.query.number("after").map(Int64.init))
    }

    @Sendable private func undo(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        let form = try await DeskForm(visit)
        let subject = Self.subject(account: try form.filled("account"), name: try form.filled("name"))
        if let objection = try form.objection(visit) { return try await show(visit, subject, problem: objection) }
        let (commits, next) = try await chosen(form, subject)
        guard !commits.isEmpty else {
            let nothing = DeskProblem(.unprocessableContent, .notTaken, site.words.text("edits.none"))
            return try await show(visit, subject, problem: nothing)
        }
        let undo = BulkUndo(visit: visit)
        let outcome = try await undo.run(commits)
        await undo.note(outcome, of: commits.count, subject)
        return try await show(visit, subject, outcome: outcome, next: next)
    }

    private static func subject(account: String?, name: String?) -> ContributorHandle? {
        account.map { .account($0) } ?? name.map { .name($0) }
    }

    // MARK: Which

    /// What the form names, and where more stands.
    private func chosen(_ form: DeskForm, _ subject: ContributorHandle?) async throws -> (commits: [CommitRecord], next: Int64?) {
        guard let subject, let days = form.number("days") else { return (try await picked(form), nil) }
        let bounded = Int(min(max(days, 0), Int64(LatestEdits.days.upperBound)))
        let latest = try await LatestEdits(of: subject, days: bounded, before: form.number("before"), in: site.wiki)
        return (latest.commits, latest.next)
    }

    /// The commits whose boxes are ticked.
    private func picked(_ form: DeskForm) async throws -> [CommitRecord] {
        let ids = Set(form.fields.fields.filter { $0.name.elementsEqual("commit".utf8) }.map { String(decoding: $0.value, as: UTF8.self) })
        return try await site.wiki.read { snapshot in
            try ids.compactMap { id in try ObjectID(hex: id).flatMap { try snapshot.index.commit($0) } }
        }
    }

    // MARK: The answer

    private func show(
        _ visit: Visit, _ subject: ContributorHandle?, before: Int64? = nil, outcome: BulkUndo.Outcome? = nil, next: Int64? = nil,
        problem: DeskProblem? = nil
    ) async throws -> Response {
        let listing = try await listing(subject, before: before)
        let lines = listing.commits.map { line($0, reason: nil, visit) }
        let left = (outcome?.left ?? []).map { line(RecentCommits(commit: $0.commit, pages: []), reason: $0.reason, visit) }
        let undone = outcome.map {
            DeskView.UndoneEdits(undone: $0.undone.count, idle: $0.idle.count, left: left, next: next.map { String($0) })
        }
        return try visit.desk(problem) { token, problem in
            DeskView.edits(
                lines, of: subject.map { DeskView.EditsSubject($0) }, undone: undone, after: listing.next.map { String($0) },
                isFirstPage: before == nil, pages: AdminPages(visit.actor, site.permissions), csrf: token, problem: problem,
                in: visit.views)
        }
    }

    private func listing(_ subject: ContributorHandle?, before: Int64?) async throws -> Listing {
        try await site.wiki.read { snapshot in
            let limit = Self.pageSize + 1
            let found =
                try subject.map { try snapshot.index.commits(of: $0, before: before ?? .max, limit: limit) }
                ?? snapshot.index.recent(before: before ?? .max, limit: limit)
            let shown = found.prefix(Self.pageSize)
            return Listing(
                commits: try shown.map { RecentCommits(commit: $0, pages: try snapshot.index.pages(of: $0.place).filter { !$0.isPart }) },
                next: found.count > shown.count ? shown.last?.place : nil)
        }
    }

    private func line(_ edit: RecentCommits, reason: String?, _ visit: Visit) -> DeskView.EditLine {
        let (commit, urls) = (edit.commit, visit.urls)
        return DeskView.EditLine(
            id: commit.id.hex, title: edit.title(visit.views), author: commit.author,
            authorHref: commit.account.map { urls.adminEdits(account: $0) } ?? urls.adminEdits(name: commit.author),
            seconds: Int(commit.time), summary: commit.summary, isMerge: commit.isMerge, isUnconfirmed: commit.isUnconfirmed,
            reason: reason)
    }
}

extension DeskView.EditsSubject {
    fileprivate init(_ handle: ContributorHandle) {
        switch handle {
        case .account(let name): self = .account(name)
        case .name(let name): self = .name(name)
        }
    }
}
