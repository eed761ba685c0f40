import Git
import Hummingbird
import Presentation
import WikiCore
import Wording

/// Taking back what a commit did.
struct CommitsAPI: Sendable {
    let site: WikiSite

    init(_ site: WikiSite) {
        self.site = site
    }

    func addRoutes(to routes: inout APIRoutes) {
        routes.post("commits/**/revert", needs: .edit, use: revert)
    }

    @Sendable private func revert(_ visit: APIVisit) async throws -> Response {
        let id = try visit.path(droppingLast: "revert")
        guard id.segments.count == 1 else { throw WebError.notFound }
        try visit.requireEditing()
        let body = try await visit.body(members: ["summary", "author"])
        let (record, path) = try await site.wiki.read { snapshot in
            let record = try snapshot.commit(id.display)
            return (record, try snapshot.index.pages(of: record.place).first?.path ?? .root)
        }
        let outcome = try await visit.submit(
            .undo(commit: record.id), body,
            fallback: site.summary("undo.summary", ["summary": record.summary, "id": record.id.short], cutting: "summary"))
        return try visit.answer(outcome, path: path)
    }
}
