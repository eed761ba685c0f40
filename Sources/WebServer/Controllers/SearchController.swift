import Git
import Hummingbird
import Presentation
import WikiCore
import Wording

/// The one search box: results as a page, titles while typing.
package struct SearchController: Sendable {
    let site: WikiSite

    private static let pageSize = 20
    private static let countBound = 1000
    private static let titleLimit = 8

    /// A controller of this site.
    package init(_ site: WikiSite) {
        self.site = site
    }

    /// Mounts its addresses.
    package func addRoutes(to routes: inout SiteRoutes) {
        routes.get("-/search", needs: .read, use: search)
        routes.get("-/search/titles", needs: .read, use: titles)
    }

    private struct Result: Sendable {
        let address: GitPath
        let title: String
        let excerpt: String
    }

    @Sendable private func search(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        let text = try visit.query.text("q") ?? ""
        let page = max(1, min(visit.query.number("page") ?? 1, 50))
        var layout = visit.layout(site.words.text("search.heading"))
        layout.query = text
        let limit = site.configuration.limits.query
        if text.unicodeScalars.count > limit {
            let detail = site.words.text("check.queryTooLong", ["limit": .number(limit)])
            layout.query = String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit)))
            let view = SearchView(
                query: layout.query, results: [], isWritable: visit.right.mayEdit,
                problem: ProblemView(.badRequest, detail: detail, in: visit.views),
                in: visit.views)
            return try visit.answer(view, in: layout, status: .badRequest)
        }
        let query = SearchQuery(text)
        let (results, total) = try await site.costly.run {
            try await site.wiki.read { snapshot in try Self.results(query, page: page, snapshot) }
        }
        let shown = results.prefix(Self.pageSize).map {
            SearchResult(path: $0.address.bytes, title: $0.title, excerpt: Self.marked($0.excerpt), in: visit.views)
        }
        let view = SearchView(
            query: text, results: shown, total: total, page: page, hasMore: results.count > Self.pageSize, isWritable: visit.right.mayEdit,
            in: visit.views)
        return try visit.answer(view, in: layout)
    }

    private static func results(_ query: SearchQuery, page: Int, _ snapshot: WikiSnapshot) throws -> (results: [Result], total: Int) {
        let hits = try snapshot.index.search(query, offset: (page - 1) * pageSize, limit: pageSize + 1)
        let results = try hits.map { hit in
            Result(address: try snapshot.lookup.address(of: hit.page), title: hit.page.title, excerpt: hit.excerpt)
        }
        return (results, try snapshot.index.searchCount(query, bound: countBound))
    }

    /// The excerpt cut at the marks that stand around what was found.
    static func marked(_ excerpt: String) -> [MarkedText] {
        var result: [MarkedText] = []
        var isMarked = false
        for piece in excerpt.utf8.split(omittingEmptySubsequences: false, whereSeparator: { $0 == 1 || $0 == 2 }) {
            if !piece.isEmpty { result.append(MarkedText(Array(piece), isMarked: isMarked)) }
            isMarked.toggle()
        }
        return result
    }

    @Sendable private func titles(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        let text = try visit.query.text("q") ?? ""
        guard text.unicodeScalars.count <= site.configuration.limits.query else { throw WebError.malformed }
        let pages = try await site.wiki.read { snapshot in
            try snapshot.index.titles(beginning: text, limit: Self.titleLimit).map { page in
                (address: try snapshot.lookup.address(of: page), path: page.path, title: page.title)
            }
        }
        let list = pages.map { page -> JSONValue in
            ["path": .string(page.path.display), "title": .string(page.title), "href": .string(visit.urls.page(page.address.bytes))]
        }
        return .json(["pages": .array(list)], headers: [.cacheControl: "no-cache", .robotsTag: "noindex"])
    }
}
