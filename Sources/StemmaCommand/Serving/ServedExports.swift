import Logging
import ServiceLifecycle
import WebServer
import WikiCore

/// Exports while a wiki is served: those that people ask for, and the site that follows by itself.
struct ServedExports: Service {
    /// What does them.
    let board: JobBoard
    private let wiki: Wiki
    private let signal = ExportSignal()

    /// How often names and credits are looked at, which change without a commit.
    private static let creditInterval = Duration.seconds(30)

    /// - Parameter folder: keeps the books.
    init(_ service: any ExportService, wiki: Wiki, folder: DataFolder, logger: Logger) {
        self.wiki = wiki
        board = JobBoard(service: service, shelf: BookShelf(folder: folder.exportsFolder), logger: logger, now: Opening.now)
    }

    /// What follows the wiki; nil where there is no folder for a site.
    func follower(logger: Logger) -> ExportFollower? {
        guard board.service.siteFolder != nil else { return nil }
        let (board, signal) = (board, signal)
        wiki.indexer.onUpdate { _ in signal.send() }
        signal.send()
        return ExportFollower(signal: signal, export: { try await board.exportSite() }) { result in
            switch result {
            case .success(let summary):
                logger.debug("the site was exported", metadata: ["pages": "\(summary.pages)", "written": "\(summary.written)"])
            case .failure(let failure):
                logger.error(
                    "the site does not follow the wiki", metadata: ["code": "\(failure.code)", "cause": "\(failure.cause ?? "-")"])
            }
        }
    }

    /// Follows names and credits, and asks all work to end once the server has to.
    func run() async throws {
        await cancelWhenGracefulShutdown {
            var epoch = wiki.creditEpoch
            while (try? await Task.sleep(for: Self.creditInterval)) != nil {
                let now = wiki.creditEpoch
                if now != epoch { signal.send() }
                epoch = now
            }
        }
        await board.stop()
    }
}
