package import Git
import Glibc
package import Logging

/// The one write path: every edit, whatever door it came through, takes its turn here.
///
/// Edits that wait together share one flush of the disk and one move of the branch, and stay one commit each. There
/// is no `await` between reading the tip and the answer of the swap. The branch never moves before its objects are
/// durable, and nobody hears "saved" before the branch has moved durably and the index shows it.
package actor EditQueue {
    private let executor = QueueExecutor(label: "stemma.edits")
    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private struct Waiting {
        let edit: Edit
        let answer: CheckedContinuation<Result<EditOutcome, WikiError>, Never>
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
    private var waiting: [Waiting] = []
    private var waitingBytes = 0
    private var isRunning = false
    private var isClosed = false

    /// The most edits of one flush.
    private static let batchLimit = 64
    /// The most edits that wait; later ones are refused as busy, so memory is bounded.
    private static let waitingLimit = 1000
    /// The most bytes that they bring: one edit is taken in any case, however large the bounds on pages and files are.
    private let waitingBytesLimit: Int
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
        waitingBytesLimit = max(128 << 20, configuration.limits.page, configuration.limits.attachment)
        self.policy = policy
        self.logger = logger
    }

    /// Hands an edit in and waits until it is durable and shown, refused, or in conflict.
    package func submit(_ edit: Edit) async throws(WikiError) -> EditOutcome {
        if isClosed { throw .closing }
        let size = edit.size
        guard waiting.count < Self.waitingLimit, waitingBytes + size <= waitingBytesLimit else { throw .busy }
        waitingBytes += size
        let result = await withCheckedContinuation { continuation in
            waiting.append(Waiting(edit: edit, answer: continuation))
            if !isRunning {
                isRunning = true
                Task { await self.drain() }
            }
        }
        return try result.get()
    }

    /// Takes no more edits, and returns once those handed in are answered.
    package func close() async {
        isClosed = true
        while isRunning { await Task.yield() }
    }

    private func drain() async {
        while !waiting.isEmpty {
            let batch = Array(waiting.prefix(Self.batchLimit))
            waiting.removeFirst(batch.count)
            waitingBytes -= batch.reduce(0) { $0 + $1.edit.size }
            let results = await process(batch.map(\.edit))
            for (item, result) in zip(batch, results) { item.answer.resume(returning: result) }
        }
        isRunning = false
    }

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
        var batch = try EditBatch(snapshot: snapshot, checks: checks, committer: committer)
        let results = edits.map { edit -> Result<EditOutcome, WikiError> in
            if let objection = policy.objection(to: edit) { return .failure(objection) }
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
