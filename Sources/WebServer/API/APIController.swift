import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Presentation
import WikiCore
import Wording

/// The JSON API, version 1: a small router of its own, so that a wrong address and a wrong method are answered as
/// problems too, and one place where what the wiki refuses becomes one.
package struct APIController: Sendable {
    private let site: WikiSite
    private let routes: APIRoutes

    /// The API of a site.
    package init(_ site: WikiSite) {
        self.site = site
        var routes = APIRoutes()
        PagesAPI(site).addRoutes(to: &routes)
        PageChangesAPI(site).addRoutes(to: &routes)
        HistoryAPI(site).addRoutes(to: &routes)
        AuthorsAPI(site).addRoutes(to: &routes)
        CommitsAPI(site).addRoutes(to: &routes)
        EditsAPI(site).addRoutes(to: &routes)
        PeopleAPI(site).addRoutes(to: &routes)
        SearchAPI(site).addRoutes(to: &routes)
        RenderAPI(site).addRoutes(to: &routes)
        DescriptionAPI(site).addRoutes(to: &routes)
        self.routes = routes
    }

    /// Takes everything below `/-/api`, by whatever method, from whoever may read.
    package func addRoutes(to routes: inout SiteRoutes) {
        for method in Self.methods {
            routes.on("-/api", method: method, needs: .read, use: answer)
            routes.on("-/api/**", method: method, needs: .read, use: answer)
        }
    }

    /// The operations of the API, for the table of all addresses.
    var listing: [SiteRoute] {
        let root = String(Substring(site.urls.api.utf8.dropFirst(site.urls.base.utf8.count)))
        return routes.all.map { route in
            SiteRoute(method: route.method, pattern: "\(root)/\(route.address)", need: route.need, handler: answer, whenRefused: nil)
        }
    }

    private static let methods: [HTTPRequest.Method] = [.get, .head, .post, .put, .patch, .delete, .options, .trace]

    @Sendable private func answer(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        do {
            var response = try await find(request, context)
            response.headers[.robotsTag] = "noindex"
            return response
        } catch let refusal as APIRefusal {
            return APIProblem(site: site).answer(refusal)
        } catch let error as WikiError {
            let refusal = APIRefusal(error, words: site.words)
            if refusal.status.code >= 500 { context.logger.error("the wiki could not answer", metadata: ["cause": "\(error)"]) }
            return APIProblem(site: site).answer(refusal)
        }
    }

    private func find(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        guard let target = RequestTarget(request.head), let place = APIPlace(target.rawPath, below: site.urls.api) else {
            throw APIRefusal(.notFound, words: site.words, "request.notFound")
        }
        let method = request.method == .head ? .get : request.method
        let found = routes.find(place, method: method)
        switch found {
        case .handler(let handler, let need):
            // The gate again, by the operation's own need: whoever may read may not do everything.
            let gate = Gate(site)
            let verdict = gate.verdict(need, context.actor)
            guard verdict == .allowed else {
                await site.denials.note(request, context)
                throw gate.refusal(verdict, need, isAPI: true)
            }
            return try await handler(APIVisit(visit: Visit(request, context, site), rest: place.rest))
        case .otherMethods(let allowed):
            let sentence = site.words.text("request.methodNotAllowed")
            throw APIRefusal(.methodNotAllowed, detail: sentence, headers: [.allow: allowed.joined(separator: ", ")])
        case .nothing: throw APIRefusal(.notFound, words: site.words, "request.notFound")
        }
    }
}
