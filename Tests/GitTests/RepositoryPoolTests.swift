import Git
import Glibc
import Synchronization
import TestSupport
import Testing

@Suite struct RepositoryPoolTests {
    /// Which handles are lent, and which ever were.
    private final class Lending: Sendable {
        private let lent = Mutex<(now: Set<ObjectIdentifier>, ever: Set<ObjectIdentifier>)>(([], []))

        var count: Int { lent.withLock { $0.ever.count } }

        /// False where another job has the handle.
        func take(_ handle: ObjectIdentifier) -> Bool {
            lent.withLock { lent in
                lent.ever.insert(handle)
                return lent.now.insert(handle).inserted
            }
        }

        func giveBack(_ handle: ObjectIdentifier) { lent.withLock { _ = $0.now.remove(handle) } }
    }

    @Test func manyReadersEachWithAHandleOfItsOwn() async throws {
        let test = try TestRepository()
        let texts = (0..<50).map { Array("text \($0)".utf8) }
        let blobs = try texts.map { try test.repository.writeBlob($0) }
        let pool = RepositoryPool(directory: test.git.directory, count: 3)
        let lending = Lending()
        let answers = try await withThrowingTaskGroup(of: Bool.self) { group in
            for job in 0..<300 {
                group.addTask {
                    try await pool.run { repository in
                        let handle = ObjectIdentifier(repository)
                        guard lending.take(handle) else { return false }
                        defer { lending.giveBack(handle) }
                        return try repository.blob(blobs[job % blobs.count]) == texts[job % texts.count]
                    }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.count == 300 && answers.allSatisfy { $0 })
        #expect((1...3).contains(lending.count))
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
