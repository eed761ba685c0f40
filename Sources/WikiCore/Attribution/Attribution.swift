import Dispatch
package import Git
import Logging
import Markup
package import Prose
import Synchronization

/// Keeps who wrote which words of every page: in the background for the whole wiki, at once for a page that somebody asks for.
///
/// Work is done in slices on a thread of its own, so that a view never waits for it and a server ends at once; what a slice
/// found out is put down in one short transaction. The pages edited last come first, those that were asked for before them.
package actor Attribution {
    private let executor = QueueExecutor(label: "stemma.attribution", qos: .utility)
    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private let repositories: RepositoryPool
    private let index: PageIndex
    private let layout: PagesLayout
    private let logger: Logger
    private let wishes = Mutex(Wishes())
    private let bell: AsyncStream<Void>
    private let ring: AsyncStream<Void>.Continuation
    private let onReady: @Sendable () -> Void
    private var follower = AuthorshipFollower()
    private var rewinds = 0
    private var postponed = PostponedPages()
    private let time: @Sendable () -> Int64
    /// Rings when a postponed page may be tried again.
    private var alarm: Task<Void, Never>?
    private var isClosed = false
    /// Why the disk took nothing more, the last time that somebody waited for all pages.
    private var refusal: String?

    /// What is asked for ahead of its turn.
    private struct Wishes {
        var pages: [Int64] = []
        var hasNews = true
    }

    /// How many bytes of texts a slice of work reads, some tens of milliseconds' worth.
    private static let slice = 512 << 10
    /// How many pages may be asked for at once.
    private static let wishLimit = 256
    /// How many waiting pages are listed at a time.
    private static let batch = 200
    /// After how many pages somebody is told how far it has come.
    private static let tellEvery = 50
    /// Between slices of work for which nobody waits.
    private static let rest = Duration.milliseconds(10)

    /// - Parameters:
    ///   - time: the clock, in seconds since 1970.
    ///   - onReady: called when pages became ready that views showed without.
    init(
        repositories: RepositoryPool, index: PageIndex, layout: PagesLayout, logger: Logger, time: @escaping @Sendable () -> Int64,
        onReady: @escaping @Sendable () -> Void
    ) {
        self.repositories = repositories
        self.index = index
        self.layout = layout
        self.logger = logger
        self.time = time
        self.onReady = onReady
        (bell, ring) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    // MARK: Asking

    /// Asks for a page ahead of its turn. Returns at once.
    package nonisolated func want(_ page: Int64) {
        wishes.withLock { wishes in
            guard !wishes.pages.contains(page), wishes.pages.count < Self.wishLimit else { return }
            wishes.pages.append(page)
        }
        ring.yield()
    }

    /// The index moved: pages may wait.
    nonisolated func noteUpdate() {
        wishes.withLock { $0.hasNews = true }
        ring.yield()
    }

    /// Who wrote a text that a page had at one of its revisions; nil where that takes longer than `patience`, or the text can
    /// have no authors. Once the page's newest revisions are kept, the cost is that of reading them.
    /// - Parameters:
    ///   - place: the revision's place in the order of commits.
    ///   - patience: nil waits as long as it takes.
    package func authors(of page: Int64, blob: ObjectID, place: Int64, patience: Duration?) async throws -> (
        text: [UInt8], authors: AuthoredText, origins: OriginTable
    )? {
        let end = patience.map { ContinuousClock.now + $0 }
        var errand = AuthorshipFollower.Errand(page: page, place: place)
        var generation = index.rewindCount
        while true {
            try Task.checkCancellation()
            if isClosed { throw WikiError.closing }
            if generation != index.rewindCount { (errand, generation) = (.init(page: page, place: place), index.rewindCount) }
            if try step(&errand) { return try read(page, blob) }
            if let end, ContinuousClock.now > end {
                want(page)
                return nil
            }
            await Task.yield()
        }
    }

    /// How far the whole wiki has come.
    package nonisolated func progress() async throws -> AttributionProgress {
        let (index, layout) = (index, layout)
        return try await repositories.run { _ in
            try index.read { try IndexReader(database: $0, layout: layout).authorshipProgress() }
        }
    }

    // MARK: The wiki

    /// Follows all pages, and then every edit, until the task is cancelled: the server's job in the background.
    package func run() async {
        ring.yield()
        for await _ in bell {
            await drain(rest: Self.rest)
            if Task.isCancelled || isClosed { break }
            setAlarm()
        }
        alarm?.cancel()
        do { try putDown(all: true) } catch { logger.warning("authorship could not be put down: \(error)") }
    }

    /// Follows all pages that wait, as quickly as it goes.
    /// - Parameter listener: told how many pages of how many are done.
    /// - Throws: `WikiError.storage` at the first page that the disk has no room for.
    package func fill(progress listener: @escaping @Sendable (AttributionProgress) -> Void = { _ in }) async throws {
        noteUpdate()
        refusal = nil
        await drain(rest: nil, progress: listener)
        try Task.checkCancellation()
        if let refusal { throw WikiError.storage(refusal) }
        try putDown(all: true)
        listener(try await progress())
    }

    /// Follows some pages, as quickly as it goes, and keeps what it finds. Pages that can't be followed are passed over.
    /// - Parameter listener: told how many pages of how many are done.
    package func fill(_ pages: [Int64], progress listener: @Sendable (AttributionProgress) -> Void = { _ in }) async throws {
        for (done, page) in pages.enumerated() {
            listener(AttributionProgress(left: pages.count - done, pages: pages.count))
            _ = await attribute(page, rest: nil)
            try Task.checkCancellation()
        }
        try putDown(all: true)
    }

    /// Ends work after the slice that runs.
    func close() {
        isClosed = true
        ring.finish()
        alarm?.cancel()
        do { try putDown(all: true) } catch { logger.warning("authorship could not be put down: \(error)") }
    }

    private func drain(rest: Duration?, progress listener: (@Sendable (AttributionProgress) -> Void)? = nil) async {
        var list: [Int64] = []
        var hasShown = false
        defer { if hasShown { onReady() } }
        var told = ContinuousClock.now
        var count = 0
        while !Task.isCancelled, !isClosed {
            if rest == nil, refusal != nil { return }
            let wished = next(&list)
            guard let page = wished ?? list.popLast() else {
                if count >= Self.tellEvery { unload() }
                return
            }
            hasShown = await attribute(page, rest: wished == nil ? rest : nil) || hasShown
            count += 1
            if let listener, count % Self.tellEvery == 0, let progress = try? await progress() { listener(progress) }
            // Pages that came to stand in caches without it are made anew now and then, not for each page that gets ready.
            if hasShown, ContinuousClock.now - told > .seconds(10) {
                onReady()
                (hasShown, told) = (false, .now)
            }
        }
    }

    private func setAlarm() {
        alarm?.cancel()
        alarm = postponed.wait(at: time()).map { seconds in
            Task { [ring] in
                guard (try? await Task.sleep(for: .seconds(seconds))) != nil else { return }
                ring.yield()
            }
        }
    }

    /// Holds no page and no passages any more, after so much work that this is worth it.
    private func unload() {
        do { try putDown(all: true) } catch { return logger.warning("authorship could not be put down: \(error)") }
        follower = AuthorshipFollower()
        ProcessMemory.giveBack()
    }

    /// The page that was asked for first. Lists the waiting pages anew, the next one last, where there may be others.
    private func next(_ list: inout [Int64]) -> Int64? {
        let (wish, hasNews) = wishes.withLock { wishes in
            defer { wishes.hasNews = false }
            return (wishes.pages.isEmpty ? nil : wishes.pages.removeFirst(), wishes.hasNews)
        }
        if hasNews || list.isEmpty {
            do {
                let (limit, now) = (Self.batch + postponed.count, time())
                list = try index.read { try IndexReader(database: $0, layout: layout).authorshipDue(limit: limit) }
                    .filter { !postponed.isWaiting($0, at: now) }.reversed()
            } catch {
                logger.error("the pages that wait for their authors can't be listed: \(error)")
            }
        }
        return wish
    }

    /// Follows a page to its newest revision.
    /// - Returns: true where it became ready.
    private func attribute(_ page: Int64, rest: Duration?) async -> Bool {
        var errand = AuthorshipFollower.Errand(page: page, place: .max)
        let tip = index.tip
        do {
            guard !postponed.isWaiting(page, at: time()) else { return false }
            guard try atDesk({ try $0.index.isAuthorshipDue(page) }) else {
                postponed.noteSuccess(page)
                return false
            }
            var generation = index.rewindCount
            while try !step(&errand) {
                if Task.isCancelled || isClosed { return false }
                if let rest { try await Task.sleep(for: rest) } else { await Task.yield() }
                if generation != index.rewindCount { (errand, generation) = (.init(page: page, place: .max), index.rewindCount) }
            }
            if try finish(page) {
                postponed.noteSuccess(page)
                return true
            }
            // It changed while it was followed, and is listed again.
            if index.tip == tip { postponed.noteFailure(page, at: time()) }
        } catch is CancellationError {
            return false
        } catch WikiError.storage(let reason) where rest == nil {
            // Whoever waits is told, once; the page is no worse than others.
            refusal = reason
            follower.forgetAll()
        } catch {
            logger.error("a page's authors can't be found", metadata: ["page": "\(page)", "cause": "\(error)"])
            postponed.noteFailure(page, at: time())
            follower.forgetAll()
        }
        return false
    }

    // MARK: Slices

    private func step(_ errand: inout AuthorshipFollower.Errand) throws -> Bool {
        let isDone = try atDesk { try follower.work(on: &errand, at: $0, bytes: Self.slice) }
        try putDown(all: false)
        return isDone
    }

    private func finish(_ page: Int64) throws -> Bool {
        let record = try atDesk { desk in
            let replay = try follower.take(page: page, desk)
            defer { follower.hold(replay) }
            return try AuthorshipRecord(replay, at: desk)
        }
        guard let record else {
            try index.setAuthorshipDone(page, rewinds: rewinds)
            return true
        }
        guard try index.keep(record, rewinds: rewinds) else { return false }
        follower.notePutDown(page)
        return true
    }

    private func read(_ page: Int64, _ blob: ObjectID) throws -> (text: [UInt8], authors: AuthoredText, origins: OriginTable)? {
        try atDesk { desk in
            guard let text = try AttributedBlob.text(blob, desk.repository) else { return nil }
            let replay = try follower.take(page: page, desk)
            defer { follower.hold(replay) }
            return (text, replay.authors(of: text, blob: blob), replay.origins)
        }
    }

    private func putDown(all: Bool) throws {
        let replays = follower.takeUnsaved(all: all)
        guard !replays.isEmpty else { return }
        let records = try atDesk { desk in try replays.compactMap { try AuthorshipRecord($0, at: desk) } }
        for record in records { _ = try index.keep(record, rewinds: rewinds) }
    }

    /// Lends a state of the wiki; what hangs on rows that went is forgotten before.
    private func atDesk<Value>(_ body: (AuthorshipFollower.Desk) throws -> Value) throws -> Value {
        try repositories.borrow { repository in
            let count = index.rewindCount
            if count != rewinds {
                follower.forgetAll()
                rewinds = count
            }
            return try index.read { database in
                try body(AuthorshipFollower.Desk(index: IndexReader(database: database, layout: layout), repository: repository))
            }
        }
    }
}
