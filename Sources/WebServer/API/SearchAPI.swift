import Hummingbird
import WikiCore
import Wording

/// Searching all pages.
struct SearchAPI: Sendable {
    let site: WikiSite

    init(_ site: WikiSite) {
        self.site = site
    }

    func addRoutes(to routes: inout APIRoutes) {
        routes.get("search", needs: .read, use: search)
    }

    @Sendable private func search(_ visit: APIVisit) async throws -> Response {
        guard let text = try visit.visit.query.text("q"), !text.allSatisfy(\.isWhitespace) else {
            throw visit.refused(parameter: "q", isMissing: true)
        }
        let longest = site.configuration.limits.query
        guard text.unicodeScalars.count <= longest else { throw tooLong(longest) }
        let limit = try visit.limit()
        let place = try visit.place()
        let offset = place == .max ? 0 : Int(place)
        let query = SearchQuery(text)
        return try await site.costly.run {
            let hits = try await site.wiki.read { try $0.index.search(query, offset: offset, limit: limit + 1) }
            let next = hits.count > limit ? ListCursor.place(Int64(offset + limit)) : nil
            return visit.answer(SearchJSON(Array(hits.prefix(limit)), next: next).value)
        }
    }

    private func tooLong(_ limit: Int) -> APIRefusal {
        APIRefusal(
            .invalidParameter, detail: site.words.text("check.queryTooLong", ["limit": .number(limit)]),
            members: [JSONMember(name: "parameter", value: "q"), JSONMember(name: "limit", value: .int(limit))])
    }
}
