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
        let site = try await prepare(path, work: nil, progress: progress)
        try site.prepare()
        try site.exchange()
        try site.settle()
        return site.report
    }

    /// Where the pages of the wiki are in a site of these options: what other versions need to know to lead there.
    package func names() async throws -> StaticNames {
        let pattern = options.pages
        return try await wiki.read { try RunPlan.names(SiteContent($0.withoutDrafts, pattern: pattern)) }
    }

    /// What tells this wiki from others, whatever its branch names.
    package func identity() async throws -> String { try await wiki.read { try $0.index.oldestCommit()?.hex ?? "" } }

    /// - Parameter work: where it is made; nil for a site that stands alone.
    func prepare(
        _ path: String, work: String?, progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void
    ) async throws -> PreparedSite {
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
            } catch let error as ExportError {
                // A disk that is full gets its room back.
                if case .system = error { folder.abandon() }
                throw error
            }
        }
        throw ExportError.authorsUnknown
    }

    /// How often an edit may come between the look at the authors and the export.
    private static let patience = 20

    private func run(
        in folder: SiteFolder, _ identity: String, _ progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void
    ) async throws -> PreparedSite {
        let run = SiteRun(self, folder: folder, identity: identity, progress: progress)
        return try await withTaskCancellationHandler {
            try await wiki.readTogether(threads) { snapshot, thread in try run.work(snapshot, thread: thread) }
            return try run.finish()
        } onCancel: {
            run.cancel()
        }
    }
}
