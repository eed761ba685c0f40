import Git
import Hummingbird
import Markup
import Presentation
import WikiCore

/// Reading pages: the list of all, one of them, one as it was.
struct PagesAPI: Sendable {
    let site: WikiSite

    /// How many contributors an answer names.
    private static let contributorLimit = 100

    init(_ site: WikiSite) {
        self.site = site
    }

    func addRoutes(to routes: inout APIRoutes) {
        routes.get("pages", needs: .read, use: list)
        routes.get("pages/**", needs: .read, use: show)
    }

    // MARK: The list

    @Sendable private func list(_ visit: APIVisit) async throws -> Response {
        let limit = try visit.limit()
        let folder = GitPath(bytes: trimmed(visit.visit.query.bytes("prefix") ?? []))
        var after: GitPath?
        if let cursor = try visit.cursor() {
            guard case .path(let path) = cursor else { throw visit.refused(parameter: "after") }
            after = path
        }
        let value = try await site.wiki.read { [after] snapshot in
            let pages = try snapshot.index.pages(under: folder, after: after, limit: limit + 1)
            let shown = pages.prefix(limit)
            let next = pages.count > limit ? shown.last.map { ListCursor.path($0.path) } : nil
            return JSONValue.object([
                JSONMember(name: "pages", value: .array(try shown.map { try entry($0, snapshot) })),
                JSONMember(name: "next", value: .next(next)),
            ])
        }
        return visit.answer(value)
    }

    private func entry(_ page: Page, _ snapshot: WikiSnapshot) throws -> JSONValue {
        let last = try snapshot.index.lastRevision(of: page.id)
        return .object(
            PathJSON(page.path).members + [
                JSONMember(name: "title", value: .string(page.title)),
                JSONMember(name: "revision", value: JSONValue(last?.id.hex)),
                JSONMember(name: "updated", value: last.map { .time($0.time) } ?? .null),
            ])
    }

    private func trimmed(_ bytes: [UInt8]) -> [UInt8] {
        let slash = UInt8(ascii: "/")
        return Array(bytes.drop { $0 == slash }.reversed().drop { $0 == slash }.reversed())
    }

    // MARK: One page

    @Sendable private func show(_ visit: APIVisit) async throws -> Response {
        let address = try visit.path()
        if let revision = try visit.visit.query.text("rev") { return try await showOld(visit, address, revision: revision) }
        let site = site
        // No page of the API is kept ready, so each is rendered anew.
        let value = try await site.costly.run {
            try await site.wiki.read { snapshot in
                guard let page = try snapshot.livingPage(at: address), let last = try snapshot.index.lastRevision(of: page.id) else {
                    throw WikiError.notFound
                }
                let text = try snapshot.text(of: page)
                let document = try snapshot.index.document(page.blob) ?? .source(text)
                let folder = try snapshot.linkFolder(of: page)
                let links = PageLinks(snapshot: snapshot, context: site.context, folder: folder, page: page.id)
                return PageJSON(
                    path: page.path, title: page.title, markdown: text, html: document.html(links), revision: last,
                    contributors: try snapshot.index.people(of: page, limit: Self.contributorLimit),
                    address: site.urls.absolute(site.urls.page(try snapshot.lookup.address(of: page).bytes))
                ).value
            }
        }
        return visit.answer(value)
    }

    private func showOld(_ visit: APIVisit, _ address: GitPath, revision: String) async throws -> Response {
        let site = site
        let comparison = try await site.wiki.read { snapshot in
            try snapshot.compare(snapshot.pagePath(at: address), from: nil, to: revision)
        }
        guard let text = comparison.new else { throw WikiError.notFound }
        return try await site.costly.run {
            let document = try await site.wiki.document(of: text, priority: .preview)
            let value = try await site.wiki.read { snapshot in
                let folder = try snapshot.linkFolder(of: comparison.path)
                let links = PageLinks(snapshot: snapshot, context: site.context, folder: folder, page: comparison.page)
                let id = comparison.to.id.hex
                return PageJSON(
                    path: snapshot.layout.pagePath(of: comparison.to.file), title: document.title ?? comparison.title, markdown: text,
                    html: document.html(links), revision: comparison.to,
                    contributors: try snapshot.index.contributors(of: comparison.page, limit: Self.contributorLimit),
                    address: site.urls.absolute(site.urls.page(comparison.path.bytes, revision: id))
                ).value
            }
            return visit.answer(value)
        }
    }
}

extension WikiSnapshot {
    /// The page that an address means: the page itself, a folder's, the only one alike, or the one that had the name once.
    func livingPage(at address: GitPath) throws -> Page? {
        if let page = try index.page(path: pagePath(at: address)) { return page }
        guard case .moved(let other) = try lookup.find(address) else { return nil }
        return try index.page(path: pagePath(at: other))
    }
}
