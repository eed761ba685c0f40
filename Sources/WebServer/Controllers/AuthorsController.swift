import Git
import HTTPTypes
import Hummingbird
import Presentation
import WikiCore
import Wording

/// Who wrote which words of a page.
package struct AuthorsController: Sendable {
    let site: WikiSite

    /// How long a visitor waits for what is not known yet.
    private static let patience = Duration.seconds(2)
    /// After how many seconds a browser looks again.
    private static let lookAgain = 3
    /// How many people are named until then.
    private static let contributorLimit = 20

    /// A controller of this site.
    package init(_ site: WikiSite) {
        self.site = site
    }

    /// Mounts its addresses.
    package func addRoutes(to routes: inout SiteRoutes) {
        routes.get("-/authors", needs: .read, use: show)
        routes.get("-/authors/**", needs: .read, use: show)
    }

    @Sendable private func show(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        let address = try visit.path(after: "authors")
        var choice = AuthorsChoice(revision: try visit.query.text("rev"))
        choice.isByAge = try visit.query.text("by") == "age"
        choice.who = try visit.query.text("who")
        choice.at = try visit.query.text("at").flatMap(AuthorsChoice.range)
        choice.part = visit.query.number("part")
        let (site, asked) = (site, choice)
        return try await site.costly.run {
            switch try await site.wiki.authors(of: address, revision: asked.revision, patience: Self.patience) {
            case .found(let authors):
                let touches: SentenceTouches? =
                    if let range = asked.at { try await site.wiki.read { try $0.touches(of: range, in: authors) } } else { nil }
                let view = AuthorsView(authors, choice: asked, touches: touches, now: Int(site.wiki.now), in: visit.views)
                let layout = layout(visit, path: authors.path, title: authors.title, isAlive: authors.isAlive)
                return try visit.answer(view, in: layout)
            case .notReady(let path, let title, _):
                let fields: HTTPFields = [.refresh: String(Self.lookAgain), .cacheControl: "no-store"]
                return try await pending(visit, path: path, title: title, isReadable: true, headers: fields)
            case .unreadable(let path, let title):
                return try await pending(visit, path: path, title: title, isReadable: false)
            }
        }
    }

    private func pending(
        _ visit: Visit, path: GitPath, title: String, isReadable: Bool, headers: HTTPFields = [:]
    ) async throws -> Response {
        let contributors = try await site.wiki.read { snapshot in
            try snapshot.index.contributors(of: snapshot.identity(of: path).id, limit: Self.contributorLimit)
        }
        let view = AuthorsPendingView(path: path.bytes, title: title, isReadable: isReadable, contributors: contributors, in: visit.views)
        return try visit.answer(view, in: layout(visit, path: path, title: title, isAlive: true), headers: headers)
    }

    private func layout(_ visit: Visit, path: GitPath, title: String, isAlive: Bool) -> LayoutView {
        var layout = visit.layout(site.words.text("authors.heading") + " " + title)
        layout.place = PlaceView(
            path: path.bytes, title: title, current: .authors, isEditable: visit.right.mayEdit && isAlive, in: visit.views)
        return layout
    }
}
