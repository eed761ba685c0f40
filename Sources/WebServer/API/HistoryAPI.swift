import Git
import Hummingbird
import Presentation
import WikiCore

/// What happened: a page's revisions, their differences, the latest changes of all pages.
struct HistoryAPI: Sendable {
    let site: WikiSite

    init(_ site: WikiSite) {
        self.site = site
    }

    func addRoutes(to routes: inout APIRoutes) {
        routes.get("history/**", needs: .read, use: history)
        routes.get("diff/**", needs: .read, use: diff)
        routes.get("recent", needs: .read, use: recent)
    }

    @Sendable private func history(_ visit: APIVisit) async throws -> Response {
        let address = try visit.path()
        let (limit, before) = (try visit.limit(), try visit.place())
        return try await site.costly.run {
            let found = try await site.wiki.read { snapshot in
                let page = try snapshot.identity(of: snapshot.pagePath(at: address))
                return (
                    page: page.id, path: page.path, revisions: try snapshot.index.revisions(of: page.id, before: before, limit: limit + 1)
                )
            }
            let shown = try await site.wiki.countWords(Array(found.revisions.prefix(limit)), of: found.page)
            let next = found.revisions.count > limit ? shown.last.map { ListCursor.place($0.place).text } : nil
            let notes = try await PushNotes(of: shown.map(\.id), in: site.members)
            let history = HistoryJSON(
                path: found.path, revisions: shown, layout: site.wiki.layout, next: next, pusher: { notes.pusher(of: $0) })
            return visit.answer(history.value)
        }
    }

    @Sendable private func diff(_ visit: APIVisit) async throws -> Response {
        let address = try visit.path()
        let from = try visit.visit.query.text("from")
        let to = try visit.visit.query.text("to")
        let ignoresSpace = try ignoresSpace(visit)
        return try await site.costly.run {
            let comparison = try await site.wiki.read { try $0.compare($0.pagePath(at: address), from: from, to: to) }
            let notes = try await PushNotes(of: [comparison.from?.id, comparison.to.id].compactMap(\.self), in: site.members)
            let value = try await site.wiki.read { snapshot in
                let diff = site.differences.diff(
                    old: comparison.old ?? [], comparison.oldBlob, new: comparison.new ?? [], comparison.to.blob, ignoresSpace: ignoresSpace
                )
                return DiffJSON(comparison, diff, layout: snapshot.layout, pusher: { notes.pusher(of: $0) }).value
            }
            return visit.answer(value)
        }
    }

    private func ignoresSpace(_ visit: APIVisit) throws -> Bool {
        switch try visit.visit.query.text("space") {
        case nil, "count": false
        case "ignore": true
        default: throw visit.refused(parameter: "space")
        }
    }

    @Sendable private func recent(_ visit: APIVisit) async throws -> Response {
        let (limit, before) = (try visit.limit(), try visit.place())
        let changes = try await site.wiki.read { try RecentCommits.read($0, before: before, limit: limit + 1) }
        let shown = Array(changes.prefix(limit))
        let next = changes.count > limit ? shown.last.map { ListCursor.place($0.commit.place) } : nil
        let notes = try await PushNotes(of: shown.map(\.commit.id), in: site.members)
        return visit.answer(RecentJSON(shown, notes: notes, next: next).value)
    }
}
