import GRDB
import Git
import TestSupport
import Testing
import WikiCore

/// What becomes of an index file that is not of this version.
@Suite struct PageIndexFileTests {
    private func foreignIndex() async throws -> History {
        let history = try History()
        try history.commitToMain(["P.md": "one\n"])
        try await withWiki(history.data) { _ in }
        let index = try DatabaseQueue(path: history.data.indexFile)
        try await index.write { try $0.execute(sql: "UPDATE meta SET value = 'other' WHERE key = 'format'") }
        return history
    }

    @Test func anotherVersionsIndexIsMadeAnew() async throws {
        let history = try await foreignIndex()
        let page = try await withWiki(history.data) { try await $0.page("P") }
        #expect(page.revisions == 1)
    }

    @Test func besideAServerItIsLeftAlone() async throws {
        let history = try await foreignIndex()
        let layout = PagesLayout(root: .root)
        #expect(throws: WikiError.servedByOther) { try PageIndex(file: history.data.indexFile, layout: layout, mayRemake: false) }
        let format = try await DatabaseQueue(path: history.data.indexFile).read {
            try String.fetchOne($0, sql: "SELECT value FROM meta WHERE key = 'format'")
        }
        #expect(format == "other")
    }
}
