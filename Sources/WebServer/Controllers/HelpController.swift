import Git
import HTTPTypes
import Hummingbird
import Markup
import NIOCore
import Presentation
import WikiCore

/// The handbook, in every wiki at the same place.
package struct HelpController: Sendable {
    let site: WikiSite

    /// A controller of this site.
    package init(_ site: WikiSite) {
        self.site = site
    }

    /// Mounts its addresses.
    package func addRoutes(to routes: inout SiteRoutes) {
        routes.get("-/help", needs: .read, use: show)
        routes.get("-/help/**", needs: .read, use: show)
    }

    @Sendable private func show(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        let path = try visit.path(after: "help")
        let segments = path.segments.map(Array.init).filter { !$0.isEmpty }
        if let file = site.handbook.file(segments) {
            return .file(ByteBuffer(bytes: file), fileName: Array(path.name), tag: EntityTag(ContentHash(file).short), for: request)
        }
        guard let page = try await site.handbook.page(segments) else { throw WebError.notFound }
        var layout = visit.layout(page.title)
        layout.sidebar = try await site.handbook.sidebar()
        let contents = page.headings.map { ContentsEntry(level: $0.level, anchor: $0.anchor, text: $0.text) }
        let view = PageView(
            path: path.bytes, title: page.title, article: page.article, contents: contents, hasHistory: false, isEditable: false,
            in: visit.views)
        let bytes = try site.theme.render(view, in: layout)
        let body = CachedBody(ByteBuffer(bytes: bytes), contentType: "text/html; charset=utf-8", tag: EntityTag(ContentHash(bytes).short))
        return Response(body, for: request)
    }
}
