import Git
import Markup
import TestSupport
import Testing
import WikiCore

/// A text at which a worker failed is shown as its source, and no worker sees it again.
@Suite struct MisfitTests {
    private let hostile = Array((String(repeating: ">", count: 60_000) + String(repeating: "a*", count: 60_000) + "\n").utf8)

    private func cache() throws -> (DocumentCache, MarkupPool) {
        let path = try #require(BuiltProgram.path, "build the stemma executable first: tests start it as a worker")
        return (
            DocumentCache(), MarkupPool(configuration: MarkupPoolConfiguration(executable: path, workers: 1, timeLimit: .milliseconds(200)))
        )
    }

    @Test func itIsTriedOnce() async throws {
        let (cache, pool) = try cache()
        let blob = try Repository.blobID(hostile)
        #expect(try await cache.document(of: hostile, blob: blob, markup: pool, priority: .page).isSource)
        #expect(cache.isMisfit(blob))
        #expect(cache.takeFreshMisfits() == [blob] && cache.takeFreshMisfits().isEmpty)
        // Without workers whatever needs one is refused, and this is not.
        await pool.shutdown()
        #expect(try await cache.document(of: hostile, blob: blob, markup: pool, priority: .page).isSource)
        await #expect(throws: WikiError.self) {
            _ = try await cache.document(of: [65], blob: Repository.blobID([65]), markup: pool, priority: .page)
        }
    }

    @Test func itIsRememberedAcrossStartsAndWhenNoPageHasIt() async throws {
        let history = try History()
        try history.commitToMain(["Home.md": .bytes(hostile, mode: TreeUpdate.fileMode)])
        let blob = try Repository.blobID(hostile)
        func known() async throws -> Bool {
            try await withWiki(history.data, { $0.workers.timeLimit = .milliseconds(200) }) { $0.documents.isMisfit(blob) }
        }
        #expect(try await known())
        try history.commitToMain(["Home.md": "harmless\n"])
        #expect(try await known())
        #expect(try await known())
    }

    @Test func whatARestoreBringsBackIsParsedBeforeItsTurn() async throws {
        let history = try History()
        let first = try history.commitToMain(["Home.md": "# One\n"])
        let second = try history.commitToMain(["Home.md": "# Two\n"])
        try await withWiki(history.data) { wiki in
            let texts = try await wiki.read { snapshot in
                let author = EditAuthor(name: "Ben", email: "ben@example.org")
                return try [Edit.Action.restore(path: GitPath("Home"), revision: first, base: nil), .undo(commit: second)].map { action in
                    try EditForecast(snapshot: snapshot).texts(of: Edit(action: action, author: author, summary: "", time: 0))
                }
            }
            #expect(texts == [[Array("# One\n".utf8)], [Array("# One\n".utf8)]])
        }
    }
}
