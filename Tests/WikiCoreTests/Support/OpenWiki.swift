import Git
import Logging
import Markup
import TestSupport
import Testing
import WikiCore

/// Opens a data folder as a server does, with the built `stemma` as its worker.
func openWiki(
    _ data: DataFolder, policy: any EditPolicy = OpenPolicy(), credits: (any CreditBook)? = nil,
    _ configure: (inout Configuration) -> Void = { _ in }, time: @escaping @Sendable () -> Int64 = { 1_700_000_000 }
) throws -> Wiki {
    var configuration = Configuration()
    configure(&configuration)
    let path = try #require(BuiltProgram.path, "build the stemma executable first: tests start it as a worker")
    // Tests run many at a time, so a worker's usual limit is too tight; one that a test sets counts.
    let limit = configuration.workers.timeLimit == Configuration.Workers().timeLimit ? .seconds(30) : configuration.workers.timeLimit
    let worker = MarkupPoolConfiguration(executable: path, workers: 1, timeLimit: limit)
    var logger = Logger(label: "test")
    logger.logLevel = .critical
    return try Wiki(
        folder: data, configuration: configuration, worker: worker, policy: policy, credits: credits, logger: logger, time: time)
}

/// Opens a data folder, brings its index to the tip, lends the wiki, and closes it.
func withWiki<Value>(
    _ data: DataFolder, policy: any EditPolicy = OpenPolicy(), credits: (any CreditBook)? = nil,
    _ configure: (inout Configuration) -> Void = { _ in }, time: @escaping @Sendable () -> Int64 = { 1_700_000_000 },
    _ body: (Wiki) async throws -> Value
) async throws -> Value {
    let wiki = try openWiki(data, policy: policy, credits: credits, configure, time: time)
    do {
        try await wiki.indexer.catchUp()
        let value = try await body(wiki)
        await wiki.close()
        return value
    } catch {
        await wiki.close()
        throw error
    }
}

/// Expects the index of a closed wiki to be what a rebuild makes.
/// - Parameter isFilled: the authorship of all pages was kept, too.
func expectRebuildIsSame(
    _ data: DataFolder, _ comment: String = "", credits: (any CreditBook)? = nil, isFilled: Bool = false,
    _ configure: (inout Configuration) -> Void = { _ in }, _ location: SourceLocation = #_sourceLocation
) async throws {
    let grown = try IndexDump(data.indexFile)
    IndexDump.remove(data)
    try await withWiki(data, credits: credits, configure) { if isFilled { try await $0.attribution.fill() } }
    let rebuilt = try IndexDump(data.indexFile)
    let isSame = grown == rebuilt
    #expect(isSame, "\(comment): grown (+) and rebuilt (-)\n\(grown.difference(from: rebuilt))", sourceLocation: location)
}

extension Wiki {
    /// Hands in an edit by somebody, at some time.
    func submit(
        _ action: Edit.Action, by name: String = "Ben", _ summary: String = "Change", editor: Editor = .nobody
    ) async throws -> EditOutcome {
        let author = EditAuthor(name: name, email: "\(name.lowercased())@example.org")
        return try await submit(Edit(action: action, author: author, summary: summary, time: 1_700_000_000, editor: editor))
    }

    /// Hands in an edit without parsing its text first, so that it stands in line at once.
    func enqueue(_ action: Edit.Action, _ summary: String = "Change", editor: Editor = .nobody) async throws -> EditOutcome {
        let author = EditAuthor(name: "Ben", email: "ben@example.org")
        return try await edits.submit(Edit(action: action, author: author, summary: summary, time: 1_700_000_000, editor: editor))
    }

    /// A living page; fails the test where there is none.
    func page(_ path: String) async throws -> Page {
        let found = try await read { try $0.index.page(path: GitPath(path)) }
        return try #require(found)
    }

    /// The revisions of a living page, newest first.
    func revisions(_ path: String) async throws -> [Revision] {
        let page = try await page(path)
        return try await read { try $0.index.revisions(of: page.id, limit: 10_000) }
    }

    /// The commits of a living page's revisions, newest first.
    func commits(of path: String) async throws -> [ObjectID] { try await revisions(path).map(\.id) }

    /// The contributors of a living page.
    func contributors(_ path: String) async throws -> [Contributor] {
        let page = try await page(path)
        return try await read { try $0.index.contributors(of: page.id, limit: 100) }
    }

    /// Saves a page's text.
    func save(_ path: String, _ text: String, base: ObjectID?, by name: String = "Ben", _ summary: String = "Change") async throws
        -> EditOutcome
    {
        try await submit(.save(path: GitPath(path), text: Array(text.utf8), base: base), by: name, summary)
    }
}

extension EditOutcome {
    /// What was saved; fails the test where nothing was.
    func saved(_ location: SourceLocation = #_sourceLocation) throws -> SavedEdit {
        guard case .saved(let edit) = self else {
            throw try #require(nil as (any Error)?, "not saved: \(self)", sourceLocation: location)
        }
        return edit
    }

    /// The conflict; fails the test where there is none.
    func conflict(_ location: SourceLocation = #_sourceLocation) throws -> EditConflict {
        guard case .conflict(let conflict) = self else {
            throw try #require(nil as (any Error)?, "no conflict: \(self)", sourceLocation: location)
        }
        return conflict
    }

    /// True where there was nothing to change.
    var isUnchanged: Bool { if case .unchanged = self { true } else { false } }
}
