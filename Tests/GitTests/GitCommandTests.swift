import Git
import Glibc
import TestSupport
import Testing

@Suite struct GitCommandTests {
    private func source() throws -> TestRepository {
        let test = try TestRepository()
        let commit = try test.commit(["A.md": "a"])
        try test.git("update-ref", "refs/heads/main", commit.hex)
        try test.git("update-ref", "refs/heads/other", try test.commit(["A.md": "b"], onto: [commit]).hex)
        return test
    }

    @Test func bundlesAndFoldersAreCloned() async throws {
        let test = try source()
        let bundle = "\(test.folder.path)/wiki.bundle"
        try test.git("bundle", "create", "-q", bundle, "--all", "HEAD")
        for (number, origin) in [bundle, test.git.directory, "file://\(test.git.directory)"].enumerated() {
            let copy = "\(test.folder.path)/copy \(number).git"
            try await GitCommand.cloneBare(from: origin, branch: nil, to: copy)
            #expect(try RealGit(copy)("show", "main:A.md") == "a")
            #expect(Branch.head(of: copy)?.shortName == "main")
        }
        let other = "\(test.folder.path)/other.git"
        try await GitCommand.cloneBare(from: bundle, branch: "other", to: other)
        #expect(Branch.head(of: other)?.shortName == "other")
    }

    @Test func nothingOfTheEnvironmentMakesGitStartPrograms() async throws {
        let folder = try TemporaryFolder()
        let mark = "\(folder.path)/started"
        setenv("GIT_SSH_COMMAND", "touch \(mark);", 1)
        defer { unsetenv("GIT_SSH_COMMAND") }
        await #expect(throws: GitCommand.Failure.self) {
            try await GitCommand.cloneBare(from: "ssh://127.0.0.1:1/wiki.git", branch: nil, to: "\(folder.path)/copy.git")
        }
        #expect(access(mark, F_OK) != 0)
    }

    @Test func packingKeepsEverything() async throws {
        let test = try source()
        let command = GitCommand(directory: test.git.directory)
        try await command.pack()
        try await command.verify()
        #expect(try test.git("count-objects", "-v").contains("packs: 1\n"))
        #expect(try test.git("show", "main:A.md") == "a")
    }

    @Test func damageIsTold() async throws {
        let test = try source()
        let blob = try Repository.blobID(Array("a".utf8)).hex
        let file = "\(test.git.directory)/objects/\(blob.prefix(2))/\(blob.dropFirst(2))"
        chmod(file, 0o644)
        #expect(truncate(file, 3) == 0)
        let failure = try await #require(throws: GitCommand.Failure.self) { try await GitCommand(directory: test.git.directory).verify() }
        #expect(failure.command == "fsck")
        #expect(!failure.message.isEmpty)
    }

    @Test func namesThatLookLikeOptionsAreNames() async throws {
        let test = try source()
        let trap = "\(test.folder.path)/trap"
        for name in ["--upload-pack=touch \(trap)", "-u touch \(trap)", "--config=core.sshCommand=touch \(trap)"] {
            let failure = try await #require(throws: GitCommand.Failure.self) {
                try await GitCommand.cloneBare(from: name, branch: nil, to: "\(test.folder.path)/none")
            }
            #expect(failure.command == "clone")
        }
        await #expect(throws: GitCommand.Failure.self) {
            try await GitCommand.cloneBare(from: "ext::sh -c 'touch \(trap)'", branch: nil, to: "\(test.folder.path)/none")
        }
        await #expect(throws: GitCommand.Failure.self) {
            try await GitCommand.cloneBare(from: test.git.directory, branch: "--upload-pack=touch \(trap)", to: "\(test.folder.path)/none")
        }
        #expect(access(trap, F_OK) != 0)
        #expect(access("\(test.folder.path)/none", F_OK) != 0)
    }

    @Test func aFailureSaysWhatGitSaid() async throws {
        let folder = try TemporaryFolder()
        let failure = try await #require(throws: GitCommand.Failure.self) {
            try await GitCommand.cloneBare(from: "\(folder.path)/missing", branch: nil, to: "\(folder.path)/copy")
        }
        #expect(failure.description.hasPrefix("git clone: "))
        #expect(failure.message.contains("does not exist") || failure.message.contains("not appear"))
        #expect(!failure.message.contains("\n"))
    }

    @Test func nobodysConfigurationAndHooksCount() async throws {
        let test = try source()
        let hook = "\(test.git.directory)/hooks/post-checkout"
        let file = open(hook, O_CREAT | O_WRONLY, 0o755)
        let script = "#!/bin/sh\ntouch \(test.folder.path)/trap\n"
        write(file, script, script.utf8.count)
        close(file)
        let output = try await GitCommand(directory: test.git.directory).run(["config", "--get", "core.hooksPath"])
        #expect(output == "/dev/null\n")
        #expect(try await GitCommand(directory: test.git.directory).run(["log", "-1", "--format=%s"]) == "Edit\n")
        #expect(access("\(test.folder.path)/trap", F_OK) != 0)
    }
}
