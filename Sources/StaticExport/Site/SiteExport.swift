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
    let pushNotes: @Sendable (ObjectID) throws -> PushNotes
    /// The program's version, as the colophon names it.
    let version: String
    /// What tells this build of the program from others: pages of another one are made anew.
    let program: String
    /// How many threads render.
    let threads: Int

    /// - Parameters:
    ///   - words: those of the interface.
    ///   - pushNotes: says who pushed a commit. Blocking.
    ///   - program: what tells this build of the program from others.
    ///   - threads: how many threads render; at least one.
    package init(
        of wiki: Wiki, theme: Theme, words: Phrasebook, options: SiteOptions, version: String, program: String, threads: Int,
        pushNotes: @escaping @Sendable (ObjectID) throws -> PushNotes
    ) {
        self.wiki = wiki
        self.theme = theme
        self.words = words
        self.options = options
        self.version = version
        self.program = program
        self.threads = max(1, threads)
        self.pushNotes = pushNotes
    }

    /// Makes the site in a folder, or brings it up to date.
    /// - Parameter progress: told how many units of how many are made, from any thread.
    /// - Throws: ``ExportError``; what readers see is as it was then.
    package func run(to path: String, progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }) async throws -> SiteReport
    {
        guard wiki.indexedTip != nil else { throw ExportError.nothingToExport }
        // What is known of authors must not depend on when somebody looked.
        try await wiki.attribution.fill()
        let identity = try await wiki.read { try $0.index.oldestCommit()?.hex ?? "" }
        let folder = try SiteFolder(path, of: identity)
        let run = SiteRun(self, folder: folder, identity: identity, progress: progress)
        try await wiki.readTogether(threads) { snapshot, thread in try run.work(snapshot, thread: thread) }
        return try run.finish()
    }
}
