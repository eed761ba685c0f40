import Git
import Hummingbird
import NIOCore
import Presentation
import WikiCore

/// Atom feeds: of all changes, of one page's, and of one person's.
package struct FeedController: Sendable {
    let site: WikiSite

    private static let entryLimit = 50

    /// A controller of this site.
    package init(_ site: WikiSite) {
        self.site = site
    }

    /// Mounts its addresses.
    package func addRoutes(to routes: inout SiteRoutes) {
        routes.get("-/feed/recent", needs: .read, use: recent)
        routes.get("-/feed/history", needs: .read, use: history)
        routes.get("-/feed/history/**", needs: .read, use: history)
        routes.get("-/feed/people/{name}", needs: .read, use: person)
    }

    @Sendable private func recent(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        let commits = try await site.wiki.read { snapshot in try RecentCommits.read(snapshot, before: nil, limit: Self.entryLimit) }
        let entries = try await entries(commits, visit)
        let view = FeedView(recent: entries, siteName: site.configuration.site.name, wiki: try await firstCommit(), in: visit.views)
        return try answer(view, visit)
    }

    @Sendable private func person(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        let name = try visit.name(after: "feed/people")
        let found = try await site.wiki.read { snapshot in
            try snapshot.index.person(at: name).map { person in
                (person, try RecentCommits.read(snapshot, by: person, before: nil, limit: Self.entryLimit))
            }
        }
        guard let (person, commits) = found else { throw WebError.notFound }
        guard person.address.utf8.elementsEqual(name.utf8) else { return .found(visit.urls.feedPerson(person.address)) }
        let view = FeedView(
            person: try await entries(commits, visit), name: person.name, address: person.address,
            siteName: site.configuration.site.name, wiki: try await firstCommit(), in: visit.views)
        return try answer(view, visit)
    }

    /// An entry for each page of each commit.
    private func entries(_ commits: [RecentCommits], _ visit: Visit) async throws -> [FeedEntry] {
        let notes = try await PushNotes(of: commits.map(\.commit.id), in: site.members)
        return commits.flatMap { $0.feedEntries(notes: notes, in: visit.views) }
    }

    @Sendable private func history(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        let address = try visit.path(after: "feed/history")
        let (found, revisions) = try await site.wiki.read { snapshot in
            let found = try snapshot.identity(of: snapshot.pagePath(at: address))
            return (found, try snapshot.index.revisions(of: found.id, limit: Self.entryLimit))
        }
        let notes = try await PushNotes(of: revisions.map(\.id), in: site.members)
        let entries = revisions.map {
            FeedEntry($0, of: found.path.bytes, title: found.title, notes: notes, in: visit.views)
        }
        let view = FeedView(
            history: entries, path: found.path.bytes, title: found.title, siteName: site.configuration.site.name,
            wiki: try await firstCommit(), in: visit.views)
        return try answer(view, visit)
    }

    /// What tells this wiki from others.
    private func firstCommit() async throws -> String? { try await site.wiki.read { try $0.index.oldestCommit()?.hex } }

    private func answer(_ view: FeedView, _ visit: Visit) throws -> Response {
        let bytes = try site.theme.renderDocument(FeedView.template, view, words: site.words)
        let body = CachedBody(
            ByteBuffer(bytes: bytes), contentType: "application/atom+xml; charset=utf-8", tag: EntityTag(ContentHash(bytes).short))
        return Response(body, for: visit.request)
    }
}
