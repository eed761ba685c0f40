import Git
import HTTPTypes
import Hummingbird
import NIOCore
import Presentation
import WikiCore

/// What surrounds the wiki: assets, health, `robots.txt`, the icon, and a clear 404 for what browsers and bots guess.
package struct SupportController: Sendable {
    let site: WikiSite

    /// A controller of this site.
    package init(_ site: WikiSite) {
        self.site = site
    }

    /// Mounts its addresses.
    package func addRoutes(to routes: inout SiteRoutes) {
        routes.get("-/assets/**", needs: .nothing, use: asset)
        routes.get("-/health", needs: .nothing, use: health)
        routes.get("robots.txt", needs: .nothing, use: robots)
        routes.get("favicon.ico", needs: .nothing, use: icon)
        routes.get(".well-known/**", needs: .nothing, use: nothing)
        routes.get("-/**", needs: .read, use: nothing)
    }

    @Sendable private func nothing(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        throw WebError.notFound
    }

    @Sendable private func asset(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        let name = try visit.path(after: "assets").display
        guard let asset = site.theme.asset(name) else { throw WebError.notFound }
        let isNamedByContent = try visit.query.text("v") == asset.hash
        let key = "asset.\(asset.hash).\(isNamedByContent).\(name)"
        if let known = site.pages.body(content: key) { return Response(known, for: request) }
        let isText = asset.mediaType.hasPrefix("text/") || asset.mediaType.contains("svg") || asset.mediaType.contains("json")
        let body = CachedBody(
            ByteBuffer(bytes: asset.bytes), contentType: asset.mediaType, tag: EntityTag(asset.hash), isCompressible: isText,
            fields: [.cacheControl: isNamedByContent ? "public, max-age=31536000, immutable" : "no-cache"])
        site.pages.keep(body, content: key)
        return Response(body, for: request)
    }

    @Sendable private func health(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        await site.wiki.freshen()
        let isFresh = site.wiki.isFresh
        let isComplete = try await site.wiki.read { try $0.index.isAuthorshipComplete() }
        return .json(
            ["status": .string(isFresh ? "ok" : "catching up"), "authorship": .string(isComplete ? "complete" : "working")],
            status: isFresh ? .ok : .serviceUnavailable)
    }

    @Sendable private func robots(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        .bytes(
            Array(RobotsText(site.urls, allowsAll: site.configuration.reading == .public).text.utf8),
            contentType: "text/plain; charset=utf-8",
            headers: [.cacheControl: "public, max-age=3600"])
    }

    @Sendable private func icon(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        Response(
            status: .found,
            headers: [
                .location: site.urls.asset("favicon.svg", hash: site.theme.assetHash("favicon.svg")),
                .cacheControl: "public, max-age=86400",
            ])
    }
}
