import Git
import Hummingbird
import WikiCore

/// Who wrote which bytes of a page.
struct AuthorsAPI: Sendable {
    let site: WikiSite

    /// How long a program waits for what is not known yet.
    private static let patience = Duration.seconds(5)

    init(_ site: WikiSite) {
        self.site = site
    }

    func addRoutes(to routes: inout APIRoutes) {
        routes.get("authors/**", needs: .read, use: authors)
    }

    @Sendable private func authors(_ visit: APIVisit) async throws -> Response {
        let address = try visit.path()
        let revision = try visit.visit.query.text("rev")
        return try await site.costly.run {
            switch try await site.wiki.authors(of: address, revision: revision, patience: Self.patience) {
            case .found(let authors): return visit.answer(AuthorsJSON(authors).value)
            case .notReady: throw WikiError.busy
            case .unreadable: throw WikiError.notText
            }
        }
    }
}
