import Hummingbird
import Presentation
import WikiCore

/// The description of the API by itself, for people and code generators.
struct DescriptionAPI: Sendable {
    private let description: JSONValue

    init(_ site: WikiSite) {
        description =
            APIDescription(
                server: site.urls.absolute(site.urls.api), problemType: APIProblem(site: site).type, limits: site.configuration.limits
            ).value
    }

    func addRoutes(to routes: inout APIRoutes) {
        routes.get("openapi.json", needs: .read, use: show)
    }

    @Sendable private func show(_ visit: APIVisit) async throws -> Response { visit.answer(description) }
}
