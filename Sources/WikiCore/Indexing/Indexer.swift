package import Git
package import Markup
import Synchronization

/// Keeps the index on the branch's newest commit: the one place through which saves, pushes and rebuilds reach it.
///
/// Texts are parsed before the transaction begins, so a reader waits for nothing, and a hostile text delays only
/// the update that brings it.
package actor Indexer {
    private let executor = QueueExecutor(label: "stemma.indexer")
    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private let branch: Branch
    private let repositories: RepositoryPool
    private let index: PageIndex
    private let markup: MarkupPool
    private let layout: PagesLayout
    private let documents: DocumentCache
    private let credits: (any CreditBook)?
    private var running: Task<Void, any Error>?
    private let listeners: Mutex<[@Sendable (PageIndex.Update) -> Void]> = Mutex([])

    /// Documents of this many texts are parsed before any is written down.
    private static let chunk = 200

    package init(
        branch: Branch, repositories: RepositoryPool, index: PageIndex, markup: MarkupPool, layout: PagesLayout,
        documents: DocumentCache, credits: (any CreditBook)? = nil
    ) {
        self.branch = branch
        self.repositories = repositories
        self.index = index
        self.markup = markup
        self.layout = layout
        self.documents = documents
        self.credits = credits
    }

    /// Calls back after each update, before those who wait for it go on.
    package nonisolated func onUpdate(_ listener: @escaping @Sendable (PageIndex.Update) -> Void) {
        listeners.withLock { $0.append(listener) }
    }

    /// Brings the index to the branch's tip; returns at once where it is there. Callers that come while an update
    /// runs wait for it, and look again.
    package func catchUp(progress: (@Sendable (IndexProgress) -> Void)? = nil) async throws {
        while let tip = try branch.tip(), tip != index.tip {
            if let running {
                try await running.value
                continue
            }
            let task = Task { try await self.update(to: tip, progress: progress) }
            running = task
            defer { running = nil }
            try await task.value
        }
    }

    /// Brings the index to what the credit book says now, where that changed without a commit.
    /// - Returns: true where a name or a credit changed.
    func rejoin(_ change: @Sendable (CreditChange) throws -> Bool) throws -> Bool {
        guard let credits else { return false }
        return try repositories.borrow { try index.rejoin(repository: $0, credits: credits, change) }
    }

    private func update(to tip: ObjectID, progress: (@Sendable (IndexProgress) -> Void)?) async throws {
        var fresh = try await parse(textsNew(at: tip), progress: progress)
        fresh.merge(try await navigation(at: tip)) { page, _ in page }
        let update = try repositories.borrow { repository in
            try index.update(to: tip, repository: repository, layout: layout, documents: fresh, credits: credits) { done, total in
                progress?(IndexProgress(stage: .commits, done: done, total: total))
            }
        }
        try index.keep(misfits: documents.takeFreshMisfits())
        for listener in listeners.withLock({ $0 }) { listener(update) }
    }

    /// The texts that the tip has and the index lacks.
    private func textsNew(at tip: ObjectID) throws -> [ObjectID] {
        let blobs = try repositories.borrow { repository in
            let old = try index.tip.flatMap { id in repository.contains(id) ? try repository.commit(id).tree : nil }
            let new = try repository.commit(tip).tree
            return try repository.changes(from: old, to: new).compactMap { change -> ObjectID? in
                guard let entry = change.new, entry.kind == .file else { return nil }
                switch layout.role(of: change.path) {
                case .page, .part: return entry.id
                case .attachment, .outside, .hidden: return nil
                }
            }
        }
        let wanted = Set(blobs)
        let kept = try index.kept(among: wanted)
        var seen = kept
        return blobs.filter { seen.insert($0).inserted }
    }

    /// What files that tell the order of pages say, by their keys: read anew with each commit, since they are few and small,
    /// unless it is kept.
    private func navigation(at tip: ObjectID) async throws -> [ObjectID: Document] {
        let texts = try repositories.borrow { repository in
            let tree = try repository.commit(tip).tree
            return try NavigationFile.files(in: layout).compactMap { file -> (key: ObjectID, text: [UInt8])? in
                guard let entry = try repository.entry(at: file, in: tree), entry.kind == .file else { return nil }
                let key = NavigationFile.key(of: entry.id)
                guard try index.kept(among: [key]).isEmpty, try repository.header(entry.id).size <= NavigationFile.sizeLimit
                else { return nil }
                return (key, NavigationFile.markdown(try repository.blob(entry.id)))
            }
        }
        var result: [ObjectID: Document] = [:]
        for (key, text) in texts {
            result[key] = try await documents.document(of: text, blob: key, markup: markup, priority: .page)
        }
        return result
    }

    /// Parses texts, many at once; more than a chunk of them are written down as they come, to bound memory.
    private func parse(_ blobs: [ObjectID], progress: (@Sendable (IndexProgress) -> Void)?) async throws -> [ObjectID: Document] {
        var fresh: [ObjectID: Document] = [:]
        for start in stride(from: 0, to: blobs.count, by: Self.chunk) {
            let part = blobs[start..<min(start + Self.chunk, blobs.count)]
            let isBulk = blobs.count > 8
            fresh = try await documents(of: Array(part), priority: isBulk ? .bulk : .page)
            progress?(IndexProgress(stage: .texts, done: start + part.count, total: blobs.count))
            if blobs.count > Self.chunk {
                try index.keep(fresh)
                fresh = [:]
            }
        }
        return fresh
    }

    private nonisolated func documents(of blobs: [ObjectID], priority: RenderPriority) async throws -> [ObjectID: Document] {
        try await withThrowingTaskGroup(of: (ObjectID, Document).self) { group in
            for blob in blobs {
                group.addTask { (blob, try await self.document(blob, priority: priority)) }
            }
            var result: [ObjectID: Document] = [:]
            for try await (blob, document) in group { result[blob] = document }
            return result
        }
    }

    private nonisolated func document(_ blob: ObjectID, priority: RenderPriority) async throws -> Document {
        if let known = documents[blob] { return known }
        let text = try await repositories.run { try $0.blob(blob) }
        return try await documents.document(of: text, blob: blob, markup: markup, priority: priority)
    }
}

/// How far an update of the index has come.
package struct IndexProgress: Hashable, Sendable {
    /// What is being done.
    package enum Stage: Hashable, Sendable {
        case texts, commits, authors
    }

    /// What is being done.
    package let stage: Stage
    /// How many are done.
    package let done: Int
    /// Of how many.
    package let total: Int

    /// - Parameters:
    ///   - done: how many are done.
    ///   - total: of how many.
    package init(stage: Stage, done: Int, total: Int) {
        (self.stage, self.done, self.total) = (stage, done, total)
    }
}
