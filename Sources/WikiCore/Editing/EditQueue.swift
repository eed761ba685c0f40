package import Git
import Glibc
package import Logging

/// The one write path: every edit, whatever door it came through, takes its turn here, and so does a push.
///
/// Edits that wait together share one flush of the disk and one move of the branch, and stay one commit each. There
/// is no `await` between reading the tip and the answer of the swap. The branch never moves before its objects are
/// durable, and nobody hears "saved" before the branch has moved durably and the index shows it.
package actor EditQueue {
    private let executor = QueueExecutor(label: "stemma.edits")
    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// The turn that is next or runs.
    private struct GivenTurn {
        let turn: EditTurn
        /// Nil while the index catches up for it.
        var run: EditTurn.Run?
        /// True where who asked for it has had an answer already.
        var isRefused = false
    }

    private enum Attempt {
        /// The branch is where the outcomes say.
        case done([Result<EditOutcome, WikiError>])
        /// Somebody moved the branch: all is merged anew.
        case moved
        /// Somebody holds its lock.
        case locked
    }

    private let branch: Branch
    private let repositories: RepositoryPool
    private let index: PageIndex
    private let indexer: Indexer
    private let configuration: Configuration
    private let layout: PagesLayout
    private let checks: EditChecks
    private let policy: any EditPolicy
    private let logger: Logger
    private var line = EditLine()
    private var turns = 0
    private var given: GivenTurn?
    private var isRunning = false
    private var isClosed = false
    private var closers: [CheckedContinuation<Void, Never>] = []

    /// How often a batch is tried before its edits are refused as busy; together about two seconds behind a lock.
    private static let attempts = 100
    private static let lockPause: UInt32 = 20_000

    package init(
        branch: Branch, repositories: RepositoryPool, index: PageIndex, indexer: Indexer, configuration: Configuration,
        policy: any EditPolicy, logger: Logger
    ) {
        self.branch = branch
        self.repositories = repositories
        self.index = index
        self.indexer = indexer
        self.configuration = configuration
        layout = PagesLayout(root: GitPath(configuration.pages.root))
        checks = EditChecks(limits: configuration.limits)
        self.policy = policy
        self.logger = logger
    }

    /// Hands an edit in and waits until it is durable and shown, refused, or in conflict.
    package func submit(_ edit: Edit) async throws(WikiError) -> EditOutcome {
        if isClosed { throw .closing }
        guard line.hasRoom(for: edit.size) else { throw .busy }
        let result = await withCheckedContinuation { continuation in
            line.append(EditLine.WaitingEdit(edit: edit, answer: continuation))
            start()
        }
        return try result.get()
    }

    /// Takes a turn among the edits for something that moves the branch itself, such as a push: no edit is worked on
    /// until `body` returns, and when this returns the index shows what it did.
    ///
    /// Who is cancelled while it waits leaves the line; a `body` that runs is cancelled, and its turn lasts until it returns.
    /// - Parameters:
    ///   - patience: how long the turn may be waited for before it is refused as busy.
    ///   - deadline: how long `body` may take before its task is cancelled.
    ///   - body: gets the branch's newest commit, which the index shows; nil while there is none. It hands in no edits.
    /// - Throws: what `body` throws; `WikiError.busy` and `.closing` before it began.
    package func takeTurn<Value: Sendable>(
        patience: Duration = .seconds(60), deadline: Duration = .seconds(60),
        _ body: @escaping @Sendable (ObjectID?) async throws -> Value
    ) async throws -> Value {
        if isClosed { throw WikiError.closing }
        guard line.hasRoom(for: 0) else { throw WikiError.busy }
        turns += 1
        let id = turns
        let clock = Task {
            try await Task.sleep(for: patience)
            self.refuse(id, WikiError.busy)
        }
        defer { clock.cancel() }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Value, any Error>) in
                let turn = EditTurn(id: id, deadline: deadline, body, answer: continuation)
                guard !Task.isCancelled else { return turn.refuse(CancellationError()) }
                line.append(turn)
                start()
            }
        } onCancel: {
            Task { await self.leave(id) }
        }
    }

    /// Takes nothing more, and returns once the edits handed in are answered and the turn that runs has ended.
    package func close() async {
        isClosed = true
        for turn in line.removeTurns() { turn.refuse(WikiError.closing) }
        if let given { refuse(given.turn.id, WikiError.closing) }
        guard isRunning else { return }
        await withCheckedContinuation { closers.append($0) }
    }

    private func start() {
        guard !isRunning else { return }
        isRunning = true
        Task { await self.drain() }
    }

    private func drain() async {
        while let work = line.next() {
            switch work {
            case .edits(let batch):
                let results = await process(batch.map(\.edit))
                for (item, result) in zip(batch, results) { item.answer.resume(returning: result) }
            case .turn(let turn): await give(turn)
            }
        }
        isRunning = false
        for closer in closers { closer.resume() }
        closers = []
    }

    // MARK: Turns

    private func give(_ turn: EditTurn) async {
        given = GivenTurn(turn: turn)
        defer { given = nil }
        do {
            try await indexer.catchUp()
        } catch {
            logger.error("a turn refused: \(error)")
            return refuse(turn.id, error is WikiError ? error : WikiError.storage("\(error)"))
        }
        guard given?.isRefused == false else { return }
        let run = turn.begin(index.tip)
        given?.run = run
        let alarm = Task {
            try await Task.sleep(for: turn.deadline)
            run.cancel()
        }
        let answer = await run.end()
        alarm.cancel()
        await show()
        answer()
    }

    /// Answers who waits for a turn that has not begun; one that runs is left to end.
    private func refuse(_ id: Int, _ error: any Error) {
        if let turn = line.remove(turn: id) { return turn.refuse(error) }
        guard let given, given.turn.id == id, given.run == nil, !given.isRefused else { return }
        self.given?.isRefused = true
        given.turn.refuse(error)
    }

    /// Nobody waits for the turn any more.
    private func leave(_ id: Int) {
        refuse(id, CancellationError())
        if let given, given.turn.id == id { given.run?.cancel() }
    }

    // MARK: Edits

    private func process(_ edits: [Edit]) async -> [Result<EditOutcome, WikiError>] {
        do {
            for _ in 0..<Self.attempts {
                try await indexer.catchUp()
                switch try attempt(edits) {
                case .done(let results):
                    await show()
                    return results
                case .moved: continue
                case .locked: usleep(Self.lockPause)
                }
            }
            return edits.map { _ in .failure(.busy) }
        } catch let error as WikiError {
            return edits.map { _ in .failure(error) }
        } catch {
            logger.error("edits refused: \(error)")
            return edits.map { _ in .failure(.storage("\(error)")) }
        }
    }

    /// The edits are on the branch; the index follows before anybody hears of it.
    private func show() async {
        do {
            try await indexer.catchUp()
        } catch {
            logger.error("saved, but the index did not follow: \(error)")
        }
    }

    private func attempt(_ edits: [Edit]) throws -> Attempt {
        let tip = try branch.tip()
        guard tip == index.tip else { return .moved }
        return try repositories.borrow { repository in
            let (results, newTip) = try index.read { database in
                let reader = IndexReader(database: database, layout: layout)
                let snapshot = WikiSnapshot(index: reader, repository: repository, configuration: configuration, layout: layout, tip: tip)
                return try commit(edits, snapshot)
            }
            guard let newTip, newTip != tip else { return .done(results) }
            try repository.flushObjects()
            do throws(GitError) {
                try branch.move(from: tip, to: newTip)
            } catch {
                if error.code == .modified { return .moved }
                if error.code == .locked { return .locked }
                throw error
            }
            return .done(results)
        }
    }

    private func commit(_ edits: [Edit], _ snapshot: WikiSnapshot) throws -> (results: [Result<EditOutcome, WikiError>], tip: ObjectID?) {
        var batch = try EditBatch(snapshot: snapshot, checks: checks, policy: policy, committer: committer)
        let results = edits.map { edit -> Result<EditOutcome, WikiError> in
            do {
                return .success(try batch.apply(edit))
            } catch let error as WikiError {
                return .failure(error)
            } catch {
                logger.error("edit refused: \(error)")
                return .failure(.storage("\(error)"))
            }
        }
        return (results, batch.tip)
    }

    private var committer: EditAuthor {
        EditAuthor(name: configuration.site.name, email: "wiki@users.noreply.\(configuration.identity.domain)")
    }
}
