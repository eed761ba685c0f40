package import Git
package import Presentation
package import WikiCore
package import Wording

/// The export of a wiki as a static site: the same pages through the same theme as the server's, in a folder that any host can serve.
///
/// A run renders and writes what changed since the last one into the same folder, and puts the new site in the place of the old one
/// in one step. The same commit gives the same bytes.
package struct SiteExport: Sendable {
    /// How it is made.
    package let options: SiteOptions
    let wiki: Wiki
    let theme: Theme
    let words: Phrasebook
    let pushNotes: @Sendable ([ObjectID]) throws -> PushNotes
    /// The program's version, as the colophon names it.
    let version: String
    /// What tells this build of the program from others: pages of another one are made anew.
    let program: String
    /// How many threads render.
    let threads: Int
    /// The versions of which this is one; nil where it stands alone.
    package var versions: SiteVersions?

    /// - Parameters:
    ///   - words: those of the interface.
    ///   - pushNotes: says who pushed some commits. Blocking.
    ///   - program: what tells this build of the program from others.
    ///   - threads: how many threads render; at least one.
    package init(
        of wiki: Wiki, theme: Theme, words: Phrasebook, options: SiteOptions, version: String, program: String, threads: Int,
        pushNotes: @escaping @Sendable ([ObjectID]) throws -> PushNotes
    ) {
        self.wiki = wiki
        self.theme = theme
        self.words = words
        self.options = options
        self.version = version
        self.program = program
        self.threads = min(max(1, threads), Wiki.exportReaders)
        self.pushNotes = pushNotes
    }

    /// Makes the site in a folder, or brings it up to date.
    /// - Parameter progress: told how many units of how many are made, from any thread.
    /// - Throws: ``ExportError``; what readers see is as it was then.
    package func run(to path: String, progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }) async throws
        -> SiteReport
    {
        try await run(to: path, work: nil, progress: progress)
    }

    /// The same as one of several versions, in the folder of its name.
    package func run(
        in shelf: VersionShelf, progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) async throws -> SiteReport {
        guard let versions else { throw ExportError.nothingToExport }
        let folders = versions.versions.map(\.folder)
        try shelf.begin(folders)
        let folder = folders[versions.current]
        let report = try await run(to: shelf.place(folder), work: shelf.work(folder), progress: progress)
        try shelf.finish(folders, start: try start(versions))
        return report
    }

    /// The page at the root of all versions, which leads to the newest.
    private func start(_ versions: SiteVersions) throws -> [UInt8] {
        let newest = versions.versions[versions.newest]
        let href = SiteURL.encoded("\(newest.folder)/index.html")
        let site = StaticSite(names: newest.names, pages: [], past: .none, tags: [:], people: [:], live: nil)
        let context = ViewContext(urls: SiteURL(in: site, from: "index.html"), words: words)
        let view = MovedView(title: newest.name, href: href, canonical: versions.baseURL.map { $0 + href }, in: context)
        return try theme.renderDocument(MovedView.template, view, words: words)
    }

    /// Where the pages of the wiki are in a site of these options: what other versions need to know to lead there.
    package func names() async throws -> StaticNames {
        let pattern = options.pages
        return try await wiki.read { try RunPlan.names(SiteContent($0.withoutDrafts, pattern: pattern)) }
    }

    /// What tells this wiki from others, whatever its branch names.
    package func identity() async throws -> String { try await wiki.read { try $0.index.oldestCommit()?.hex ?? "" } }

    private func run(
        to path: String, work: String?, progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void
    ) async throws -> SiteReport {
        guard wiki.indexedTip != nil else { throw ExportError.nothingToExport }
        let identity = try await identity()
        let folder = try SiteFolder(path, of: identity, work: work)
        for _ in 0..<Self.patience {
            // What is known of authors must not depend on when somebody looked.
            try await wiki.attribution.fill()
            do {
                return try await run(in: folder, identity, progress)
            } catch is AuthorsMissing {
                continue
            }
        }
        throw ExportError.authorsUnknown
    }

    /// How often an edit may come between the look at the authors and the export.
    private static let patience = 20

    private func run(
        in folder: SiteFolder, _ identity: String, _ progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void
    ) async throws -> SiteReport {
        let run = SiteRun(self, folder: folder, identity: identity, progress: progress)
        return try await withTaskCancellationHandler {
            try await wiki.readTogether(threads) { snapshot, thread in try run.work(snapshot, thread: thread) }
            return try run.finish()
        } onCancel: {
            run.cancel()
        }
    }
}
