import Git
import Glibc
import TestSupport
import Testing

@Suite struct BranchTests {
    @Test func looseAndPacked() throws {
        let test = try TestRepository()
        #expect(Branch.head(of: test.git.directory) == test.branch)
        #expect(try test.branch.tip() == nil)
        let first = try test.commit(["A": "1"])
        try test.branch.move(from: nil, to: first)
        #expect(try test.branch.tip() == first)
        #expect(try test.git("rev-parse", "main") == first.hex)
        try test.git("tag", "-a", "-m", "peeled", "v1", first.hex)
        try test.git("update-ref", "refs/heads/main-2", first.hex)
        try test.git("pack-refs", "--all", "--prune")
        #expect(access("\(test.git.directory)/refs/heads/main", F_OK) != 0)
        #expect(try test.branch.tip() == first)
        let second = try test.commit(["A": "2"], onto: [first])
        try test.branch.move(from: first, to: second)
        #expect(try test.branch.tip() == second)
        #expect(try test.git("rev-parse", "main") == second.hex)
        try test.git("pack-refs", "--all", "--prune")
        #expect(try test.branch.tip() == second)
        try test.git.check()
    }

    @Test func swapsOnlyWhatWasExpected() throws {
        let test = try TestRepository()
        let first = try test.commit(["A": "1"])
        let second = try test.commit(["A": "2"], onto: [first])
        try test.branch.move(from: nil, to: first)
        #expect(TestRepository.error { try test.branch.move(from: nil, to: second) }?.code == .modified)
        #expect(TestRepository.error { try test.branch.move(from: second, to: second) }?.code == .modified)
        #expect(try test.branch.tip() == first)
        try test.branch.move(from: first, to: second)
        // A refusal leaves no lock behind, for us or for git.
        try test.git("update-ref", "refs/heads/main", first.hex, second.hex)
        #expect(try test.branch.tip() == first)
    }

    @Test func aLockIsReportedAndRespected() throws {
        let test = try TestRepository()
        let first = try test.commit(["A": "1"])
        try test.branch.move(from: nil, to: first)
        let second = try test.commit(["A": "2"], onto: [first])
        let lock = "\(test.git.directory)/refs/heads/main.lock"
        close(open(lock, O_CREAT | O_WRONLY, 0o644))
        let error = try #require(TestRepository.error { try test.branch.move(from: first, to: second) })
        #expect(error.code == .locked && error.function == "Branch.move")
        #expect(access(lock, F_OK) == 0)
        #expect(try test.branch.tip() == first)
        test.branch.removeStaleLock()
        try test.branch.move(from: first, to: second)
        #expect(try test.branch.tip() == second)
    }

    @Test func gitWaitsForOurLockAndWeForGits() async throws {
        let test = try TestRepository()
        var commits = [try test.commit(["A": "0"])]
        for number in 1...400 { commits.append(try test.commit(["A": "\(number)"], onto: commits.suffix(1))) }
        let (branch, git, chain) = (test.branch, test.git, commits)
        try branch.move(from: nil, to: chain[0])
        // Two walkers along one chain, each swap from what it saw: every step is won by exactly one.
        let won = try await withThrowingTaskGroup(of: Int.self) { group in
            for isGit in [true, false] {
                group.addTask { try Self.walk(chain, branch, isGit ? git : nil) }
            }
            return try await group.reduce(0, +)
        }
        #expect(won == chain.count - 1)
        #expect(try branch.tip() == chain.last)
    }

    /// Moves the branch from commit to commit until the end, by git where one is given; counts the swaps it won.
    private static func walk(_ chain: [ObjectID], _ branch: Branch, _ git: RealGit?) throws -> Int {
        var won = 0
        while let tip = try branch.tip(), let place = chain.firstIndex(of: tip), place + 1 < chain.count {
            if let git {
                if try git.succeeds("update-ref", "refs/heads/main", chain[place + 1].hex, tip.hex) { won += 1 }
            } else {
                do throws(GitError) {
                    try branch.move(from: tip, to: chain[place + 1])
                    won += 1
                } catch {
                    guard error.code == .modified || error.code == .locked else { throw error }
                }
            }
        }
        return won
    }

    @Test func headsThatNameNoBranch() throws {
        let test = try TestRepository()
        let first = try test.commit(["A": "1"])
        try test.git("update-ref", "--no-deref", "HEAD", first.hex)
        #expect(Branch.head(of: test.git.directory) == nil)
        #expect(Branch.head(of: test.folder.path) == nil)
    }

    @Test func aBranchInAFolderOfBranches() throws {
        let test = try TestRepository()
        let first = try test.commit(["A": "1"])
        let branch = Branch(directory: test.git.directory, name: "refs/heads/team/wiki")
        #expect(branch.shortName == "team/wiki")
        try branch.move(from: nil, to: first)
        #expect(try test.git("rev-parse", "team/wiki") == first.hex)
    }

    @Test func aBranchThatHoldsNoID() throws {
        let test = try TestRepository()
        let file = open("\(test.git.directory)/refs/heads/main", O_CREAT | O_WRONLY, 0o644)
        write(file, "rubbish\n", 8)
        close(file)
        #expect(TestRepository.error { _ = try test.branch.tip() }?.function == "Branch.tip")
    }
}
