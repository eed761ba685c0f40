import Community
import Git
import HTTPTypes
import Hummingbird
import Markup
import Presentation
import WikiCore
import Wording

/// Books: a page and its chapters as one file. They are made on the ``JobBoard``, and only after a form was sent, so that no
/// crawler has any made.
package struct BookController: Sendable {
    let site: WikiSite

    /// After how many seconds a browser looks again.
    static let lookAgain = 2

    /// A controller of this site.
    package init(_ site: WikiSite) {
        self.site = site
    }

    /// Mounts its addresses.
    package func addRoutes(to routes: inout SiteRoutes) {
        routes.get("-/book/**", needs: .read, use: show)
        routes.post("-/book/**", needs: .read, use: start)
    }

    /// A page that is the beginning of a book.
    private struct Beginning: Sendable {
        let path: GitPath
        let title: String
    }

    @Sendable private func show(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        guard let board = site.exports else { throw WebError.notFound }
        let visit = try await Visit(request, context, site)
        let address = try visit.path(after: "book")
        if let file = try visit.query.text("file") { return try await fetch(file, of: address, visit, board) }
        let page = try await beginning(at: address, board)
        if let job = try visit.query.text("job") {
            guard let key = BookKey(page: page.path, id: job) else { throw WebError.notFound }
            return try await follow(key, page, visit, board)
        }
        let asked = try visit.query.text("format").flatMap(BookFormat.init)
        return try form(visit, page, board, chosen: asked)
    }

    @Sendable private func start(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        guard let board = site.exports else { throw WebError.notFound }
        let visit = try await Visit(request, context, site)
        let page = try await beginning(at: try visit.path(after: "book"), board)
        let form = try await DeskForm(visit)
        let format = BookFormat(rawValue: try form.text("format"))
        if let objection = try form.objection(visit) { return try self.form(visit, page, board, chosen: format, problem: objection) }
        guard let format, board.service.bookFormats.contains(format), let tip = visit.tip else {
            let problem = DeskProblem(.unprocessableContent, .notTaken, site.words.text("book.noFormat"), field: "format")
            return try self.form(visit, page, board, chosen: nil, problem: problem)
        }
        let key = BookKey(page: page.path, commit: tip, epoch: site.wiki.creditEpoch, format: format)
        if await board.needsWork(key), let problem = await objection(visit, key, board) {
            return try self.form(visit, page, board, chosen: format, problem: problem)
        }
        return .seeOther(site.urls.book(page.path.bytes, job: key.id))
    }

    /// Has a book begun; says why not.
    private func objection(_ visit: Visit, _ key: BookKey, _ board: JobBoard) async -> DeskProblem? {
        let rate = site.bookRate
        if case .limited(let seconds) = visit.actor.account.map({ rate.take(account: $0.id) }) ?? rate.take(visit.context.client) {
            let detail = site.words.text("book.tooMany", ["count": .number(seconds)])
            return DeskProblem(.tooManyRequests, .tooOften, detail, retryAfter: seconds)
        }
        do throws(JobBoard.LineFull) {
            try await board.startBook(key)
            return nil
        } catch {
            let detail = site.words.text("book.full", ["count": .number(error.retryAfter)])
            return DeskProblem(.serviceUnavailable, .busy, detail, retryAfter: error.retryAfter)
        }
    }

    // MARK: The page

    /// The page that an address means, which has to be the beginning of a book.
    private func beginning(at address: GitPath, _ board: JobBoard) async throws -> Beginning {
        let service = board.service
        let found = try await site.wiki.read { snapshot -> Beginning? in
            let path = try snapshot.pagePath(at: address)
            guard let page = try snapshot.index.page(path: path), let document = try snapshot.index.document(page.blob),
                service.isBook(document.frontMatter)
            else { return nil }
            return Beginning(path: page.path, title: page.title)
        }
        guard let found else { throw WebError.notFound }
        return found
    }

    // MARK: Answers

    private func form(
        _ visit: Visit, _ page: Beginning, _ board: JobBoard, chosen: BookFormat?, stage: DeskView.JobStage? = nil,
        problem: DeskProblem? = nil, refresh: Int? = nil
    ) throws -> Response {
        let formats = board.service.bookFormats
        let first = chosen.flatMap { formats.contains($0) ? $0 : nil } ?? formats.first
        return try visit.desk(problem, refresh: refresh) { token, problem in
            DeskView.book(
                page.title, path: page.path.bytes, formats: formats.map(\.rawValue), chosen: first?.rawValue ?? "", stage: stage,
                csrf: token, problem: problem, in: visit.views)
        }
    }

    /// Where the making of a book stands.
    private func follow(_ key: BookKey, _ page: Beginning, _ visit: Visit, _ board: JobBoard) async throws -> Response {
        let say = ExportWords(words: site.words)
        switch await board.state(of: key) {
        case nil: return try gone(visit, page, board, key.format)
        case .waiting(let ahead)?:
            return try form(visit, page, board, chosen: key.format, stage: .waiting(ahead: ahead), refresh: Self.lookAgain)
        case .running(let progress)?:
            return try form(visit, page, board, chosen: key.format, stage: .running(say.bar(progress)), refresh: Self.lookAgain)
        case .failed(let failure)?: return try form(visit, page, board, chosen: key.format, stage: .failed(say.sentence(failure)))
        case .done(let summary)?:
            guard let book = board.shelf.book(key) else { return try gone(visit, page, board, key.format) }
            let file = site.urls.book(page.path.bytes, file: key.id)
            return try form(
                visit, page, board, chosen: key.format, stage: .done(file: file, bytes: book.size, outcome: say.outcome(summary)))
        }
    }

    private func gone(_ visit: Visit, _ page: Beginning, _ board: JobBoard, _ format: BookFormat) throws -> Response {
        let problem = DeskProblem(.notFound, .notTaken, site.words.text("book.gone"))
        return try form(visit, page, board, chosen: format, problem: problem)
    }

    /// The file of a book.
    private func fetch(_ id: String, of address: GitPath, _ visit: Visit, _ board: JobBoard) async throws -> Response {
        guard let key = BookKey(page: address, id: id) else { throw WebError.notFound }
        guard let book = board.shelf.book(key), let file = OpenedFile(book.path) else {
            return try gone(visit, try await beginning(at: address, board), board, key.format)
        }
        let name = Array(address.name) + Array(".\(key.format.rawValue)".utf8)
        return .download(file, fileName: name, tag: EntityTag(key.id), for: visit.request)
    }
}
