import Git
import HTTPTypes
import Hummingbird
import Markup
import NIOCore
import Presentation
import WikiCore

/// Pages, folders and files: the whole namespace outside `/-/`.
package struct PageController: Sendable {
    let site: WikiSite

    /// A controller of this site.
    package init(_ site: WikiSite) {
        self.site = site
    }

    /// Mounts its addresses.
    package func addRoutes(to routes: inout SiteRoutes) {
        routes.get("", needs: .read, use: show)
        routes.get("**", needs: .read, use: show)
    }

    @Sendable private func show(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        guard let target = RequestTarget(request.head) else { throw WebError.malformed }
        let visit = try await Visit(request, context, site)
        guard let segments = site.urls.decode(path: target.rawPath) else { throw WebError.notFound }
        let path = GitPath(segments: segments)
        if let revision = try visit.query.text("rev") {
            return try await visit.query.contains("file")
                ? fileRevision(visit, path: path, revision: revision) : showRevision(visit, path: path, revision: revision)
        }
        let flash = Flash(visit)
        if visit.isAnonymous, target.rawQuery == nil, flash == nil, let ready = readyBody(target.rawPath, visit) {
            return Response(ready, for: request)
        }
        let wantsRaw = visit.query.contains("raw")
        let wantsFile = visit.query.contains("file")
        let isPlain = target.rawQuery == nil && flash == nil
        let layout = visit.layout(nil)
        let (site, mayEdit, isShared) = (site, visit.right.mayEdit, visit.isAnonymous)
        let (origin, filesAfter) = (visit.query.bytes("from"), visit.query.bytes("files"))
        let hadSlash = target.rawPath.hasSuffix("/") && !path.isRoot
        let found = try await site.wiki.read { snapshot in
            let finder = PageAnswer(
                snapshot: snapshot, site: site, mayEdit: mayEdit, isShared: isShared, layout: layout, redirectedFrom: origin, flash: flash,
                filesAfter: filesAfter)
            return try finder.find(
                path, wantsRaw: wantsRaw, wantsFile: wantsFile, hadSlash: hadSlash, address: isPlain ? target.rawPath : nil)
        }
        return answer(found, visit, flash: flash)
    }

    /// A page that is there already, as long as the wiki stands where it stood.
    private func readyBody(_ address: String, _ visit: Visit) -> CachedBody? {
        let key = WikiSite.readyKey(address, mayEdit: visit.right.mayEdit, epoch: site.wiki.creditEpoch)
        return site.pages.body(key, at: site.wiki.indexedTip)
    }

    private func answer(_ found: PageAnswer.Result, _ visit: Visit, flash: Flash?) -> Response {
        var response: Response
        switch found {
        case .ready(let body): response = Response(body, for: visit.request)
        case .html(let html, let status):
            response = .bytes(
                html, contentType: "text/html; charset=utf-8", status: status, headers: [.cacheControl: "no-cache"])
        case .markdown(let bytes, let tag):
            let body = CachedBody(ByteBuffer(bytes: bytes), contentType: "text/markdown; charset=utf-8", tag: EntityTag(tag))
            response = Response(body, for: visit.request)
        case .file(let bytes, let name, let tag):
            response = .file(ByteBuffer(bytes: bytes), fileName: name, tag: EntityTag(tag), for: visit.request)
        case .redirect(let address):
            response = .found(address)
        }
        // What is led elsewhere is told there.
        if flash != nil, response.status != .found { response.headers.append(HTTPField(name: .setCookie, value: Flash.clearing(visit))) }
        return response
    }

    /// A file that is no page as it was right after a commit: with the rights, the bound and the types of files of today.
    private func fileRevision(_ visit: Visit, path: GitPath, revision: String) async throws -> Response {
        let (site, mayEdit, layout) = (site, visit.right.mayEdit, visit.layout(nil))
        let found = try await site.costly.run {
            try await site.wiki.read { snapshot in
                try PageAnswer(
                    snapshot: snapshot, site: site, mayEdit: mayEdit, isShared: false, layout: layout, redirectedFrom: nil, flash: nil
                ).file(path, revision: revision)
            }
        }
        guard let found else { throw WebError.notFound }
        var response = answer(found, visit, flash: nil)
        response.headers[.robotsTag] = "noindex, nofollow"
        return response
    }

    private func showRevision(_ visit: Visit, path: GitPath, revision: String) async throws -> Response {
        let site = site
        let comparison = try await site.wiki.read { snapshot in
            let address = try snapshot.pagePath(at: path)
            return try snapshot.compare(address, from: nil, to: revision)
        }
        guard let text = comparison.new else { throw WebError.notFound }
        if visit.query.contains("raw") {
            let body = CachedBody(
                ByteBuffer(bytes: text), contentType: "text/markdown; charset=utf-8", tag: EntityTag(comparison.to.blob?.hex ?? ""),
                fields: [.robotsTag: "noindex, nofollow"])
            return Response(body, for: visit.request)
        }
        return try await site.costly.run {
            let document = try await site.wiki.document(of: text, priority: .preview)
            let layout = visit.layout(comparison.title)
            let mayEdit = visit.right.mayEdit
            let html = try await site.wiki.read { snapshot in
                let composer = PageComposer(snapshot: snapshot, source: site.screens, mayEdit: mayEdit)
                let title = document.title ?? comparison.title
                var layout = layout
                layout.isIndexed = false
                layout.setLicense(of: document)
                layout.place = PlaceView(
                    path: comparison.path.bytes, title: title, isEditable: false, isAlive: comparison.isAlive, in: site.context)
                try composer.addParts(to: &layout, folder: comparison.path.parent)
                let screen = try composer.oldScreen(document, of: comparison, revision: comparison.to, title: title)
                return try site.theme.render(screen, in: layout)
            }
            return .bytes(
                html, contentType: "text/html; charset=utf-8",
                headers: [.robotsTag: "noindex, nofollow", .cacheControl: "no-cache"])
        }
    }
}
