import Git
import Hummingbird
import Presentation
import WikiCore
import Wording

/// Taking many edits back at once, as moderators do in the administration.
struct EditsAPI: Sendable {
    let site: WikiSite

    /// The commits to take back, and where more stand.
    private struct Choice: Sendable {
        let commits: [CommitRecord]
        var subject: ContributorHandle?
        var next: Int64?
    }

    init(_ site: WikiSite) {
        self.site = site
    }

    func addRoutes(to routes: inout APIRoutes) {
        routes.post("edits/undo", needs: .moderate, use: undo)
    }

    @Sendable private func undo(_ visit: APIVisit) async throws -> Response {
        try visit.requireEditing()
        let body = try await visit.body(members: ["commits", "account", "name", "days", "after", "summary"])
        let choice = try await choice(visit, body)
        let summary = try body.optionalText("summary").flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
        let undo = BulkUndo(visit: visit.visit)
        let outcome = try await undo.run(choice.commits, summary: summary)
        await undo.note(outcome, of: choice.commits.count, choice.subject)
        return .json(UndoneJSON(outcome, next: choice.next).value)
    }

    /// Single commits, or those of one contributor.
    private func choice(_ visit: APIVisit, _ body: JSONBody) async throws -> Choice {
        let picked = try body.optionalRevisions("commits", count: 1...BulkUndo.limit)
        let account = try body.optionalText("account").map { ContributorHandle.account($0) }
        let name = try body.optionalText("name").map { ContributorHandle.name($0) }
        let days = try body.optionalNumber("days", in: LatestEdits.days)
        let after = try body.optionalText("after")
        switch (picked, account ?? name, days) {
        case (let picked?, nil, nil) where after == nil:
            return Choice(commits: try await commits(picked, body))
        case (nil, let subject?, let days?) where account == nil || name == nil:
            let latest = try await LatestEdits(of: subject, days: days, before: try place(after, body), in: site.wiki)
            return Choice(commits: latest.commits, subject: subject, next: latest.next)
        default:
            throw APIRefusal(.invalidMember, words: visit.words, "request.editsWhich")
        }
    }

    private func commits(_ ids: [ObjectID], _ body: JSONBody) async throws -> [CommitRecord] {
        let found = try await site.wiki.read { snapshot in try Set(ids).map { try snapshot.index.commit($0) } }
        let commits = found.compactMap(\.self)
        guard commits.count == found.count else { throw body.refused("commits", "request.memberRevision") }
        return commits
    }

    private func place(_ after: String?, _ body: JSONBody) throws -> Int64? {
        guard let after else { return nil }
        guard case .place(let place)? = ListCursor(after) else { throw body.refused("after", "request.memberCursor") }
        return place
    }
}
