import Git
import HTTPTypes
import Hummingbird
import Markup
import Presentation
import Prose
import WikiCore
import Wording

/// The edit form, its preview, and saving. No refusal costs a word: whatever is refused, the form comes back with the text.
package struct EditController: Sendable {
    let site: WikiSite

    /// A controller of this site.
    package init(_ site: WikiSite) {
        self.site = site
    }

    /// Mounts its addresses.
    package func addRoutes(to routes: inout SiteRoutes) {
        routes.get("-/edit", needs: .edit, use: form)
        routes.get("-/edit/**", needs: .edit, use: form)
        routes.post("-/edit", needs: .edit, use: save, whenRefused: giveBack)
        routes.post("-/edit/**", needs: .edit, use: save, whenRefused: giveBack)
        routes.get("-/new", needs: .edit, use: newForm)
        routes.post("-/new", needs: .edit, use: saveNew, whenRefused: giveBack)
        routes.post("-/preview", needs: .edit, use: preview, whenRefused: giveBack)
        routes.post("-/preview/**", needs: .edit, use: preview, whenRefused: giveBack)
    }

    /// What the form shows of a page.
    private struct Draft: Sendable {
        var path: GitPath
        var title: String
        var subject: EditView.Subject
        var markdown: [UInt8]
        var base: String
    }

    // MARK: Showing the form

    @Sendable private func form(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        let address = try visit.path(after: "edit")
        let (draft, objection) = try await opened(visit) { snapshot in try Self.draft(address, snapshot) }
        guard String(validating: draft.markdown, as: UTF8.self) != nil else { return try showFile(visit, draft) }
        return try show(visit, draft, problem: objection)
    }

    /// What the form shows, and what the wiki's rules say against a change of that page: whoever may not save it hears so before
    /// writing.
    private func opened(
        _ visit: Visit, _ draft: @escaping @Sendable (WikiSnapshot) throws -> Draft
    ) async throws -> (draft: Draft, objection: WikiProblem?) {
        let (policy, editor) = (site.policy, visit.editor)
        let (found, error) = try await site.wiki.read { snapshot in
            let draft = try draft(snapshot)
            let file = try snapshot.index.page(path: draft.path)?.file ?? snapshot.layout.newFile(for: draft.path)
            return (draft, try policy.objection(to: editor, changing: [file], in: snapshot))
        }
        return (found, error.map { WikiProblem($0, words: site.words) })
    }

    /// Bytes that no form can carry: what would come back is not what was there.
    private func showFile(_ visit: Visit, _ draft: Draft) throws -> Response {
        let view = FileNoteView(
            path: draft.path.bytes, kind: .notText(bytes: draft.markdown.count), raw: visit.urls.raw(draft.path.bytes), in: visit.views)
        return try visit.answer(view, in: visit.layout(draft.title), status: .unprocessableContent)
    }

    @Sendable private func newForm(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        let path = GitPath(bytes: visit.query.bytes("path") ?? [])
        let isAsked = visit.query.contains("path") && !path.isRoot && path.bytes.last != UInt8(ascii: "/")
        guard isAsked else {
            let folders = try await site.wiki.read { try $0.index.folders(in: .root, limit: 50).map(\.display) }
            let layout = visit.layout(site.words.text("new.heading"))
            return try visit.answer(NewPageView(path: path.bytes, folders: folders, in: visit.views), in: layout)
        }
        let exists = try await site.wiki.read { try $0.index.pages(like: path).first { !$0.isPart }?.path.bytes }
        if let exists { return .seeOther(visit.urls.edit(exists)) }
        let (draft, objection) = try await opened(visit) { try Self.newDraft(path, $0) }
        return try show(visit, draft, problem: objection)
    }

    private static func draft(_ address: GitPath, _ snapshot: WikiSnapshot) throws -> Draft {
        let path = try snapshot.pagePath(at: address)
        guard let page = try snapshot.index.page(path: path) else {
            return try newDraft(path.isRoot ? GitPath("Home") : path, snapshot)
        }
        return Draft(
            path: page.path, title: page.title, subject: page.isPart ? .part(folder: page.path.parent.bytes) : .page,
            markdown: try snapshot.text(of: page), base: snapshot.tip?.hex ?? "")
    }

    /// A page to be: what the folder's template offers.
    private static func newDraft(_ path: GitPath, _ snapshot: WikiSnapshot) throws -> Draft {
        let template = try snapshot.part("_Template", for: path.parent).map { try snapshot.text(of: $0) }
        let dashed = GitPath(bytes: path.bytes.map { $0 == UInt8(ascii: " ") ? UInt8(ascii: "-") : $0 })
        return Draft(path: dashed, title: PageTitle.fromName(path), subject: .new, markdown: template ?? [], base: "")
    }

    private func show(
        _ visit: Visit, _ draft: Draft, form: SaveForm? = nil, problem: WikiProblem? = nil, preview: EditPreview? = nil
    ) throws -> Response {
        var layout = visit.layout(
            site.words.text(draft.subject == .new ? "edit.headingNew" : "edit.heading", ["title": .text(draft.title)]))
        if draft.subject != .new {
            layout.place = PlaceView(path: draft.path.bytes, title: draft.title, current: .edit, in: visit.views)
        }
        let headers = problem.map { $0.status } ?? .ok
        return try visit.answerForm(layout, status: headers, retryAfter: problem?.retryAfter) { token in
            EditView(
                path: draft.path.bytes, title: draft.title, subject: draft.subject, markdown: draft.markdown, base: draft.base,
                save: visit.saveFields(token: token, form: form),
                problem: problem.map { ProblemView($0, in: visit.views) }, preview: preview,
                textLimit: site.configuration.limits.page, in: visit.views)
        }
    }

    // MARK: Saving

    @Sendable private func save(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        let address = try visit.path(after: "edit")
        let form = try SaveForm(await visit.collectForm(limit: site.bodies.form))
        let path: GitPath
        do {
            path = try await site.wiki.read { try $0.pagePath(at: address) }
        } catch {
            return try show(visit, try Self.draft(at: address, form), form: form, problem: visit.problem(error))
        }
        return try await save(visit, form, path: path.isRoot ? GitPath("Home") : path)
    }

    @Sendable private func saveNew(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        let form = try SaveForm(await visit.collectForm(limit: site.bodies.form))
        guard form.fields.contains("markdown") else {
            return .seeOther(visit.urls.newPage(form.fields.bytes("path") ?? []))
        }
        let given = GitPath(bytes: Self.trimmed(form.fields.bytes("path") ?? []))
        return try await save(visit, form, path: PagesLayout.withoutExtension(given) ?? given)
    }

    private func save(_ visit: Visit, _ form: SaveForm, path: GitPath) async throws -> Response {
        let draft = try await draft(of: path, form)
        if let objection = try form.objection(visit) { return try show(visit, draft, form: form, problem: objection) }
        let (markdown, baseID) = (draft.markdown, ObjectID(hex: draft.base))
        if !draft.base.isEmpty, baseID == nil {
            return try show(visit, draft, form: form, problem: WikiProblem(.unprocessableContent, .badRequest))
        }
        do {
            guard LineEnds.plainCount(markdown) <= site.configuration.limits.page else {
                throw WikiError.tooLarge(limit: site.configuration.limits.page)
            }
            let summary = try await summary(form, path: path, text: markdown, base: baseID)
            let edit = Edit(
                action: .save(path: path, text: markdown, base: baseID), author: form.editAuthor(visit), summary: summary,
                time: site.wiki.now, editor: visit.editor)
            return try await answer(try await visit.submit(edit), visit, form, draft)
        } catch {
            return try show(visit, draft, form: form, problem: visit.problem(error))
        }
    }

    private func answer(_ outcome: EditOutcome, _ visit: Visit, _ form: SaveForm, _ draft: Draft) async throws -> Response {
        switch outcome {
        case .saved(let saved):
            let code = saved.keptBoth ? "bothKept" : saved.isMerged ? "merged" : saved.isNew ? "created" : "saved"
            // It is saved, whatever can be said of it.
            let other = saved.isMerged ? (try? await lastOther(saved)) ?? "" : ""
            let found = try? await site.wiki.read { snapshot in
                try snapshot.index.page(path: saved.path).map { try snapshot.lookup.address(of: $0) }
            }
            let address = found ?? saved.path
            return visit.done(
                visit.urls.page(address.bytes), flash: Flash(code: code, revision: saved.revision, path: saved.path, name: other),
                form: form)
        case .unchanged:
            let address = try await site.wiki.read { snapshot in
                try snapshot.index.page(path: draft.path).map { try snapshot.lookup.address(of: $0) } ?? draft.path
            }
            return visit.done(visit.urls.page(address.bytes), flash: Flash(code: "unchanged", path: draft.path), form: form)
        case .conflict(let conflict):
            return try await ConflictAnswer(site: site, visit: visit).answer(conflict, form: form)
        }
    }

    /// Who saved the page right before a merge.
    private func lastOther(_ saved: SavedEdit) async throws -> String {
        try await site.wiki.read { snapshot in
            guard let page = try snapshot.index.page(path: saved.path) else { return "" }
            return try snapshot.index.revisions(of: page.id, limit: 5).first { $0.id != saved.revision }?.author ?? ""
        }
    }

    /// The person's own summary, else one that is computed from what they changed.
    private func summary(_ form: SaveForm, path: GitPath, text: [UInt8], base: ObjectID?) async throws -> String {
        guard form.summary.allSatisfy(\.isWhitespace) else { return form.summary }
        let (old, title) = try await site.wiki.read { snapshot in
            let page = try snapshot.index.page(path: path)
            let old = try page.flatMap { page in try base.flatMap { try? snapshot.text(page.file, at: $0)?.text } ?? snapshot.text(of: page)
            }
            return (old, page?.title ?? PageTitle.fromName(path))
        }
        return EditSentence.text(title: title, old: old, new: LineEnds.adapt(text, to: old), words: site.words)
    }

    // MARK: Giving the text back

    /// The form of somebody who may not edit (any more), with the text in it and nothing of the wiki.
    @Sendable private func giveBack(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        guard request.headers[.fragment] == nil else { throw WebError(.forbidden, code: "request.forbidden") }
        let form = try SaveForm(await visit.collectForm(limit: site.bodies.form))
        let addressed = ["edit", "preview"].compactMap { try? visit.path(after: $0) }.first ?? .root
        let path = Self.givenPath(form) ?? addressed
        let base = try form.fields.text("base") ?? ""
        let draft = Draft(
            path: path.isRoot ? GitPath("Home") : path, title: PageTitle.fromName(path.isRoot ? GitPath("Home") : path),
            subject: base.isEmpty ? .new : .page, markdown: form.fields.bytes("markdown") ?? [], base: base)
        return try show(visit, draft, form: form, problem: visit.refusal)
    }

    /// The path that somebody typed for a new page; nil where the form has none, or an empty one.
    private static func givenPath(_ form: SaveForm) -> GitPath? {
        form.fields.bytes("path").map { GitPath(bytes: trimmed($0)) }.flatMap { $0.isRoot ? nil : $0 }
    }

    // MARK: Preview

    @Sendable private func preview(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        let path = try visit.path(after: "preview")
        let form = try SaveForm(await visit.collectForm(limit: site.bodies.form))
        guard request.headers[.fragment] == "preview" else { return try await previewForm(visit, form, path: path) }
        switch site.crossSite.check(request.head, form: form.fields) {
        case .ok: break
        case .stale: throw WebError.staleToken
        case .foreign: throw WebError.foreign
        }
        let given = Self.givenPath(form)
        let markdown = form.fields.bytes("markdown") ?? []
        let limit = site.configuration.limits.page
        if LineEnds.plainCount(markdown) > limit { throw WikiError.tooLarge(limit: limit) }
        let base = try form.fields.text("base") ?? ""
        let screen = try await site.costly.run { try await rendered(visit, markdown, path: given ?? path, base: base) }
        let html = try site.theme.renderFragment(screen, words: site.words)
        return .bytes(html, contentType: "text/html; charset=utf-8")
    }

    /// The whole form with the preview in it, for browsers without the script.
    private func previewForm(_ visit: Visit, _ form: SaveForm, path: GitPath) async throws -> Response {
        let given = Self.givenPath(form)
        let draft = try await draft(of: given ?? path, form)
        if let objection = try form.objection(visit, isChange: false) { return try show(visit, draft, form: form, problem: objection) }
        if LineEnds.plainCount(draft.markdown) > site.configuration.limits.page {
            let limit = WikiError.tooLarge(limit: site.configuration.limits.page)
            return try show(visit, draft, form: form, problem: WikiProblem(limit, words: site.words))
        }
        let preview: EditPreview
        do {
            preview = try await site.costly.run { try await rendered(visit, draft.markdown, path: draft.path, base: draft.base) }
        } catch {
            return try show(visit, draft, form: form, problem: visit.problem(error))
        }
        return try show(visit, draft, form: form, preview: preview)
    }

    /// The form as somebody left it, without a look at the wiki.
    private static func draft(at path: GitPath, _ form: SaveForm) throws -> Draft {
        let base = try form.fields.text("base") ?? ""
        return Draft(
            path: path, title: PageTitle.fromName(path), subject: base.isEmpty ? .new : .page,
            markdown: form.fields.bytes("markdown") ?? [], base: base)
    }

    /// The form of a page as somebody left it, with what the wiki says of the page as far as it can be read now.
    private func draft(of address: GitPath, _ form: SaveForm) async throws -> Draft {
        var draft = try Self.draft(at: address, form)
        guard !draft.base.isEmpty, let known = try? await site.wiki.read({ try Self.draft(address, $0) }) else { return draft }
        draft.subject = known.subject
        if known.subject != .new { (draft.path, draft.title) = (known.path, known.title) }
        return draft
    }

    private func rendered(_ visit: Visit, _ markdown: [UInt8], path: GitPath, base: String) async throws -> EditPreview {
        let document = try await site.wiki.document(of: markdown, priority: .preview)
        let (site, mayEdit) = (site, visit.right.mayEdit)
        return try await site.wiki.read { snapshot in
            let path = try snapshot.pagePath(at: path)
            let page = try snapshot.index.page(path: path)
            let links = PageLinks(snapshot: snapshot, context: site.context, folder: try snapshot.linkFolder(of: path), page: page?.id)
            let composer = PageComposer(snapshot: snapshot, source: site.screens, mayEdit: mayEdit)
            let old = try page.flatMap { page in
                try ObjectID(hex: base).flatMap { try? snapshot.text(page.file, at: $0)?.text } ?? snapshot.text(of: page)
            }
            var bodies = DiffBodies(site.screens)
            let changes = old.map { bodies.add(($0, nil), (LineEnds.adapt(markdown, to: $0), nil), isStored: false) }
            return EditPreview(
                article: document.html(links), notes: composer.frontMatterNotes(document), changes: changes)
        }
    }

    private static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
        func isOuter(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "/") }
        return Array(bytes.drop(while: isOuter).reversed().drop(while: isOuter).reversed())
    }
}
