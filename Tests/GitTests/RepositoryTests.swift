import Git
import TestSupport
import Testing

@Suite struct RepositoryTests {
    @Test func blobsAreWhatGitWrites() throws {
        let test = try TestRepository()
        for text in ["", "hello\n", "\u{0}binary\u{FF}", String(repeating: "long ", count: 100_000)] {
            let bytes = Array(text.utf8)
            let id = try test.repository.writeBlob(bytes)
            #expect(try Repository.blobID(bytes) == id)
            #expect(String(decoding: try test.git.bytes(["hash-object", "--stdin"], input: bytes), as: UTF8.self) == id.hex + "\n")
            #expect(try test.git.bytes(["cat-file", "blob", id.hex]) == bytes)
            #expect(try test.repository.blob(id) == bytes)
            let header = try test.repository.header(id)
            #expect(header.kind == .blob && header.size == bytes.count)
            #expect(test.repository.contains(id))
        }
    }

    @Test func idsByTheirBeginning() throws {
        let test = try TestRepository()
        // Texts enough that the ids of two begin with the same four digits.
        var texts: [Substring: [UInt8]] = [:]
        var twin: ObjectID?
        for number in 0..<10_000 where twin == nil {
            let text = Array("\(number)".utf8)
            let id = try Repository.blobID(text)
            guard let other = texts.updateValue(text, forKey: id.hex.prefix(4)) else { continue }
            _ = try test.repository.writeBlob(other)
            twin = try test.repository.writeBlob(text)
        }
        let id = try #require(twin)
        #expect(try test.repository.resolve(prefix: id.hex) == id)
        #expect(try test.repository.resolve(prefix: id.hex.prefix(20)) == id)
        #expect(TestRepository.error { _ = try test.repository.resolve(prefix: id.hex.prefix(4)) }?.code == .ambiguous)
        #expect(TestRepository.error { _ = try test.repository.resolve(prefix: "ffffffff") }?.code == .notFound)
        for wrong in ["", "abc", "xyzw", "--abcdef", id.hex + "0", "HEAD~1"] {
            #expect(TestRepository.error { _ = try test.repository.resolve(prefix: wrong) }?.code == .invalid)
        }
    }

    @Test func commitsAreWhatGitReads() throws {
        let test = try TestRepository()
        let first = try test.commit(["A.md": "a\n"], "First\n\nWith a body.\n\nMoved: A.md -> B.md\nMoved: C.md -> D.md\nOther: x\n")
        let second = try test.commit(["A.md": "b\n"], onto: [first])
        #expect(
            try test.git("log", "-1", "--format=%an|%ae|%at|%ai|%s|%P|%T", second.hex)
                == "Ann|ann@example.org|1600000000|2020-09-13 14:26:40 +0200|Edit|\(first.hex)|\(test.repository.commit(second).tree.hex)")
        let commit = try test.repository.commit(first)
        #expect(commit.summary == "First")
        #expect(commit.trailers("Moved") == ["A.md -> B.md", "C.md -> D.md"])
        #expect(commit.trailers("With") == [])
        #expect(commit.author == Signature(name: "Ann", email: "ann@example.org", time: 1_600_000_000, offset: 120))
        #expect(commit.parents == [])
        try test.git("update-ref", "refs/heads/main", second.hex)
        try test.git.check()
    }

    @Test func whatAFormatCannotHoldIsTakenOut() throws {
        let test = try TestRepository()
        let odd = Signature(name: " Ann <\n>\u{0} O'Neil\t", email: "a<b>@c\n", time: 5, offset: -90)
        let empty = Signature(name: "<>", email: "x@y", time: 6)
        let tree = try test.repository.writeEmptyTree()
        let id = try test.repository.writeCommit(tree: tree, parents: [], author: odd, committer: empty, message: "m\n")
        let commit = try test.repository.commit(id)
        #expect(commit.author == Signature(name: "Ann  O'Neil", email: "ab@c", time: 5, offset: -90))
        #expect(commit.committer.name == "unknown")
        #expect(commit.committer.time == 6)
        try test.git("update-ref", "refs/heads/main", id.hex)
        try test.git.check()
    }

    /// What other programs wrote into histories: git itself reads it, so must we.
    @Test(
        arguments: [
            ("author Ann <ann@example.org> 1600000000 +0200", "Ann", 1_600_000_000),
            ("author Ann <ann@example.org> 1600000000 +9999", "Ann", 1_600_000_000),
            ("author  <> 0 +0000", "", 0),
            ("author Ann <a@b> -5 +0000", "Ann", nil),
            ("author Ann <a@b> 9223372036854775807 +0000", "Ann", nil),
            ("author Ann <a@b> 99999999999999999999 +0000", "Ann", nil),
            ("author Ann <a@b>", "Ann", nil),
            ("author Ann <a@b> yesterday", "Ann", nil),
            ("author Ann", nil, nil),
            ("author", nil, nil),
            ("author Ann <a@b 1600000000 +0000", nil, nil),
            ("author A<n>n <a@b> 1600000000 +0000", nil, nil),
            ("author <script>alert(1)</script> <a@b> 1600000000 +0000", nil, nil),
        ] as [(String, String?, Int64?)])
    func oddSignatures(_ line: String, _ name: String?, _ time: Int64?) throws {
        let test = try TestRepository()
        let tree = try test.repository.writeEmptyTree()
        let text = "tree \(tree.hex)\n\(line)\ncommitter Ben <b@c> 1600000001 +0000\n\nMessage\n"
        let hex = try test.git("hash-object", "-t", "commit", "-w", "--stdin", "--literally", input: text)
        let id = try #require(ObjectID(hex: hex))
        let commit = try test.repository.commit(id)
        #expect(commit.tree == tree)
        #expect(commit.summary == "Message")
        if let name { #expect(commit.author.name == name) }
        if let time { #expect(commit.author.time == time) }
    }

    @Test func bytesThatAreNoTextAndExtraHeaders() throws {
        let test = try TestRepository()
        let tree = try test.repository.writeEmptyTree()
        var bytes = Array("tree \(tree.hex)\nauthor Ren".utf8) + [0xE9] + Array(" <r@x> 5 +0000\ncommitter B <b@c> 6 +0000\n".utf8)
        bytes += Array("encoding ISO-8859-1\ngpgsig -----BEGIN\n abc\n -----END\nmergetag x\n\n\nCaf".utf8) + [0xE9, 0x0A]
        let output = try test.git.bytes(["hash-object", "-t", "commit", "-w", "--stdin", "--literally"], input: bytes)
        let id = try #require(ObjectID(hex: String(decoding: output.dropLast(), as: UTF8.self)))
        let commit = try test.repository.commit(id)
        #expect(commit.author.name == "Ren\u{FFFD}")
        #expect(commit.summary == "Caf\u{FFFD}")
    }

    @Test func mergeBases() throws {
        let test = try TestRepository()
        let root = try test.commit(["A": "0"])
        let left = try test.commit(["A": "1"], onto: [root])
        let right = try test.commit(["B": "1"], onto: [root])
        let crossed = try test.commit(["C": "1"], onto: [left, right])
        let other = try test.commit(["Z": "1"])
        #expect(try test.repository.mergeBase(left, right) == root)
        #expect(try test.repository.mergeBase(crossed, right) == right)
        #expect(try test.repository.mergeBase(crossed, other) == nil)
        #expect(try test.repository.isReachable(root, from: crossed))
        #expect(try test.repository.isReachable(right, from: crossed))
        #expect(try test.repository.isReachable(crossed, from: crossed))
        #expect(try !test.repository.isReachable(crossed, from: right))
        #expect(try !test.repository.isReachable(other, from: crossed))
    }

    @Test func walksGoFromParentsToChildren() throws {
        let test = try TestRepository()
        let root = try test.commit(["A": "0"], time: 100)
        // A clock that was wrong does not put a child before its parent.
        let left = try test.commit(["A": "1"], onto: [root], time: 50)
        let right = try test.commit(["B": "1"], onto: [root], time: 200)
        let merge = try test.commit(["C": "1"], onto: [left, right], time: 10)
        #expect(try test.repository.commits(from: [merge]) == [root, left, right, merge])
        #expect(try test.repository.commits(from: [merge], hiding: [left]) == [right, merge])
        #expect(try test.repository.commits(from: [root], hiding: [merge]) == [])
    }

    @Test func theBranchOfANewRepository() throws {
        let folder = try TemporaryFolder()
        let repository = try Repository.create(directory: "\(folder.path)/new/wiki.git", branch: "trunk")
        let branch = try #require(Branch.head(of: repository.directory))
        #expect(branch.shortName == "trunk")
        #expect(try branch.tip() == nil)
        #expect(!repository.isShallow)
        #expect(try RealGit(repository.directory)("rev-parse", "--is-bare-repository") == "true")
        #expect(throws: GitError.self) { try Repository.create(directory: repository.directory, branch: "trunk") }
    }

    @Test func aShallowHistory() throws {
        let test = try TestRepository()
        let first = try test.commit(["A": "0"])
        let second = try test.commit(["A": "1"], onto: [first])
        try test.git("update-ref", "refs/heads/main", second.hex)
        let copy = "\(test.folder.path)/shallow.git"
        #expect(try ChildProcess.run("git", ["clone", "-q", "--bare", "--depth=1", "file://\(test.git.directory)", copy]).status == 0)
        let shallow = try Repository(directory: copy)
        #expect(shallow.isShallow)
        #expect(try shallow.commit(second).parents == [first])
        #expect(!shallow.contains(first))
    }

    @Test func errorsNameTheFunction() throws {
        let test = try TestRepository()
        let nothing = try #require(ObjectID(hex: String(repeating: "ab", count: 20)))
        let blob = try test.repository.writeBlob([1])
        let missing = try #require(TestRepository.error { _ = try test.repository.blob(nothing) })
        #expect(missing.code == .notFound && missing.function == "git_odb_read")
        #expect(missing.description.contains("git_odb_read") && !missing.message.isEmpty)
        #expect(TestRepository.error { _ = try test.repository.header(nothing) }?.function == "git_odb_read_header")
        #expect(TestRepository.error { _ = try test.repository.commit(blob) }?.message.contains("no commit") == true)
        #expect(
            TestRepository.error { _ = try test.repository.updateTree(blob, [.remove(GitPath("a"))]) }?.function.hasPrefix("git_") == true)
        #expect(TestRepository.error { _ = try Repository(directory: "\(test.folder.path)/none") }?.function == "git_repository_open_bare")
        // A failure leaves no message behind for the next one.
        #expect(
            TestRepository.error { _ = try test.repository.blob(try test.repository.writeEmptyTree()) }?.message.contains("no blob") == true
        )
    }
}
