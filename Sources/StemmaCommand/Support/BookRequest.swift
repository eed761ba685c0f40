import Presentation
import StaticExport
import WebServer
import WikiCore
import Wording

/// A book that somebody asked for on the command line.
struct BookRequest: Sendable {
    let source: BookSource
    let format: BookPackaging
    let baseURL: String?

    /// Finds out who wrote its chapters, and makes it.
    func make(in wiki: Wiki) async throws -> MadeBook {
        let installation = try Installation()
        let site = wiki.configuration.site
        let theme = try ThemeChoice(installation: installation).theme(named: site.theme)
        let shelf = try installation.phrasebooks()
        let urls = try urls(site.url)
        do {
            let source = source
            let chapters = try await wiki.read { try BookPlan(source, in: $0).chapters.map(\.id) }
            let line = ProgressLine()
            try await wiki.attribution.fill(chapters) { line.show(IndexProgress(stage: .authors, done: $0.done, total: $0.pages)) }
            line.finish()
            let format = format
            return try await wiki.read { snapshot in
                let plan = try BookPlan(source, in: snapshot)
                return try BookExport(plan, snapshot: snapshot, urls: urls, theme: theme, shelf: shelf).make(format)
            }
        } catch let error as BookError {
            throw Failure(error)
        }
    }

    private func urls(_ configured: String?) throws(Failure) -> SiteURL {
        let given = try baseURL.map { url throws(Failure) in try GivenAddress(url, option: "--base-url").text }
        return SiteURL(SiteAddress(given ?? configured))
    }
}
