import Git
import Glibc
import Logging
import TestSupport
import Testing

@testable import WebServer

/// Work that no request waits for: one site at a time, one book at a time, joined where it is the same, bounded everywhere.
struct JobBoardTests {
    private let place: TemporaryFolder
    private let exports = FakeExports()
    private let board: JobBoard

    init() throws {
        place = try TemporaryFolder()
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let shelf = BookShelf(folder: "\(place.path)/exports", countLimit: 2, sizeLimit: 100)
        board = JobBoard(service: exports, shelf: shelf, logger: logger, now: { 1_795_000_000 })
    }

    private func key(_ number: Int, _ format: BookFormat = .epub) throws -> BookKey {
        let digits = String(number, radix: 16)
        let commit = try #require(ObjectID(hex: String(repeating: "0", count: 40 - digits.utf8.count) + digits))
        return BookKey(page: GitPath("Book"), commit: commit, epoch: 0, format: format)
    }

    /// Asks for the site so many times, each before the board hears of anything else.
    private func ask(_ board: isolated JobBoard, times: Int) -> [Task<ExportSummary, any Error>] {
        (0..<times).map { _ in Task { try await board.exportSite() } }
    }

    // MARK: The site

    @Test func whoAsksForTheSiteAgainJoinsTheRun() async throws {
        await board.startSite()
        let run = try await exports.next()
        await board.startSite()
        run.progress(ExportProgress(done: 3, total: 12, word: "pages"))
        #expect(await board.siteStatus.running == .running(ExportProgress(done: 3, total: 12, word: "pages")))
        run.succeed(pages: 12)
        await board.siteIdle()
        #expect(exports.count == 1)
        let status = await board.siteStatus
        #expect(status.running == nil && status.done?.summary.pages == 12 && status.done?.time == 1_795_000_000)
    }

    @Test func allWhoComeDuringARunShareTheNext() async throws {
        await board.startSite()
        let first = try await exports.next()
        let asked = await ask(board, times: 3)
        #expect(await board.siteStatus.running != nil)
        first.succeed(pages: 1)
        try await exports.next().succeed(pages: 2)
        for task in asked { #expect(try await task.value.pages == 2, "what was saved during a run is in the run after it") }
        #expect(exports.count == 2)
    }

    @Test func aFailureIsToldUntilARunGoesWell() async throws {
        await board.startSite()
        try await exports.next().succeed(pages: 4)
        await board.siteIdle()
        await board.startSite()
        try await exports.next().fail(ExportFailure("diskFull"))
        await board.siteIdle()
        let broken = await board.siteStatus
        #expect(broken.failed?.failure.code == "diskFull" && broken.done?.summary.pages == 4)
        await board.startSite()
        try await exports.next().fail(GitError(code: .generic, function: "f", message: "secret place"))
        await board.siteIdle()
        #expect(await board.siteStatus.failed?.failure.code == "broken")
        await board.startSite()
        try await exports.next().succeed(pages: 5)
        await board.siteIdle()
        let well = await board.siteStatus
        #expect(well.failed == nil && well.done?.summary.pages == 5)
    }

    @Test func workGivesWayToRequests() async throws {
        await board.startSite()
        let run = try await exports.next()
        #expect(run.niceness > getpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0))
        run.succeed()
        await board.siteIdle()
    }

    @Test func theEndOfTheServerEndsTheWork() async throws {
        await board.startSite()
        _ = try await exports.next()
        try await board.startBook(key(1))
        _ = try await exports.next()
        try await board.startBook(key(2))
        let asked = await ask(board, times: 1)
        await board.close()
        await #expect(throws: CancellationError.self) { try await asked[0].value }
        await board.startSite()
        await #expect(throws: JobBoard.LineFull.self) { try await board.startBook(key(3)) }
        #expect(exports.count == 2, "what waited was not begun")
        let status = await board.siteStatus
        #expect(status.running == nil && status.failed == nil)
    }

    // MARK: Books

    @Test func aBookIsMadeOnceForAllWhoWantIt() async throws {
        let book = try key(1)
        #expect(await board.state(of: book) == nil)
        for _ in 0..<3 { try await board.startBook(book) }
        let call = try await exports.next()
        #expect(call.page == GitPath("Book") && call.file.hasSuffix(".epub"))
        #expect(await board.state(of: book) == .running(nil))
        call.succeed(pages: 9)
        await board.booksDone()
        for _ in 0..<3 { try await board.startBook(book) }
        guard case .done(let summary)? = await board.state(of: book) else {
            Issue.record("the book is not done")
            return
        }
        #expect(summary.pages == 9 && exports.count == 1)
        #expect(board.shelf.book(book)?.size == 3)
    }

    @Test func oneBookAfterTheOther() async throws {
        let books = try (1...3).map { try key($0) }
        for book in books { try await board.startBook(book) }
        #expect(await board.state(of: books[1]) == .waiting(ahead: 1))
        #expect(await board.state(of: books[2]) == .waiting(ahead: 2))
        try await exports.next().succeed()
        let second = try await exports.next()
        #expect(await board.state(of: books[1]) == .running(nil))
        #expect(await board.state(of: books[2]) == .waiting(ahead: 1))
        second.succeed()
        try await exports.next().succeed()
        await board.booksDone()
        #expect(await board.state(of: books[0]) == nil, "the shelf holds two, so the oldest is forgotten")
        #expect(await board.needsWork(books[0]))
        #expect(await !board.needsWork(books[2]))
    }

    @Test func theLineIsBounded() async throws {
        for number in 0...JobBoard.lineLimit { try await board.startBook(key(number)) }
        await #expect(throws: JobBoard.LineFull.self) { try await board.startBook(key(100)) }
        try await board.startBook(key(3))
        #expect(await board.state(of: try key(100)) == nil)
    }

    @Test func aBookThatFailedIsToldAndMayBeTriedAgain() async throws {
        let book = try key(1)
        try await board.startBook(book)
        let call = try await exports.next()
        call.fail(ExportFailure("noChapters"))
        await board.booksDone()
        #expect(await board.state(of: book) == .failed(ExportFailure("noChapters")))
        #expect(access(call.file, F_OK) != 0, "half a book is taken away")
        try await board.startBook(book)
        #expect(await board.state(of: book) == .running(nil))
        try await exports.next().succeed(bytes: 101)
        await board.booksDone()
        #expect(await board.state(of: book) == .failed(ExportFailure("tooLarge")))
    }

    @Test func whatIsRememberedIsBounded() async throws {
        for number in 0..<JobBoard.recordLimit + 10 {
            try await board.startBook(key(number))
            try await exports.next().fail(ExportFailure("noChapters"))
            await board.booksDone()
        }
        #expect(await board.records.count == JobBoard.recordLimit)
        #expect(await board.state(of: try key(0)) == nil)
    }
}

extension JobBoard {
    /// Ends once no run of the site is under way.
    fileprivate func siteIdle() async {
        while let run = siteRun { _ = await run.end.value }
    }
}
