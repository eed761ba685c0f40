import Community
import Git
import HTTPTypes
import Hummingbird
import WikiCore
import Wording

/// What every request that changes something passes, and how its outcome is answered.
extension APIVisit {
    /// Lets a request through that comes from this site or from no site at all, may edit, and is not too fast. A token is
    /// proof enough. A browser's cookie alone never authorises: a request that carries one needs the token of a form in
    /// `X-CSRF-Token` as well, and so does one that a proxy vouches for.
    func requireEditing() throws(APIRefusal) {
        let head = visit.request.head
        if !isByToken {
            guard site.crossSite.comesFromHere(head) else { throw APIRefusal(.foreignRequest, words: words, "request.foreign") }
            if head.headerFields.contains(.cookie) || !visit.isAnonymous {
                guard site.crossSite.check(head) == .ok else { throw APIRefusal(.staleToken, words: words, "request.staleToken") }
            }
        }
        guard visit.right.mayEdit else { throw APIRefusal(.readOnly, words: words, visit.readOnlyPhrase) }
        if case .limited(let seconds) = visit.takeEdit() {
            throw APIRefusal(WikiError.tooManyEdits(retryAfter: seconds), words: words)
        }
    }

    /// True where an access token says who asks, which no browser sends by itself.
    private var isByToken: Bool {
        if case .token = visit.actor.credential { true } else { false }
    }

    /// Hands in an edit.
    /// - Parameter fallback: the summary where the body has none.
    func submit(_ action: Edit.Action, _ body: JSONBody, fallback: @autoclosure () -> String) async throws -> EditOutcome {
        let summary = try body.optionalText("summary") ?? ""
        let edit = Edit(
            action: action, author: try author(body), summary: summary.allSatisfy(\.isWhitespace) ? fallback() : summary,
            time: site.wiki.now, editor: visit.editor)
        return try await visit.submit(edit)
    }

    /// The account, else the name in the body, by the rule that the form has.
    private func author(_ body: JSONBody) throws -> EditAuthor {
        let name = try body.optionalText("author") ?? ""
        let field = FormData.Field(name: Array("author".utf8), value: Array(name.utf8))
        return try SaveForm(FormData(fields: [field])).editAuthor(visit)
    }

    /// The answer to an edit that is no new page.
    /// - Parameter path: what to name where nothing was saved.
    func answer(_ outcome: EditOutcome, path: GitPath) throws -> Response {
        switch outcome {
        case .saved(let saved): .json(SavedJSON(saved).value)
        case .unchanged(let revision): .json(SavedJSON(unchanged: revision, path: path).value)
        case .conflict(let conflict): throw refused(ConflictJSON(conflict))
        }
    }

    /// A conflict, with all texts in hand.
    func refused(_ conflict: ConflictJSON) -> APIRefusal {
        APIRefusal(.conflict, detail: words.text("request.conflict"), members: conflict.members)
    }
}
