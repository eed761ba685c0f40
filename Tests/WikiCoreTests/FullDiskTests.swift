import Git
import Glibc
import TestSupport
import Testing
import WikiCore

/// A disk without space: an edit is saved or refused, never half of either, and all recovers with space.
@Suite(.serialized) struct FullDiskTests {
    /// Whether this process may mount a small file system to fill.
    private static let mayMount: Bool = {
        guard geteuid() == 0, let folder = try? TemporaryFolder(), mount(folder.path) else { return false }
        umount2(folder.path, Int32(MNT_DETACH))
        return true
    }()

    private static func mount(_ path: String) -> Bool {
        Glibc.mount("tmpfs", path, "tmpfs", 0, "size=12m") == 0
    }

    @Test(.enabled("only root may mount a file system to fill") { mayMount }, arguments: [0, 3_000, 60_000])
    func whatIsAcknowledgedIsThere(_ room: Int) async throws {
        let history = try History()
        let folder = try TemporaryFolder()
        try #require(Self.mount(folder.path))
        defer { umount2(folder.path, Int32(MNT_DETACH)) }
        let base = try history.commitToMain(["Home.md": "# Home\n"])
        try #require(ChildProcess.run("/bin/cp", ["-r", "\(history.data.path)/.", folder.path]).status == 0)
        let data = DataFolder(folder.path)
        let git = RealGit(data.repository)
        var acknowledged: [Int] = []
        var random = SeededGenerator(seed: 3)
        try await withWiki(data) { wiki in
            let filler = try fill(folder.path, leaving: room)
            for number in 0..<12 {
                let noise = (0..<2000).map { _ in "\(random.below(1_000_000)) " }.joined()
                do {
                    _ = try await wiki.save("Page \(number)", "\(noise)\n", base: nil).saved()
                    acknowledged.append(number)
                } catch let error as WikiError {
                    guard case .storage = error else { throw error }
                }
                // Reading goes on.
                let text = try await wiki.read { snapshot in try snapshot.text(GitPath("Home.md"), at: base)?.text }
                #expect(text == Array("# Home\n".utf8))
            }
            #expect(acknowledged.count < 12)
            unlink(filler)
            try await wiki.indexer.catchUp()
            _ = try await wiki.save("After", "space\n", base: nil).saved()
        }
        for number in acknowledged { #expect(try git.succeeds("cat-file", "-e", "main:Page \(number).md")) }
        #expect(try git("rev-list", "--count", "main") == "\(acknowledged.count + 2)")
        try git.check()
        try await expectRebuildIsSame(data)
    }

    /// Who waits for all authors hears that there is no room for them, and is not told that all are known.
    @Test(.enabled("only root may mount a file system to fill") { mayMount })
    func authorsThatFindNoRoomAreMissed() async throws {
        let history = try History()
        let folder = try TemporaryFolder()
        try #require(Self.mount(folder.path))
        defer { umount2(folder.path, Int32(MNT_DETACH)) }
        var random = SeededGenerator(seed: 5)
        for number in 0..<30 {
            let noise = (0..<1500).map { _ in "\(random.below(1_000_000)) " }.joined()
            try history.commitToMain(["Page \(number).md": .text("\(noise)\n")])
        }
        try #require(ChildProcess.run("/bin/cp", ["-r", "\(history.data.path)/.", folder.path]).status == 0)
        try await withWiki(DataFolder(folder.path)) { wiki in
            let filler = try fill(folder.path, leaving: 0)
            var reason: String?
            do {
                try await wiki.attribution.fill()
            } catch WikiError.storage(let told) {
                reason = told
            }
            let isComplete = try await wiki.read { try $0.index.isAuthorshipComplete() }
            #expect(isComplete == (reason == nil), "\(reason ?? "")")
            unlink(filler)
            try await wiki.attribution.fill()
            #expect(try await wiki.read { try $0.index.isAuthorshipComplete() }, "with room again all are found")
        }
    }

    /// Takes all space but some.
    private func fill(_ path: String, leaving room: Int) throws -> String {
        let file = "\(path)/filler"
        let descriptor = open(file, O_CREAT | O_WRONLY, 0o600)
        defer { close(descriptor) }
        let block = [UInt8](repeating: 1, count: 4096)
        var written = 0
        while write(descriptor, block, block.count) == block.count { written += block.count }
        guard ftruncate(descriptor, max(0, written - room)) == 0 else { throw SystemFailure("ftruncate") }
        return file
    }
}
