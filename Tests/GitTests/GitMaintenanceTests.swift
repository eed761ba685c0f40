import Git
import Glibc
import TestSupport
import Testing

@Suite struct GitMaintenanceTests {
    @Test func whatIsLooseIsCountedAndPacked() async throws {
        let test = try TestRepository()
        var tip = try test.commit(["A.md": "0"])
        for number in 1...150 { tip = try test.commit(["A.md": "\(number)"], onto: [tip]) }
        try test.git("update-ref", "refs/heads/main", tip.hex)
        let maintenance = GitMaintenance(directory: test.git.directory)
        let before = maintenance.load()
        #expect(before.looseObjects >= 450)
        #expect(before.packs == 0)
        try await maintenance.run()
        let after = maintenance.load()
        #expect(after.looseObjects < 10)
        #expect(after.packs == 1)
        #expect(!after.isHeavy)
        let packs = String(decoding: try ChildProcess.run("/bin/ls", ["\(test.git.directory)/objects/pack"]).output, as: UTF8.self)
        #expect(packs.contains("multi-pack-index\n"))
        #expect(packs.contains(".bitmap\n"))
        #expect(access("\(test.git.directory)/objects/info/commit-graph", F_OK) == 0)
        try test.git.check()
        // A handle that was open all the time still finds everything.
        #expect(try test.repository.commits(from: [tip]).count == 151)
    }

    /// As a first push, or a wiki that was brought along, leaves it.
    @Test func aPackWithoutABitmapIsWorthTidying() async throws {
        let test = try TestRepository()
        let tip = try test.commit(["A.md": "1"], onto: [try test.commit(["A.md": "0"])])
        try test.git("update-ref", "refs/heads/main", tip.hex)
        let maintenance = GitMaintenance(directory: test.git.directory)
        #expect(!maintenance.load().isHeavy)
        try test.git("repack", "-adq", "--no-write-bitmap-index")
        #expect(maintenance.load().packs == 1)
        #expect(maintenance.load().isHeavy)
        try await maintenance.run()
        #expect(!maintenance.load().isHeavy)
    }

    @Test func whatAStoppedPushKeptGoesUnlessSomebodyWorksThere() throws {
        let test = try TestRepository()
        let maintenance = GitMaintenance(directory: test.git.directory)
        let kept = "\(test.git.directory)/objects/tmp_objdir-incoming-abc"
        #expect(maintenance.removeQuarantines(now: time(nil)), "there is nothing")
        mkdir(kept, 0o700)
        mkdir("\(kept)/pack", 0o700)
        // As a push straight into the folder does, this git stands in it.
        let folder = try TemporaryFolder()
        let (input, output) = ("\(folder.path)/in", "\(folder.path)/out")
        #expect(mkfifo(input, 0o600) == 0 && mkfifo(output, 0o600) == 0)
        let script = "cd \"$1\"; exec git cat-file --batch < \"$2\" > \"$3\""
        let process = try ChildProcess.start("/bin/sh", ["-c", script, "sh", test.git.directory, input, output])
        let asking = open(input, O_WRONLY | O_CLOEXEC)
        let hearing = open(output, O_RDONLY | O_CLOEXEC)
        var answer = [UInt8](repeating: 0, count: 100)
        #expect(write(asking, "x\n", 2) == 2 && read(hearing, &answer, answer.count) > 0, "git is there")
        #expect(!maintenance.removeQuarantines(now: time(nil) + 3600))
        #expect(access(kept, F_OK) == 0)
        close(asking)
        waitpid(process, nil, 0)
        close(hearing)
        #expect(maintenance.removeQuarantines(now: time(nil)))
        #expect(access(kept, F_OK) != 0)
    }

    @Test func anEmptyRepositoryIsLeftInPeace() async throws {
        let test = try TestRepository()
        try await GitMaintenance(directory: test.git.directory).run()
        #expect(!GitMaintenance(directory: test.git.directory).load().isHeavy)
    }

    @Test(.timeLimit(.minutes(2))) func savesGoOnMeanwhile() async throws {
        let test = try TestRepository()
        let first = try test.commit(["A.md": "0"])
        try test.git("update-ref", "refs/heads/main", first.hex)
        let directory = test.git.directory
        let saving = Task.detached { () throws -> ObjectID in
            let repository = try Repository(directory: directory)
            let branch = Branch(directory: directory, name: "refs/heads/main")
            var tip = first
            for number in 0..<300 {
                let blob = try repository.writeBlob(Array("text \(number)".utf8))
                let tree = try repository.updateTree(
                    repository.commit(tip).tree, [.put(GitPath("P\(number % 7).md"), mode: TreeUpdate.fileMode, blob: blob)])
                let ann = Signature(name: "Ann", email: "ann@example.org", time: 1_700_000_000)
                let next = try repository.writeCommit(tree: tree, parents: [tip], author: ann, committer: ann, message: "\(number)\n")
                try branch.move(from: tip, to: next)
                tip = next
            }
            return tip
        }
        for _ in 0..<4 { try await GitMaintenance(directory: directory).run() }
        let tip = try await saving.value
        #expect(try test.branch.tip() == tip)
        try await GitMaintenance(directory: directory).run()
        try test.git.check()
        #expect(try test.git("rev-list", "--count", "main") == "301")
    }

    @Test func leftoversOfKilledPushesGo() throws {
        let test = try TestRepository()
        let objects = "\(test.git.directory)/objects"
        for folder in ["\(objects)/tmp_objdir-incoming-abc", "\(objects)/tmp_objdir-incoming-abc/pack"] { mkdir(folder, 0o700) }
        close(open("\(objects)/tmp_objdir-incoming-abc/pack/x", O_CREAT | O_WRONLY, 0o600))
        close(open("\(objects)/pack/tmp_pack_1", O_CREAT | O_WRONLY, 0o600))
        close(open("\(objects)/pack/multi-pack-index.lock", O_CREAT | O_WRONLY, 0o600))
        let maintenance = GitMaintenance(directory: test.git.directory)
        maintenance.removeLeftovers(olderThan: 3600, now: time(nil))
        #expect(access("\(objects)/tmp_objdir-incoming-abc/pack/x", F_OK) == 0)
        maintenance.removeLeftovers(olderThan: 0, now: time(nil))
        for name in ["tmp_objdir-incoming-abc", "pack/tmp_pack_1", "pack/multi-pack-index.lock"] {
            #expect(access("\(objects)/\(name)", F_OK) != 0)
        }
    }
}
