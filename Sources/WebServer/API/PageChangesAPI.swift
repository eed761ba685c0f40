import Git
import HTTPTypes
import Hummingbird
import Presentation
import Prose
import WikiCore
import Wording

/// Changing pages: save, delete, restore.
struct PageChangesAPI: Sendable {
    let site: WikiSite

    init(_ site: WikiSite) {
        self.site = site
    }

    func addRoutes(to routes: inout APIRoutes) {
        routes.put("pages/**", needs: .edit, use: save)
        routes.delete("pages/**", needs: .edit, use: delete)
        routes.post("pages/**/restore", needs: .edit, use: restore)
    }

    /// What a change finds in place.
    private struct Target: Sendable {
        let path: GitPath
        let title: String
        let text: [UInt8]?
        let tip: ObjectID?
    }

    // MARK: Saving

    @Sendable private func save(_ visit: APIVisit) async throws -> Response {
        let address = try visit.path()
        try visit.requireEditing()
        let body = try await visit.body(limit: site.bodies.json, members: ["markdown", "base", "summary", "author"])
        let text = Array(try body.text("markdown").utf8)
        guard text.count <= site.configuration.limits.page else { throw WikiError.tooLarge(limit: site.configuration.limits.page) }
        let base = try body.optionalRevision("base")
        let target = try await target(address, base: base)
        do {
            let outcome = try await visit.submit(
                .save(path: target.path, text: text, base: base), body,
                fallback: EditSentence.text(
                    title: target.title, old: target.text, new: LineEnds.adapt(text, to: target.text), words: site.words))
            guard case .saved(let saved) = outcome, saved.isNew else { return try visit.answer(outcome, path: target.path) }
            let location = site.urls.absolute(site.urls.apiPage(saved.path.bytes))
            return .json(SavedJSON(saved).value, status: .created, headers: [.location: location])
        } catch WikiError.unknownRevision {
            throw body.refused("base", "request.memberRevision")
        }
    }

    /// The page that an address names to the byte, or with `.md` behind it, and its text at the base, else now.
    private func target(_ address: GitPath, base: ObjectID?) async throws -> Target {
        try await site.wiki.read { snapshot in
            var path = address
            if try snapshot.index.page(path: address) == nil, let stem = PagesLayout.withoutExtension(address) { path = stem }
            let page = try snapshot.index.page(path: path)
            let text = try page.map { page in
                try base.flatMap { try? snapshot.text(page.file, at: $0)?.text } ?? snapshot.text(of: page)
            }
            return Target(path: path, title: page?.title ?? PageTitle.fromName(path), text: text, tip: snapshot.tip)
        }
    }

    // MARK: Deleting

    @Sendable private func delete(_ visit: APIVisit) async throws -> Response {
        let address = try visit.path()
        try visit.requireEditing()
        let body = try await visit.body(members: ["base", "summary", "author"])
        let base = try body.optionalRevision("base")
        let target = try await target(address, base: nil)
        guard let base else {
            guard let text = target.text else { throw WikiError.notFound }
            throw visit.refused(ConflictJSON(path: target.path, revision: target.tip, theirs: text))
        }
        do {
            let outcome = try await visit.submit(
                .delete(path: target.path, base: base), body,
                fallback: EditSentence.text(title: target.title, old: [], new: nil, words: site.words))
            return try visit.answer(outcome, path: target.path)
        } catch WikiError.unknownRevision {
            throw body.refused("base", "request.memberRevision")
        }
    }

    // MARK: Restoring

    @Sendable private func restore(_ visit: APIVisit) async throws -> Response {
        let address = try visit.path(droppingLast: "restore")
        try visit.requireEditing()
        let body = try await visit.body(members: ["revision", "base", "summary", "author"])
        let (revision, base) = (try body.revision("revision"), try body.optionalRevision("base"))
        let (path, author) = try await source(address, revision: revision, body)
        do {
            let outcome = try await visit.submit(
                .restore(path: path, revision: revision, base: base), body,
                fallback: site.summary("restore.summary", ["id": revision.short, "author": author], cutting: "author"))
            return try visit.answer(outcome, path: path)
        } catch WikiError.unknownRevision {
            throw body.refused("base", "request.memberRevision")
        }
    }

    /// The page that is meant, alive or deleted, and who wrote what it shall be again.
    private func source(_ address: GitPath, revision: ObjectID, _ body: JSONBody) async throws -> (path: GitPath, author: String) {
        let found = try await site.wiki.read { snapshot -> (path: GitPath, author: String)? in
            let page = try snapshot.identity(of: snapshot.pagePath(at: address))
            guard try snapshot.index.commit(revision) != nil else { return nil }
            return (page.path, try snapshot.revision(of: page.id, named: revision.hex).author)
        }
        guard let found else { throw body.refused("revision", "request.memberRevision") }
        return found
    }
}
