import Git
import HTTPTypes
import Hummingbird
import Presentation
import WikiCore
import Wording

/// Undo, restore, delete: each asks once, shows what will happen, and is a plain new commit.
package struct ActionController: Sendable {
    let site: WikiSite

    /// A controller of this site.
    package init(_ site: WikiSite) {
        self.site = site
    }

    /// Mounts its addresses.
    package func addRoutes(to routes: inout SiteRoutes) {
        routes.get("-/revert/{id}", needs: .edit, use: askUndo)
        routes.post("-/revert/{id}", needs: .edit, use: undo)
        routes.get("-/restore/**", needs: .edit, use: askRestore)
        routes.post("-/restore/**", needs: .edit, use: restore)
        routes.get("-/delete/**", needs: .edit, use: askDelete)
        routes.post("-/delete/**", needs: .edit, use: delete)
    }

    /// A question on its way to the visitor.
    private struct Question: Sendable {
        var kind: ConfirmView.Question
        var title: String
        var revision: RevisionBrief?
        var action: String
        var cancel: String
        /// The commit that the visitor saw, full; nil where the answer does not hang on it.
        var base: String?
        var diff: DiffBodyView?
        var changes: [FileChangeView] = []
        var detail: String?
        var summary: String

        /// The same question with the base that a form began from, so that what was saved since it was asked stays in sight.
        func keepingBase(of form: SaveForm) throws -> Question {
            var question = self
            if base != nil, let given = try form.base { question.base = given.hex }
            return question
        }
    }

    // MARK: Undo

    @Sendable private func askUndo(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        return try ask(visit, try await undoQuestion(visit, context))
    }

    @Sendable private func undo(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        let form = try SaveForm(await visit.collectForm(limit: 64 << 10))
        let question = try await undoQuestion(visit, context)
        guard let revision = question.revision, let id = ObjectID(hex: revision.id) else { throw WebError.notFound }
        return try await act(
            visit, form, question, .undo(commit: id), flash: "undone", back: visit.query.bytes("page").map { GitPath(bytes: $0) })
    }

    private func undoQuestion(_ visit: Visit, _ context: WebRequestContext) async throws -> Question {
        let id = try context.parameters.require("id")
        let page = visit.query.bytes("page")
        let (site, urls) = (site, visit.urls)
        return try await readCostly { snapshot in
            let record = try snapshot.commit(id)
            let plan = try UndoScreen(site: site).plan(record, from: page, snapshot)
            let back = page ?? plan.page?.path.bytes
            let brief = RevisionBrief(record, in: urls)
            return Question(
                kind: plan.page == nil ? .revert : .undo, title: plan.title, revision: brief,
                action: page.map { urls.undo($0, revision: record.id.hex) } ?? urls.revert(record.id.hex),
                cancel: back.map { urls.history($0) } ?? urls.commit(record.id.hex), diff: plan.diff, changes: plan.changes,
                detail: plan.hidden == 0 ? nil : site.words.text("commit.hidden", ["count": .number(plan.hidden)]),
                summary: site.summary("undo.summary", ["summary": record.summary, "id": record.id.short], cutting: "summary"))
        }
    }

    // MARK: Restore

    @Sendable private func askRestore(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        return try ask(visit, try await restoreQuestion(visit).question)
    }

    @Sendable private func restore(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        let form = try SaveForm(await visit.collectForm(limit: 64 << 10))
        let (fresh, path) = try await restoreQuestion(visit)
        let question = try fresh.keepingBase(of: form)
        guard let revision = question.revision, let id = ObjectID(hex: revision.id) else { throw WebError.notFound }
        let flash = question.kind == .bringBack ? "broughtBack" : "restored"
        return try await act(visit, form, question, .restore(path: path, revision: id, base: try form.base), flash: flash, back: path) {
            try await restoreQuestion(visit).question
        }
    }

    private func restoreQuestion(_ visit: Visit) async throws -> (question: Question, path: GitPath) {
        let address = try visit.path(after: "restore")
        guard let wanted = try visit.query.text("rev") else { throw WebError.malformed }
        let (site, urls) = (site, visit.urls)
        return try await readCostly { snapshot in
            let path = try snapshot.pagePath(at: address)
            let found = try snapshot.identity(of: path)
            var revision = try snapshot.revision(of: found.id, named: wanted)
            if revision.blob == nil, let older = try snapshot.index.neighbours(of: found.id, place: revision.place).older {
                revision = older
            }
            guard let blob = revision.blob else { throw WikiError.notFound }
            let old = try snapshot.index.page(id: found.id).map { try snapshot.text(of: $0) } ?? []
            let brief = RevisionBrief(revision, in: urls)
            var bodies = DiffBodies(site.screens)
            let diff = bodies.add((old, nil), (try snapshot.repository.blob(blob), nil), isStored: false)
            let question = Question(
                kind: found.isAlive ? .restore : .bringBack, title: found.title, revision: brief,
                action: urls.restore(path.bytes, revision: revision.id.hex), cancel: urls.history(path.bytes),
                base: snapshot.tip?.hex ?? "", diff: diff,
                summary: site.summary("restore.summary", ["id": revision.id.short, "author": revision.author], cutting: "author"))
            return (question, found.path)
        }
    }

    // MARK: Delete

    @Sendable private func askDelete(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        return try ask(visit, try await deleteQuestion(visit).question)
    }

    @Sendable private func delete(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        let form = try SaveForm(await visit.collectForm(limit: 64 << 10))
        let (fresh, path) = try await deleteQuestion(visit)
        let question = try fresh.keepingBase(of: form)
        return try await act(visit, form, question, .delete(path: path, base: try form.base), flash: "deleted", back: path)
    }

    private func deleteQuestion(_ visit: Visit) async throws -> (question: Question, path: GitPath) {
        let address = try visit.path(after: "delete")
        let (site, urls) = (site, visit.urls)
        return try await site.wiki.read { snapshot in
            let path = try snapshot.pagePath(at: address)
            guard let page = try snapshot.index.page(path: path) else { throw WikiError.notFound }
            let question = Question(
                kind: .delete, title: page.title, action: urls.delete(path.bytes), cancel: urls.page(path.bytes),
                base: snapshot.tip?.hex ?? "", summary: "")
            return (question, path)
        }
    }

    // MARK: What all share

    /// Reads what takes a comparison of texts: one of the views that share a bound.
    private func readCostly<Value: Sendable>(_ body: @escaping @Sendable (WikiSnapshot) throws -> Value) async throws -> Value {
        try await site.costly.run { try await site.wiki.read(body) }
    }

    private func ask(_ visit: Visit, _ question: Question, form: SaveForm? = nil, problem: WikiProblem? = nil) throws -> Response {
        let layout = visit.layout(question.title)
        return try visit.answerForm(layout, status: problem?.status ?? .ok, retryAfter: problem?.retryAfter) { token in
            ConfirmView(
                question.kind, title: question.title, revision: question.revision, action: question.action, cancel: question.cancel,
                hidden: question.base.map { [(name: "base", value: $0)] } ?? [],
                diff: question.diff, changes: question.changes, detail: question.detail,
                save: visit.saveFields(token: token, form: form, summary: form?.summary ?? question.summary),
                problem: problem.map { ProblemView($0, in: visit.views) }, in: visit.views)
        }
    }

    /// - Parameter again: the question as it stands now, for an answer that came too late; nil shows the conflict instead.
    private func act(
        _ visit: Visit, _ form: SaveForm, _ question: Question, _ action: Edit.Action, flash: String, back: GitPath?,
        again: (() async throws -> Question)? = nil
    ) async throws -> Response {
        if let objection = try form.objection(visit) { return try ask(visit, question, form: form, problem: objection) }
        if question.base != nil, try form.base == nil {
            return try ask(visit, question, form: form, problem: WikiProblem(.unprocessableContent, .badRequest))
        }
        let isBlank = form.summary.allSatisfy(\.isWhitespace)
        let fallback =
            question.kind == .delete ? site.summary("delete.summary", ["title": question.title], cutting: "title") : question.summary
        let edit = Edit(
            action: action, author: form.editAuthor(visit), summary: isBlank ? fallback : form.summary, time: site.wiki.now,
            editor: visit.editor)
        do {
            switch try await visit.submit(edit) {
            case .conflict(let conflict):
                guard let again else { return try await ConflictAnswer(site: site, visit: visit).answer(conflict, form: form) }
                return try ask(visit, try await again(), form: form, problem: WikiProblem(.conflict, .askedAnew))
            case .unchanged: return visit.done(question.cancel, flash: Flash(code: "unchanged"), form: form)
            case .saved(let saved):
                let path = back ?? saved.path
                let address = try await site.wiki.read { snapshot in
                    try snapshot.index.page(path: path).map { try snapshot.lookup.address(of: $0) } ?? path
                }
                let message = Flash(code: flash, revision: saved.revision, name: question.title)
                return visit.done(visit.urls.page(address.bytes), flash: message, form: form)
            }
        } catch {
            return try ask(visit, question, form: form, problem: visit.problem(error))
        }
    }
}
