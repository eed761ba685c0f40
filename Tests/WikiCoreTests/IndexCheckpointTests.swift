import GRDB
import Git
import Glibc
import TestSupport
import Testing

@testable import WikiCore

/// What a transaction wrote comes into the file of the index without its writer.
@Suite struct IndexCheckpointTests {
    private func size(_ file: String) -> Int {
        var status = stat()
        return stat(file, &status) == 0 ? Int(status.st_size) : 0
    }

    /// Writes a document of a megabyte.
    private func fill(_ index: PageIndex, _ number: Int) throws {
        try index.write { database in
            try database.execute(
                sql: "INSERT INTO document(blob, payload) VALUES (?, zeroblob(1000000))", arguments: [number])
        }
    }

    @Test func nobodyWaitsForTheFile() throws {
        let folder = try TemporaryFolder()
        let file = "\(folder.path)/index.sqlite"
        let index = try PageIndex(file: file, layout: PagesLayout(root: .root), rest: .seconds(3600))
        let before = size(file)
        // More than SQLite lets the log grow by itself.
        for number in 0..<10 { try fill(index, number) }
        #expect(size(file) == before)
        let checkpoint = try IndexCheckpoint(file: file, rest: .seconds(3600))
        checkpoint.run()
        #expect(size(file) > 10_000_000)
        checkpoint.close()
        checkpoint.run()
        index.close()
    }

    @Test(.timeLimit(.minutes(1))) func itComesByItself() async throws {
        let folder = try TemporaryFolder()
        let file = "\(folder.path)/index.sqlite"
        let index = try PageIndex(file: file, layout: PagesLayout(root: .root), rest: .milliseconds(1))
        defer { index.close() }
        for number in 0..<2 {
            let before = size(file)
            try fill(index, number)
            while size(file) < before + 500_000 { await Task.yield() }
        }
    }

    @Test func theLogHasABound() throws {
        let folder = try TemporaryFolder()
        let file = "\(folder.path)/index.sqlite"
        let index = try PageIndex(file: file, layout: PagesLayout(root: .root), rest: .seconds(3600))
        defer { index.close() }
        for number in 0..<150 { try fill(index, number) }
        #expect(size(file) > 50_000_000)
        #expect(size(file + "-wal") < 2 * 4096 * IndexCheckpoint.logLimit)
    }
}
