import Git
import Glibc
import Markup
import Synchronization

@testable import WebServer

/// Exports that a test holds in its hand: each call waits until the test says how it ends.
final class FakeExports: ExportService {
    /// An export that was begun.
    struct Call: Sendable {
        /// The page of a book; nil for the site.
        let page: GitPath?
        /// The file of a book.
        let file: String
        /// How far the thread that works on it steps back.
        let niceness: Int32
        /// Says how far it has come.
        let progress: ExportProgress.Listener
        private let ending: Ending

        fileprivate init(page: GitPath?, file: String, progress: @escaping ExportProgress.Listener, ending: Ending) {
            self.page = page
            self.file = file
            niceness = getpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0)
            self.progress = progress
            self.ending = ending
        }

        /// Ends it well; a book is a file of so many bytes.
        func succeed(pages: Int = 1, bytes: Int = 3, problems: [ExportProblem] = []) {
            if page != nil { FakeExports.write(bytes, to: file) }
            ending.end(.success(ExportSummary(commit: nil, pages: pages, written: pages, problems: problems)))
        }

        /// Ends it badly, with a part of the book written.
        func fail(_ error: any Error) {
            if page != nil { FakeExports.write(1, to: file) }
            ending.end(.failure(error))
        }
    }

    let bookFormats: [BookFormat]
    let siteFolder: String?
    private let calls: AsyncStream<Call>
    private let call: AsyncStream<Call>.Continuation
    private let number = Mutex(0)

    init(siteFolder: String? = "/var/www/garden", bookFormats: [BookFormat] = [.epub, .html]) {
        self.siteFolder = siteFolder
        self.bookFormats = bookFormats
        (calls, call) = AsyncStream.makeStream(of: Call.self)
    }

    /// How many exports were begun.
    var count: Int { number.withLock { $0 } }

    /// The next export that is begun.
    func next() async throws -> Call {
        for await call in calls { return call }
        throw CancellationError()
    }

    /// Pages with the tag `book` are books.
    func isBook(_ frontMatter: FrontMatter) -> Bool { frontMatter.tags.contains("book") }

    func exportSite(progress: @escaping ExportProgress.Listener) async throws -> ExportSummary {
        try await begin(page: nil, file: "", progress)
    }

    func makeBook(
        page: GitPath, format: BookFormat, file: String, progress: @escaping ExportProgress.Listener
    ) async throws -> ExportSummary {
        try await begin(page: page, file: file, progress)
    }

    private func begin(page: GitPath?, file: String, _ progress: @escaping ExportProgress.Listener) async throws -> ExportSummary {
        number.withLock { $0 += 1 }
        let ending = Ending()
        call.yield(Call(page: page, file: file, progress: progress, ending: ending))
        return try await withTaskCancellationHandler {
            try await ending.value()
        } onCancel: {
            ending.end(.failure(CancellationError()))
        }
    }

    private static func write(_ count: Int, to path: String) {
        guard let file = fopen(path, "w") else { return }
        defer { fclose(file) }
        let bytes = [UInt8](repeating: UInt8(ascii: "b"), count: count)
        fwrite(bytes, 1, bytes.count, file)
    }
}

/// How an export ends: the first word holds.
private final class Ending: Sendable {
    private enum State {
        case open
        case waited(CheckedContinuation<ExportSummary, any Error>)
        case ended(Result<ExportSummary, any Error>)
    }

    private let state = Mutex(State.open)

    func end(_ result: Result<ExportSummary, any Error>) {
        let waiting = state.withLock { state -> CheckedContinuation<ExportSummary, any Error>? in
            switch state {
            case .open:
                state = .ended(result)
                return nil
            case .waited(let continuation):
                state = .ended(result)
                return continuation
            case .ended: return nil
            }
        }
        waiting?.resume(with: result)
    }

    func value() async throws -> ExportSummary {
        try await withCheckedThrowingContinuation { continuation in
            let result = state.withLock { state -> Result<ExportSummary, any Error>? in
                if case .ended(let result) = state { return result }
                state = .waited(continuation)
                return nil
            }
            if let result { continuation.resume(with: result) }
        }
    }
}
