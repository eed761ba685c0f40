import Git
import TestSupport
import Testing

@Suite struct QuarantineTests {
    /// A repository, and a folder beside it that holds objects of its own.
    private func pair() throws -> (main: TestRepository, apart: TestRepository) {
        (try TestRepository(), try TestRepository())
    }

    @Test func aHandleSeesBoth() throws {
        let (main, apart) = try pair()
        let known = try main.commit(["A.md": "a"])
        let tree = try main.repository.commit(known).tree
        let fresh = try apart.repository.writeBlob(Array("new".utf8))
        let folder = "\(apart.git.directory)/objects"
        let both = try Repository(directory: main.git.directory, quarantine: folder)
        #expect(try both.blob(fresh) == Array("new".utf8))
        #expect(try both.commit(known).tree == tree)
        #expect(!main.repository.contains(fresh))

        let quarantine = try Quarantine(folder: folder)
        #expect(quarantine.contains(fresh))
        #expect(!quarantine.contains(known))
    }

    @Test(arguments: [false, true])
    func whatIsApartIsMeasured(isPacked: Bool) throws {
        let (_, apart) = try pair()
        let big = [UInt8](repeating: UInt8(ascii: "a"), count: 3 << 20)
        let blob = try apart.repository.writeBlob(big)
        let commit = try apart.commit(["A.md": "a", "B.md": "b"])
        try apart.git("update-ref", "refs/heads/main", commit.hex)
        try apart.git("update-ref", "refs/tags/big", blob.hex)
        if isPacked { try apart.git("repack", "-a", "-d", "-q") }
        let quarantine = try Quarantine(folder: "\(apart.git.directory)/objects")
        let contents = try quarantine.contents(objectLimit: 1000, byteLimit: 1 << 30)
        // The commit, its tree, its two files, the large one, and the empty tree that the test began with, which no pack takes.
        #expect(contents.objects == 6)
        #expect(contents.bytes > big.count)
        #expect(contents.largest[.blob]?.id == blob)
        #expect(contents.largest[.blob]?.size == big.count)
        #expect(contents.largest[.commit]?.id == commit)

        #expect(try quarantine.contents(objectLimit: 3, byteLimit: 1 << 30).objects == 4)
        #expect(try quarantine.contents(objectLimit: 1000, byteLimit: 1 << 20).bytes > 1 << 20)
    }

    @Test func nothingApartIsNothing() throws {
        let quarantine = try Quarantine(folder: nil)
        #expect(try quarantine.contents(objectLimit: 10, byteLimit: 10).objects == 0)
        #expect(!quarantine.contains(.zero))
    }

    @Test func tagsLeadToCommits() throws {
        let (main, _) = try pair()
        let commit = try main.commit(["A.md": "a"])
        let blob = try main.repository.writeBlob(Array("a".utf8))
        func tag(_ target: ObjectID, _ type: String) throws -> ObjectID {
            let text = "object \(target.hex)\ntype \(type)\ntag t\ntagger Ann <a@b.c> 1600000000 +0000\n\nm\n"
            return try #require(ObjectID(hex: try main.git("hash-object", "-t", "tag", "-w", "--stdin", input: text)))
        }
        let first = try tag(commit, "commit")
        var chain = first
        for _ in 0..<20 { chain = try tag(chain, "tag") }
        #expect(try main.repository.taggedCommit(commit) == commit)
        #expect(try main.repository.taggedCommit(first) == commit)
        #expect(try main.repository.taggedCommit(tag(first, "tag")) == commit)
        #expect(try main.repository.taggedCommit(blob) == nil)
        #expect(try main.repository.taggedCommit(tag(blob, "blob")) == nil)
        #expect(try main.repository.taggedCommit(chain) == nil)
        #expect(TestRepository.error { _ = try main.repository.taggedCommit(.zero) }?.code == .notFound)
    }

    @Test func flushingFollowsTheReference() throws {
        let (main, _) = try pair()
        let commit = try main.commit(["A.md": "a"])
        try main.git("update-ref", "refs/heads/main", commit.hex)
        try main.branch.flush()
        try main.git("pack-refs", "--all")
        try main.branch.flush()
        #expect(TestRepository.error { try Branch(directory: "/nonexistent", name: "refs/heads/main").flush() }?.code == .notFound)
    }
}
