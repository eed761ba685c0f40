import Git
package import Hummingbird
import NIOCore
import Presentation
import WikiCore

/// Pictures and recordings outside the pages root, as long as a page shows them.
package struct EmbedController: Sendable {
    let site: WikiSite

    /// A controller of this site.
    package init(_ site: WikiSite) {
        self.site = site
    }

    /// Mounts its addresses.
    package func addRoutes(to routes: inout SiteRoutes) {
        routes.get("-/file/**", needs: .read, use: show)
    }

    @Sendable private func show(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        let path = try visit.path(after: "file")
        let (site, mayEdit, isShared, layout) = (site, visit.right.mayEdit, visit.isAnonymous, visit.layout(nil))
        let found = try await site.wiki.read { snapshot in
            try PageAnswer(
                snapshot: snapshot, site: site, mayEdit: mayEdit, isShared: isShared, layout: layout, redirectedFrom: nil, flash: nil
            ).embedded(path)
        }
        switch found {
        case .file(let bytes, let name, let tag):
            return .file(ByteBuffer(bytes: bytes), fileName: name, tag: EntityTag(tag), for: request)
        case .html(let html, let status): return .bytes(html, contentType: "text/html; charset=utf-8", status: status)
        default: throw WebError.notFound
        }
    }
}
