import GRDB
import Git
import Glibc
import TestSupport
import Testing
import WikiCore

/// Whatever happens to the index or to the program, the index that is opened next is whole.
@Suite struct CrashTests {
    private func wiki(pages: Int) throws -> History {
        let history = try History()
        var tip: [ObjectID] = []
        for number in 0..<pages {
            tip = [try history.commit(["Page \(number % 20).md": "# Page\n\ntext \(number)\n"], onto: tip)]
        }
        try history.setMain(tip[0])
        return history
    }

    private func copy(_ data: DataFolder) throws -> (folder: TemporaryFolder, data: DataFolder) {
        let folder = try TemporaryFolder()
        let outcome = try ChildProcess.run("/bin/cp", ["-r", "\(data.path)/.", folder.path])
        try #require(outcome.status == 0)
        return (folder, DataFolder(folder.path))
    }

    /// The folder as a power cut would leave it, between the saves of a running wiki: opened, it is right.
    @Test func aCopyOfARunningWikiOpens() async throws {
        let history = try wiki(pages: 40)
        var copies: [(folder: TemporaryFolder, data: DataFolder, tip: ObjectID)] = []
        try await withWiki(history.data) { wiki in
            for number in 0..<6 {
                let saved = try await wiki.save("Page 1", "text \(number)\n", base: wiki.indexedTip).saved()
                let made = try copy(history.data)
                copies.append((made.folder, made.data, saved.revision))
            }
        }
        for copy in copies {
            try await withWiki(copy.data) { wiki in
                #expect(wiki.indexedTip == copy.tip)
                _ = try await wiki.save("Page 2", "after\n", base: copy.tip).saved()
            }
            try await expectRebuildIsSame(copy.data)
            try RealGit(copy.data.repository).check()
        }
    }

    /// The branch moved and was acknowledged, the index did not hear of it: the next opening catches up.
    @Test func anIndexThatLagsCatchesUp() async throws {
        let history = try wiki(pages: 30)
        try await withWiki(history.data) { _ in }
        let old = try copy(history.data)
        let tip = try history.commitToMain(["Page 3.md": "newest\n", "Page 4.md": .gone])
        for ending in ["", "-wal", "-shm"] {
            unlink(history.data.indexFile + ending)
            _ = try ChildProcess.run("/bin/cp", [old.data.indexFile + ending, history.data.indexFile + ending])
        }
        try await withWiki(history.data) { #expect($0.indexedTip == tip) }
        try await expectRebuildIsSame(history.data)
    }

    @Test(arguments: ["empty", "short", "rubbish", "head", "other format", "folder of another tool"])
    func aBrokenIndexIsMadeAnew(_ damage: String) async throws {
        let history = try wiki(pages: 60)
        try await withWiki(history.data) { _ in }
        let whole = try IndexDump(history.data.indexFile)
        let file = history.data.indexFile
        switch damage {
        case "empty": truncate(file, 0)
        case "short": truncate(file, 5000)
        case "rubbish": try overwrite(file, at: 0, [UInt8](repeating: 0x5A, count: 100_000))
        case "head": try overwrite(file, at: 0, Array("not a database".utf8))
        case "other format":
            try await DatabaseQueue(path: file).write { try $0.execute(sql: "UPDATE meta SET value = 'older' WHERE key = 'format'") }
        default: try await DatabaseQueue(path: file).write { try $0.execute(sql: "DROP TABLE page; DROP TABLE meta; CREATE TABLE x(y)") }
        }
        try await withWiki(history.data) { _ in }
        let isSame = try IndexDump(file) == whole
        #expect(isSame)
    }

    /// One bit in the middle of the file: found when it is met, or where it does no harm.
    @Test(arguments: 0..<12) func aFlippedBitDoesNotLast(_ seed: Int) async throws {
        let history = try wiki(pages: 60)
        try await withWiki(history.data) { _ in }
        var random = SeededGenerator(seed: UInt64(seed))
        var information = stat()
        stat(history.data.indexFile, &information)
        let place = random.below(Int(information.st_size))
        let descriptor = open(history.data.indexFile, O_RDWR)
        var byte: UInt8 = 0
        pread(descriptor, &byte, 1, place)
        byte ^= 1 << UInt8(random.below(8))
        pwrite(descriptor, &byte, 1, place)
        close(descriptor)
        // Never a trap; an error names the storage, and a rebuild heals.
        do {
            try await withWiki(history.data) { wiki in
                for number in 0..<20 { _ = try? await wiki.page("Page \(number)") }
                _ = try await wiki.save("Page 1", "after \(seed)\n", base: wiki.indexedTip)
            }
        } catch {}
        IndexDump.remove(history.data)
        try await withWiki(history.data) { _ in }
        try await expectRebuildIsSame(history.data)
    }

    private func overwrite(_ file: String, at place: Int, _ bytes: [UInt8]) throws {
        let descriptor = open(file, O_WRONLY)
        guard descriptor >= 0 else { throw SystemFailure(file) }
        defer { close(descriptor) }
        guard pwrite(descriptor, bytes, bytes.count, place) == bytes.count else { throw SystemFailure(file) }
    }

    /// Kills a process once the files of the index have some size; one that ended before is left in peace.
    private func kill(_ process: pid_t, whenIndexOf data: DataFolder, reaches size: Int) {
        var status: Int32 = 0
        while waitpid(process, &status, WNOHANG) == 0 {
            let sizes = ["", "-wal"].map { ending in
                var information = stat()
                return stat(data.indexFile + ending, &information) == 0 ? Int(information.st_size) : 0
            }
            if sizes.reduce(0, +) > size { Glibc.kill(process, SIGKILL) }
            sched_yield()
        }
    }

    /// A rebuild that is killed, again and again, leaves an index that the next one finishes.
    @Test func aKilledRebuildIsFinishedByTheNext() async throws {
        let program = try #require(BuiltProgram.path)
        let history = try wiki(pages: 1500)
        let file = open(history.data.configurationFile, O_CREAT | O_WRONLY, 0o600)
        close(file)
        var random = SeededGenerator(seed: 7)
        for _ in 0..<8 {
            let process = try ChildProcess.start(program, ["rebuild", history.data.path])
            kill(process, whenIndexOf: history.data, reaches: random.below(1_500_000))
        }
        try await withWiki(history.data) { _ in }
        try await expectRebuildIsSame(history.data)
        let outcome = try ChildProcess.run(program, ["rebuild", history.data.path])
        #expect(outcome.status == 0, "\(outcome.error)")
        #expect(String(decoding: outcome.output, as: UTF8.self).contains("20 pages and 1500 commits"))
    }
}
