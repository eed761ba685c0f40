import ArgumentParser
import Git
import Glibc
import Presentation
import StaticExport
import WebServer
import WikiCore
import Wording

/// Makes static sites of an open wiki.
struct SiteMaker: Sendable {
    /// What it makes, and how.
    var export: SiteExport

    /// Sites of a theme, in one of these languages.
    init(_ open: OpenWiki, _ installation: Installation, options: SiteOptions, theme: Theme, shelf: PhrasebookShelf) throws(Failure) {
        let configuration = open.wiki.configuration
        if let language = options.language, shelf.book(language).language != language {
            let known = shelf.languages.joined(separator: ", ")
            throw Failure(.usage, "The interface does not speak \(language.printable). It speaks \(known).")
        }
        let members = open.members
        export = SiteExport(
            of: open.wiki, theme: theme,
            words: shelf.book(options.language ?? configuration.site.language), options: options, version: Stemma.configuration.version,
            program: Self.build(installation.executable), threads: max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
        ) { try PushNotes(blocking: $0, in: members) }
    }

    /// What tells this build of the program from others.
    private static func build(_ executable: String) -> String {
        var info = stat()
        guard stat(executable, &info) == 0 else { return executable }
        return "\(info.st_size) \(info.st_mtim.tv_sec) \(info.st_mtim.tv_nsec)"
    }

    /// Makes the site in a folder, or brings it up to date.
    func make(in folder: String, progress: @escaping ExportProgress.Listener = { _ in }) async throws -> SiteReport {
        try await export.run(to: folder) { progress(ExportProgress(done: $0, total: $1, word: "pages")) }
    }

    /// Makes it as one of several versions, which are published together.
    func prepare(in shelf: VersionShelf, progress: @escaping ExportProgress.Listener = { _ in }) async throws -> PreparedSite {
        try await export.prepare(in: shelf) { progress(ExportProgress(done: $0, total: $1, word: "pages")) }
    }
}

extension ExportSummary {
    /// What a run of a site did.
    init(_ report: SiteReport) {
        let problems = report.broken.map { link in
            ExportProblem(link.kind.problem, ["page": String(decoding: link.page, as: UTF8.self), "target": link.target])
        }
        self.init(
            commit: ObjectID(hex: report.commit), pages: report.pages, written: report.written, removed: report.removed, problems: problems)
    }
}

extension BrokenLink.Kind {
    /// The code of its sentence.
    fileprivate var problem: String {
        switch self {
        case .page: "brokenLink"
        case .file: "brokenFile"
        case .heading: "brokenHeading"
        case .redirect: "brokenRedirect"
        }
    }
}

extension Failure {
    /// Why there is no site.
    init(_ error: ExportError) {
        switch error {
        case .foreignFolder(let path):
            self.init(
                .usage, "\(path.printable) holds something that no export made. Choose another folder, or empty it; nothing was changed.")
        case .otherWiki(let path):
            self.init(.usage, "\(path.printable) holds the site of another wiki. Choose another folder; nothing was changed.")
        case .insideSite(let path, let site):
            self.init(
                .usage,
                "\(path.printable) lies in the site \(site.printable), whose next export would take it away. Choose another folder; nothing was changed."
            )
        case .running(let path): self.init(.inputOutput, "Another export to \(path.printable) is running.")
        case .system(let path, let reason):
            self.init(.inputOutput, "\(path.printable): \(reason). The site that was there is as it was.")
        case .notExchangeable(let path, let reason):
            self.init(
                .inputOutput,
                "\(path.printable) can't be replaced (\(reason)): the new site is made beside it and takes its place, so it must not be a mount of its own. Name a folder inside it."
            )
        case .nothingToExport: self.init(.foundWrong, "The wiki is empty; there is nothing to export.")
        case .noPageFits:
            self.init(.foundWrong, "The path of no page fits what --pages says, such as “Book/**”. The site is as it was.")
        case .brokenLinks(let links):
            self.init(.foundWrong, "\(links.count) \(links.count == 1 ? "link leads" : "links lead") nowhere. The site is as it was.")
        case .authorsUnknown:
            self.init(.foundWrong, "The authors of some page can't be found; `stemma check` may say why. The site is as it was.")
        case .cancelled: self.init(.foundWrong, "The export was ended. The site is as it was.")
        }
    }
}
