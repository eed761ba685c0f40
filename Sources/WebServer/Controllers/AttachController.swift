import Git
import Hummingbird
import Presentation
import WikiCore
import Wording

/// One form that puts a file beside the pages.
package struct AttachController: Sendable {
    let site: WikiSite

    /// A controller of this site.
    package init(_ site: WikiSite) {
        self.site = site
    }

    /// Mounts its addresses.
    package func addRoutes(to routes: inout SiteRoutes) {
        routes.get("-/attach", needs: .edit, use: ask)
        routes.get("-/attach/**", needs: .edit, use: ask)
        routes.post("-/attach", needs: .edit, use: save)
        routes.post("-/attach/**", needs: .edit, use: save)
    }

    @Sendable private func ask(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        return try show(visit, folder: visit.path(after: "attach"), name: "")
    }

    private func show(_ visit: Visit, folder: GitPath, name: String, form: SaveForm? = nil, problem: WikiProblem? = nil) throws -> Response
    {
        let layout = visit.layout(site.words.text("attach.heading"))
        return try visit.answerForm(layout, status: problem?.status ?? .ok, retryAfter: problem?.retryAfter) { token in
            AttachView(
                folder: folder.bytes, name: name, limit: site.configuration.limits.attachment,
                cancel: visit.urls.page(folder.bytes),
                save: visit.saveFields(token: token, form: form),
                problem: problem.map { ProblemView($0, in: visit.views) }, in: visit.views)
        }
    }

    @Sendable private func save(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        let upload: MultipartForm
        do {
            upload = try await visit.collectMultipart(limit: site.bodies.upload)
        } catch BodyError.tooLarge {
            let limit = WikiError.tooLarge(limit: site.configuration.limits.attachment)
            let problem = WikiProblem.unread(WikiProblem(limit, words: site.words))
            return try show(visit, folder: visit.path(after: "attach"), name: "", problem: problem)
        }
        let form = try SaveForm(upload.form)
        let folder = try form.fields.bytes("folder").map { GitPath(bytes: $0) } ?? visit.path(after: "attach")
        let given = try form.fields.text("name") ?? ""
        if let objection = try form.objection(visit) { return try show(visit, folder: folder, name: given, form: form, problem: objection) }
        guard let file = upload.file("file"), !file.filename.isEmpty else {
            let missing = WikiProblem(.unprocessableContent, .invalid, site.words.text("check.fileMissing"))
            return try show(visit, folder: folder, name: given, form: form, problem: missing)
        }
        let name = given.isEmpty ? Self.lastSegment(Array(file.filename)) : Array(given.utf8)
        let path = GitPath(
            segments: folder.segments.map(Array.init).filter { !$0.isEmpty } + name.split(separator: UInt8(ascii: "/")).map(Array.init))
        let summary =
            form.summary.allSatisfy(\.isWhitespace) ? site.summary("attach.summary", ["file": path.display], cutting: "file") : form.summary
        do {
            let edit = Edit(
                action: .attach(path: path, bytes: file.content, replaces: false), author: form.editAuthor(visit), summary: summary,
                time: site.wiki.now, editor: visit.editor)
            _ = try await visit.submit(edit)
            return visit.done(visit.urls.page(path.parent.bytes), flash: Flash(code: "attached", name: path.display), form: form)
        } catch {
            return try show(visit, folder: folder, name: given, form: form, problem: visit.problem(error))
        }
    }

    /// Some browsers send a whole path as the file's name.
    private static func lastSegment(_ name: [UInt8]) -> [UInt8] {
        Array(name.split { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }.last ?? [])
    }
}
