import Git
import Hummingbird
import Markup
import Presentation
import WikiCore
import Wording

/// Rendering a text without saving it.
struct RenderAPI: Sendable {
    let site: WikiSite

    init(_ site: WikiSite) {
        self.site = site
    }

    func addRoutes(to routes: inout APIRoutes) {
        routes.post("render", needs: .read, use: render)
    }

    /// Changes nothing, so anybody who may read may ask; but no other site may spend our time in a visitor's name.
    @Sendable private func render(_ visit: APIVisit) async throws -> Response {
        guard site.crossSite.comesFromHere(visit.visit.request.head) else { throw WebError.foreign }
        let body = try await visit.body(limit: site.bodies.json, members: ["markdown", "path"])
        let markdown = Array(try body.text("markdown").utf8)
        let longest = site.configuration.limits.page
        guard markdown.count <= longest else { throw WikiError.tooLarge(limit: longest) }
        let address = GitPath(try body.optionalText("path") ?? "")
        let site = site
        return try await site.costly.run {
            let document = try await site.wiki.document(of: markdown, priority: .preview)
            let value = try await site.wiki.read { snapshot in
                let page = try snapshot.livingPage(at: address)
                let folder = try snapshot.linkFolder(of: page?.path ?? address)
                let links = PageLinks(snapshot: snapshot, context: site.context, folder: folder, page: page?.id)
                return RenderJSON(document, links: links).value
            }
            return .json(value)
        }
    }
}
