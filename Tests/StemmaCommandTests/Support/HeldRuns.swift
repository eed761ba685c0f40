import Synchronization
import WebServer

/// Exports that a test holds in its hand: each waits until the test says how it ends.
final class HeldRuns: Sendable {
    /// One of them.
    struct Held: Sendable {
        fileprivate let ending: AsyncStream<Result<ExportSummary, any Error>>.Continuation

        /// Ends it.
        func end(_ result: Result<ExportSummary, any Error>) { ending.yield(result) }
    }

    private let begun: AsyncStream<Held>
    private let begin: AsyncStream<Held>.Continuation
    private let state = Mutex((count: 0, reports: [String]()))

    init() { (begun, begin) = AsyncStream.makeStream(of: Held.self) }

    /// How many were begun.
    var count: Int { state.withLock { $0.count } }

    /// What was reported: the number of pages, or the code of a failure.
    var reports: [String] { state.withLock { $0.reports } }

    /// The next that is begun.
    func next() async throws -> Held {
        for await held in begun { return held }
        throw CancellationError()
    }

    /// An export, until its end is said or its task is cancelled.
    func run() async throws -> ExportSummary {
        state.withLock { $0.count += 1 }
        let (endings, ending) = AsyncStream.makeStream(of: Result<ExportSummary, any Error>.self)
        begin.yield(Held(ending: ending))
        for await result in endings { return try result.get() }
        throw CancellationError()
    }

    /// Takes a report.
    func note(_ result: Result<ExportSummary, ExportFailure>) {
        let text =
            switch result {
            case .success(let summary): "\(summary.pages)"
            case .failure(let failure): failure.code
            }
        state.withLock { $0.reports.append(text) }
    }

    /// What came of an export of so many pages.
    static func summary(_ pages: Int) -> ExportSummary { ExportSummary(commit: nil, pages: pages, written: 0) }
}
