import Git
import Hummingbird
import WikiCore

/// The people who edit.
struct PeopleAPI: Sendable {
    let site: WikiSite

    /// How many pages an answer names.
    private static let pageLimit = 20

    init(_ site: WikiSite) {
        self.site = site
    }

    func addRoutes(to routes: inout APIRoutes) {
        routes.get("people", needs: .read, use: list)
        routes.get("people/**", needs: .read, use: show)
    }

    @Sendable private func list(_ visit: APIVisit) async throws -> Response {
        let limit = try visit.limit()
        var after: PeopleCursor?
        if let text = try visit.visit.query.text("after") {
            guard let cursor = PeopleCursor(text) else { throw visit.refused(parameter: "after") }
            after = cursor
        }
        let found = try await site.wiki.read { [after] in try $0.index.people(after: after, limit: limit) }
        let people = found.people.map { JSONValue.object(PersonJSON.members($0, site.urls)) }
        return visit.answer(["people": .array(people), "next": JSONValue(found.next?.text)])
    }

    @Sendable private func show(_ visit: APIVisit) async throws -> Response {
        let path = try visit.path()
        guard path.segments.count == 1, let name = String(validating: path.bytes, as: UTF8.self) else { throw WikiError.notFound }
        let site = site
        let value = try await site.costly.run {
            try await site.wiki.read { snapshot in
                guard let person = try snapshot.index.person(at: name) else { throw WikiError.notFound }
                return PersonJSON(
                    person: person, pageCount: try snapshot.index.pageCount(of: person),
                    isCounted: try snapshot.index.hasCountedWords(of: person),
                    pages: try snapshot.index.pages(of: person, limit: Self.pageLimit)
                ).value(site.urls)
            }
        }
        return visit.answer(value)
    }
}
