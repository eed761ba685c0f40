import Git
import Glibc
import Markup
import Presentation
import StaticExport
import Synchronization
import WebServer
import WikiCore
import Wording

/// The exports of a served wiki: its static site and its books.
struct WikiExports: ExportService {
    private let open: OpenWiki
    private let theme: Theme
    private let shelf: PhrasebookShelf
    private let site: SiteMaker?
    private let printer: ChromiumPrinter?
    let siteFolder: String?

    /// - Parameter theme: the wiki's own.
    init(_ open: OpenWiki, _ opening: Opening, theme: Theme, shelf: PhrasebookShelf) throws(Failure) {
        let configuration = open.wiki.configuration
        self.open = open
        self.shelf = shelf
        self.theme = theme
        printer = try? ChromiumPrinter()
        siteFolder = try ExportPlace(of: configuration, data: opening.folder)?.path
        guard siteFolder != nil else {
            site = nil
            return
        }
        var options = SiteOptions()
        let wanted = configuration.export
        options.baseURL = wanted.baseURL
        options.wikiURL = configuration.site.url
        options.history = HistoryDepth(rawValue: wanted.history.rawValue) ?? .none
        (options.compresses, options.writesRedirects) = (wanted.gzip, wanted.redirects)
        let looks = try wanted.theme.map { name throws(Failure) in try ThemeChoice(installation: opening.installation).theme(named: name) }
        site = try SiteMaker(open, opening.installation, options: options, theme: looks ?? theme, shelf: shelf)
    }

    var bookFormats: [BookFormat] { printer == nil ? [.epub, .html] : [.epub, .html, .pdf] }

    func isBook(_ frontMatter: FrontMatter) -> Bool { frontMatter.book != nil }

    func exportSite(progress: @escaping ExportProgress.Listener) async throws -> ExportSummary {
        guard let site, let siteFolder else { throw ExportFailure("broken") }
        do {
            return ExportSummary(try await site.make(in: siteFolder, progress: progress))
        } catch let error as ExportError {
            if error == .cancelled { throw CancellationError() }
            throw ExportFailure(error)
        }
    }

    func makeBook(
        page: GitPath, format: BookFormat, file: String, progress: @escaping ExportProgress.Listener
    ) async throws -> ExportSummary {
        let (wiki, theme, shelf) = (open.wiki, theme, shelf)
        let urls = SiteURL(SiteAddress(wiki.configuration.site.url))
        do {
            let source = BookSource.page(page)
            try await wiki.attribution.fill(wiki.read { try BookPlan(source, in: $0).chapters.map(\.id) })
            let task = BookCancellation()
            let (book, commit) = try await withTaskCancellationHandler {
                try await wiki.read { snapshot in
                    let plan = try BookPlan(source, in: snapshot)
                    let made = try BookExport(plan, snapshot: snapshot, urls: urls, theme: theme, shelf: shelf)
                        .make(format == .epub ? .epub : .html) { step in
                            if task.isCancelled { throw CancellationError() }
                            progress(ExportProgress(done: step.done, total: step.total, word: "chapters"))
                        }
                    return (made, snapshot.tip)
                }
            } onCancel: {
                task.cancel()
            }
            progress(ExportProgress(done: 0, total: 0, word: format == .pdf ? "printing" : "packing"))
            guard format == .epub || format == .html || printer != nil else { throw ExportFailure("noPrinter") }
            let bytes = format == .pdf ? try printer?.printed(book.bytes) ?? book.bytes : book.bytes
            try BookFile(file).write(bytes)
            return ExportSummary(commit: commit, pages: book.chapters, written: 1, problems: book.problems.map { ExportProblem($0) })
        } catch let error as BookError {
            throw ExportFailure(error)
        } catch let failure as Failure {
            throw ExportFailure("broken", cause: failure.sentence)
        }
    }
}

/// Whether somebody has asked for a book's making to end; told across threads.
private final class BookCancellation: Sendable {
    private let flag = Atomic(false)

    var isCancelled: Bool { flag.load(ordering: .relaxed) }

    func cancel() { flag.store(true, ordering: .relaxed) }
}

extension ExportFailure {
    /// Why there is no site.
    init(_ error: ExportError) {
        switch error {
        case .foreignFolder(let path), .otherWiki(let path): self.init("foreignFolder", ["folder": path])
        case .insideSite(let path, let site): self.init("insideSite", ["folder": path, "site": site])
        case .running: self.init("busyFolder")
        case .system(let path, let reason):
            let isFull = reason == String(cString: strerror(ENOSPC))
            self.init(isFull ? "diskFull" : "unwritable", cause: "\(path): \(reason)")
        case .notExchangeable(let path, let reason): self.init("unwritable", cause: "\(path): \(reason)")
        case .nothingToExport, .noPageFits, .brokenLinks, .authorsUnknown, .cancelled:
            self.init("broken", cause: Failure(error).sentence)
        }
    }

    /// Why there is no book.
    init(_ error: BookError) {
        switch error {
        case .noBook, .severalBooks, .noPage, .draft, .emptyWiki: self.init("notBook")
        case .noChapters: self.init("noChapters")
        case .tooLarge: self.init("tooLarge")
        case .theme, .archive, .noFile, .file: self.init("broken", cause: "\(error)")
        }
    }
}
