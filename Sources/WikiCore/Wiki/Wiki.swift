package import Git
package import Logging
package import Markup
import Prose
import Synchronization

/// A wiki: one data folder opened, its index kept on the branch's newest commit, its edits in one queue.
package final class Wiki: Sendable {
    /// The settings.
    package let configuration: Configuration
    /// Paths of files and pages.
    package let layout: PagesLayout
    /// The branch that is served.
    package let branch: Branch
    /// The processes that parse.
    package let markup: MarkupPool
    /// Parsed texts.
    package let documents: DocumentCache
    /// Keeps the index up.
    package let indexer: Indexer
    /// Takes edits.
    package let edits: EditQueue
    /// Who links to what has changed: what cached pages hang on.
    package let linkStates: LinkStates
    /// Lists that tell the order of pages.
    package let readingLists: ReadingLists
    /// Keeps who wrote which words.
    package let attribution: Attribution
    private let repositories: RepositoryPool
    private let index: PageIndex
    private let logger: Logger
    private let time: @Sendable () -> Int64
    private let epoch = CreditEpoch()

    /// How many readers an export may hold for as long as it runs.
    package static let exportReaders = 4

    /// How long a request waits for the index before it is served from the last consistent state.
    private static let patience = Duration.seconds(1)

    /// Opens the wiki in a data folder.
    /// - Parameters:
    ///   - worker: the program that parses Markdown, as `stemma render-worker` does.
    ///   - credits: says whose account an author's address counts for; nil where there are no accounts.
    ///   - mayRemakeIndex: false beside a running server, whose index is left as it is.
    ///   - time: the clock, in seconds since 1970.
    package init(
        folder: DataFolder, configuration: Configuration, worker: MarkupPoolConfiguration, policy: any EditPolicy = OpenPolicy(),
        credits: (any CreditBook)? = nil, mayRemakeIndex: Bool = true, logger: Logger, time: @escaping @Sendable () -> Int64
    ) throws {
        guard let branch = Branch.head(of: folder.repository) else {
            throw GitError(code: .notFound, function: "Branch.head", message: "\(folder.repository) has no HEAD that names a branch")
        }
        self.branch = branch
        self.configuration = configuration
        self.logger = logger
        self.time = time
        layout = PagesLayout(root: GitPath(configuration.pages.root))
        // Opened once here, so that a broken repository says so now.
        // Costly views may take all of theirs and leave two for pages, and all readers together leave two for those who write and
        // one for authorship. An export has its own besides.
        let readers = configuration.limits.costlyViews + 5 + Self.exportReaders
        let repositories = RepositoryPool(directory: folder.repository, count: readers, reserved: 3)
        try repositories.borrow { _ in }
        self.repositories = repositories
        let index = try PageIndex(file: folder.indexFile, layout: layout, readers: readers, mayRemake: mayRemakeIndex)
        self.index = index
        markup = MarkupPool(configuration: worker)
        documents = DocumentCache()
        documents.learn(misfits: try index.misfits())
        indexer = Indexer(
            branch: branch, repositories: repositories, index: index, markup: markup, layout: layout, documents: documents, credits: credits
        )
        edits = EditQueue(
            branch: branch, repositories: repositories, index: index, indexer: indexer, configuration: configuration, policy: policy,
            logger: logger)
        let linkStates = LinkStates(
            index: index, layout: layout, home: configuration.pages.home.map { GitPath($0) }, embedDepth: configuration.limits.embedDepth)
        self.linkStates = linkStates
        readingLists = ReadingLists(links: linkStates)
        let epoch = epoch
        let attribution = Attribution(repositories: repositories, index: index, layout: layout, logger: logger, time: time) {
            epoch.advance()
        }
        self.attribution = attribution
        indexer.onUpdate { update in
            linkStates.follow(update)
            attribution.noteUpdate()
        }
    }

    /// The commit that the index stands for.
    package var indexedTip: ObjectID? { index.tip }

    /// True where the index stands for the branch's newest commit: one small read.
    package var isFresh: Bool { (try? branch.tip()) == index.tip }

    /// The clock, in seconds since 1970.
    package var now: Int64 { time() }

    /// Waits until the index shows the branch's newest commit, a second at the most.
    package func freshen() async {
        guard !isFresh else { return }
        let work = Task { try await indexer.catchUp() }
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            let once = ResumeOnce(continuation)
            Task {
                do { try await work.value } catch { self.logger.error("the index did not follow: \(error)") }
                once.resume()
            }
            Task {
                try? await Task.sleep(for: Self.patience)
                once.resume()
            }
        }
    }

    /// Runs a blocking read on one consistent state, off the cooperative pool.
    package func read<Value: Sendable>(_ body: @escaping @Sendable (WikiSnapshot) throws -> Value) async throws -> Value {
        let (index, configuration, layout) = (index, configuration, layout)
        return try await repositories.run { repository in
            // Before the state is read: it may be newer than this says, never older.
            let epoch = self.creditEpoch
            return try index.read { database in
                let reader = IndexReader(database: database, layout: layout)
                return try body(
                    WikiSnapshot(
                        index: reader, repository: repository, configuration: configuration, layout: layout, tip: try reader.tip(),
                        creditEpoch: epoch))
            }
        }
    }

    /// How often names and credits changed without a commit since the wiki was opened, or pages' authors came to be known.
    package var creditEpoch: Int { epoch.value }

    /// Notes that names or credits changed, once the index shows it.
    func noteCredits() { epoch.advance() }

    /// The document of a text, parsed by a worker where it is not known.
    package func document(of text: [UInt8], priority: RenderPriority) async throws -> Document {
        let blob = try Repository.blobID(text)
        return try await documents.document(of: text, blob: blob, markup: markup, priority: priority)
    }

    /// Hands in an edit. Its texts are parsed before its turn, so that the queue waits for no parser.
    /// - Parameter onMisfit: told of each text at which a worker has failed just now, which cost more than any other.
    package func submit(_ edit: Edit, onMisfit: @Sendable () -> Void = {}) async throws -> EditOutcome {
        for text in try await read({ try EditForecast(snapshot: $0).texts(of: edit) }) where text.count <= configuration.limits.page {
            let blob = try Repository.blobID(text)
            let isKnown = documents.isMisfit(blob)
            _ = try await documents.document(of: text, blob: blob, markup: markup, priority: .preview)
            if !isKnown, documents.isMisfit(blob) { onMisfit() }
        }
        return try await edits.submit(edit)
    }

    /// Counts the words that revisions added and removed, where nobody has, and keeps the figures. Where they can't be kept,
    /// as on a full disk, they are counted again next time.
    package func countWords(_ revisions: [Revision], of page: Int64) async throws -> [Revision] {
        guard revisions.contains(where: { $0.added == nil }) else { return revisions }
        let counted = try await repositories.run { repository in
            try revisions.map { revision in
                guard revision.added == nil else { return revision }
                let old = try revision.old.map { try repository.blob($0) } ?? []
                let new = try revision.blob.map { try repository.blob($0) } ?? []
                let change = WordChange(old: old, new: new)
                var result = revision
                result.added = change.added
                result.removed = change.removed
                return result
            }
        }
        let index = index
        let fresh = zip(revisions, counted).filter { $0.0.added == nil }.map(\.1)
        _ = try? await repositories.run { _ in
            try index.setWords(fresh.map { (page: page, place: $0.place, added: $0.added ?? 0, removed: $0.removed ?? 0) })
        }
        return counted
    }

    /// Finishes what was acknowledged, ends the workers, closes the index.
    package func close() async {
        await edits.close()
        await attribution.close()
        await markup.shutdown()
        try? index.keep(misfits: documents.takeFreshMisfits())
        index.close()
    }
}

/// Counts changes of what is known of people.
private final class CreditEpoch: Sendable {
    private let count = Mutex(0)

    var value: Int { count.withLock { $0 } }

    func advance() { count.withLock { $0 += 1 } }
}

/// A continuation that several may resume, and the first does.
private final class ResumeOnce: Sendable {
    private let continuation: Mutex<CheckedContinuation<Void, Never>?>

    init(_ continuation: CheckedContinuation<Void, Never>) {
        self.continuation = Mutex(continuation)
    }

    func resume() {
        continuation.withLock { waiting in
            waiting?.resume()
            waiting = nil
        }
    }
}
