import Git
import Hummingbird
import Presentation
import WikiCore
import Wording

/// What happened: a page's revisions, their differences, commits, recent changes.
package struct HistoryController: Sendable {
    let site: WikiSite

    /// How many revisions or commits a page of a list shows.
    private static let pageSize = 50

    /// A controller of this site.
    package init(_ site: WikiSite) {
        self.site = site
    }

    /// Mounts its addresses.
    package func addRoutes(to routes: inout SiteRoutes) {
        routes.get("-/history", needs: .read, use: history)
        routes.get("-/history/**", needs: .read, use: history)
        routes.get("-/diff", needs: .read, use: diff)
        routes.get("-/diff/**", needs: .read, use: diff)
        routes.get("-/commit/{id}", needs: .read, use: commit)
        routes.get("-/recent", needs: .read, use: recent)
    }

    // MARK: A page's history

    @Sendable private func history(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        let address = try visit.path(after: "history")
        if let kept = visit.keptList() { return kept }
        let before = visit.query.number("after").map(Int64.init)
        let (from, to) = (try visit.query.text("from"), try visit.query.text("to"))
        return try await site.costly.run {
            let found = try await list(address, before: before, picks: [from, to].compactMap(\.self))
            let revisions = try await site.wiki.countWords(found.revisions, of: found.page)
            var layout = visit.layout(found.title)
            layout.place = PlaceView(
                path: found.path.bytes, title: found.title, current: .history, isEditable: visit.right.mayEdit && found.isAlive,
                isAlive: found.isAlive,
                in: visit.views)
            layout.feeds.append(LinkView(label: site.words.text("history.feed"), href: visit.urls.feedHistory(found.path.bytes)))
            let hasMore = revisions.count > Self.pageSize
            let shown = Array(revisions.prefix(Self.pageSize))
            let notes = try await PushNotes(of: shown.map(\.id), in: site.members)
            let lines = shown.enumerated().map { index, revision in
                let next = revisions.dropFirst(index + 1).first
                return RevisionLine(
                    revision, of: found.path, notes: notes, before: next, isCurrent: before == nil && index == 0,
                    canChange: visit.right.mayEdit, in: visit.views)
            }
            let others = found.picks.filter { pick in !shown.contains { $0.place == pick.place } }
            func picked(_ isHere: (Revision) -> Bool) -> [RevisionLine] { others.filter(isHere).map { pickedLine($0, found, visit) } }
            let end = shown.last?.place ?? 0
            let view = HistoryView(
                path: found.path.bytes, title: found.title, revisions: picked { $0.place > end } + lines + picked { $0.place < end },
                from: found.id(of: from), to: found.id(of: to), total: found.total,
                after: hasMore ? shown.last.map { String($0.place) } : nil, isFirstPage: before == nil,
                deletedIn: found.isAlive || !visit.right.mayEdit ? nil : revisions.first { $0.blob != nil }?.id.hex, in: visit.views)
            return try visit.answerList(view, in: layout)
        }
    }

    private struct Listing: Sendable {
        let page: Int64
        let path: GitPath
        let title: String
        let isAlive: Bool
        let total: Int
        /// The place of the newest.
        let newest: Int64
        let revisions: [Revision]
        /// What was picked for a comparison, newest first.
        let picks: [Revision]

        /// The full id of a picked revision.
        func id(of pick: String?) -> String? {
            guard let pick = pick?.lowercased(), !pick.isEmpty else { return nil }
            return picks.first { $0.id.hex.hasPrefix(pick) }?.id.hex
        }
    }

    private func list(_ address: GitPath, before: Int64?, picks: [String]) async throws -> Listing {
        try await site.wiki.read { snapshot in
            let path = try snapshot.pagePath(at: address)
            let found = try snapshot.identity(of: path)
            let revisions = try snapshot.index.revisions(of: found.id, before: before ?? .max, limit: Self.pageSize + 1)
            let last = try snapshot.index.lastRevision(of: found.id)
            // What is no revision of this page, or no revision at all, was not picked here.
            let picked = try Set(picks).compactMap { pick in
                try (try? snapshot.commit(pick)).flatMap { try snapshot.index.revision(of: found.id, commit: $0.id) }
            }
            return Listing(
                page: found.id, path: found.path, title: found.title, isAlive: found.isAlive, total: last?.number ?? 0,
                newest: last?.place ?? 0, revisions: revisions, picks: picked.sorted { $0.place > $1.place })
        }
    }

    /// A revision that was picked on another page of the list.
    private func pickedLine(_ revision: Revision, _ found: Listing, _ visit: Visit) -> RevisionLine {
        RevisionLine(
            id: revision.id.hex, path: found.path.bytes, author: revision.author, authorHref: revision.person.map { visit.urls.person($0) },
            others: NamedPerson.all(revision.coAuthors, by: visit.urls), seconds: Int(revision.time), summary: revision.summary,
            added: revision.added, removed: revision.removed, marks: revision.blob == nil ? [.picked, .deleted] : [.picked],
            canChange: visit.right.mayEdit, isCurrent: revision.place == found.newest, in: visit.views)
    }

    // MARK: Differences

    @Sendable private func diff(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        let address = try visit.path(after: "diff")
        let from = try visit.query.text("from")
        let to = try visit.query.text("to")
        let choice = DiffChoice(
            view: try visit.query.text("view"), space: try visit.query.text("space"), context: try visit.query.text("context"))
        let (site, mayEdit) = (site, visit.right.mayEdit)
        return try await site.costly.run {
            let comparison = try await site.wiki.read { try $0.compare($0.pagePath(at: address), from: from, to: to) }
            let notes = try await PushNotes(of: [comparison.from?.id, comparison.to.id].compactMap(\.self), in: site.members)
            let rendered = choice.form == .rendered ? try await RenderedDiffScreen(comparison, in: site) : nil
            let screen = try await site.wiki.read { snapshot in
                try DiffScreen(source: site.screens, notes: notes, mayEdit: mayEdit).make(
                    comparison, snapshot, from: from, choice: choice, rendered: rendered?.view(comparison, snapshot))
            }
            var layout = visit.layout(site.words.text("diff.heading") + " " + screen.title)
            layout.place = PlaceView(
                path: screen.path.bytes, title: screen.title, isEditable: mayEdit, isAlive: comparison.isAlive, in: visit.views)
            return try visit.answer(screen.view, in: layout)
        }
    }

    // MARK: Commits

    @Sendable private func commit(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        let id = try context.parameters.require("id")
        let (site, mayEdit) = (site, visit.right.mayEdit)
        return try await site.costly.run {
            let record = try await site.wiki.read { try $0.commit(id) }
            let notes = try await PushNotes(of: [record.id], in: site.members)
            let (view, title) = try await site.wiki.read { snapshot in
                try CommitScreen(source: site.screens, notes: notes, mayEdit: mayEdit).make(record, snapshot)
            }
            return try visit.answer(view, in: visit.layout(title))
        }
    }

    @Sendable private func recent(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        if let kept = visit.keptList() { return kept }
        let before = visit.query.number("after").map(Int64.init)
        let lines = try await site.wiki.read { snapshot in try RecentCommits.read(snapshot, before: before, limit: Self.pageSize + 1) }
        let shown = lines.prefix(Self.pageSize)
        let notes = try await PushNotes(of: shown.map(\.commit.id), in: site.members)
        let view = RecentView(
            lines: shown.map { $0.line(in: visit.views, notes: notes, canChange: visit.right.mayEdit) },
            after: lines.count > Self.pageSize ? shown.last.map { String($0.commit.place) } : nil, isFirstPage: before == nil,
            canWrite: visit.right.mayEdit, in: visit.views)
        return try visit.answerList(view, in: visit.layout(site.words.text("recent.heading")))
    }
}
