import Git
import Glibc
import Synchronization
import TestSupport
import Testing

@Suite struct RepositoryPoolTests {
    @Test func manyReadersEachWithAHandleOfItsOwn() async throws {
        let test = try TestRepository()
        var blobs: [ObjectID] = []
        for number in 0..<50 { blobs.append(try test.repository.writeBlob(Array("text \(number)".utf8))) }
        let pool = RepositoryPool(directory: test.git.directory, count: 3)
        let lent = Mutex<Set<ObjectIdentifier>>([])
        let seen = Mutex<Set<ObjectIdentifier>>([])
        let ids = blobs
        try await withThrowingTaskGroup(of: Void.self) { group in
            for job in 0..<300 {
                group.addTask {
                    try await pool.run { repository in
                        let handle = ObjectIdentifier(repository)
                        #expect(lent.withLock { $0.insert(handle).inserted }, "two jobs have one handle")
                        seen.withLock { _ = $0.insert(handle) }
                        let text = try repository.blob(ids[job % ids.count])
                        #expect(text == Array("text \(job % ids.count)".utf8))
                        lent.withLock { _ = $0.remove(handle) }
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect((1...3).contains(seen.withLock { $0.count }))
    }

    @Test func aFailedJobGivesItsHandleBack() async throws {
        let test = try TestRepository()
        let pool = RepositoryPool(directory: test.git.directory, count: 1)
        for _ in 0..<5 {
            await #expect(throws: GitError.self) { try await pool.run { _ = try $0.blob(.zero) } }
        }
        #expect(try pool.borrow { try $0.writeBlob([1]) } == Repository.blobID([1]))
        let broken = RepositoryPool(directory: "/nonexistent", count: 1)
        for _ in 0..<3 { #expect(throws: GitError.self) { try broken.borrow { _ in } } }
    }

    @Test func whatOneHandleWritesAnotherSees() async throws {
        let test = try TestRepository()
        let pool = RepositoryPool(directory: test.git.directory, count: 2)
        _ = try pool.borrow { $0.contains(.zero) }
        let commit = try test.commit(["A": "1"])
        try test.git("update-ref", "refs/heads/main", commit.hex)
        try test.git("repack", "-a", "-d", "-q")
        try test.git("prune-packed")
        // The objects moved into a pack that the handle has never seen.
        #expect(try pool.borrow { try $0.commit(commit).summary } == "Edit")
        #expect(try await pool.run { try $0.files(in: $0.commit(commit).tree).count } == 1)
        try test.repository.flushObjects()
    }
}
