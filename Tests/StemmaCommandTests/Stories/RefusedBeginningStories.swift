import Glibc
import Testing

/// What cannot be a wiki gets one sentence and an exit code, and stays as it is.
@Suite("What can't be served")
struct RefusedBeginningStories {
    private let place: TemporaryFolder

    init() throws {
        place = try TemporaryFolder()
    }

    @Test func aSecondServerOnTheSameFolder() throws {
        let wiki = try RunningWiki()
        try StemmaProgram.run("serve", wiki.folder, "--port", "0").expectRefusal(74, saying: wiki.folder, "nother server")
        #expect(try Visitor(wiki).get("/").status == 200)
        try StemmaProgram.run("rebuild", wiki.folder).expectRefusal(74, saying: "stop it first")
    }

    @Test func aPortThatIsTaken() throws {
        let wiki = try RunningWiki()
        let second = try StemmaProgram.run("serve", place.path("other"), "--port", "\(wiki.port)")
        second.expectRefusal(74, saying: "Port \(wiki.port) is taken", "--port")
    }

    @Test func anAddressOfAnotherMachine() throws {
        try StemmaProgram.run("serve", place.path("wiki"), "--host", "192.0.2.1", "--port", "0").expectRefusal(74, saying: "192.0.2.1")
    }

    @Test func aFolderOfOtherThings() throws {
        try place.write("wiki/photo.jpg", "x")
        for arguments in [["serve", place.path("wiki"), "--port", "0"], ["init", place.path("wiki")], ["check", place.path("wiki")]] {
            try StemmaProgram.run(arguments).expectRefusal(64, saying: place.path("wiki"))
        }
        #expect(TemporaryFolder.names(place.path("wiki")) == ["photo.jpg"])
    }

    @Test func aFolderOfMarkdownIsLeftAlone() throws {
        try place.write("notes/Home.md", "# Notes\n")
        for arguments in [
            ["serve", place.path("notes"), "--port", "0"], ["init", place.path("notes")], ["rebuild", place.path("notes")],
        ] {
            try StemmaProgram.run(arguments).expectRefusal(64, saying: "stemma init", "--from \(place.path("notes"))")
        }
        #expect(TemporaryFolder.names(place.path("notes")) == ["Home.md"])
    }

    @Test func aRepositoryIsLeftAlone() throws {
        let bare = try GitFolder.new(place.path("history.git"))
        let before = TemporaryFolder.names(bare.path)
        try StemmaProgram.run("serve", bare.path, "--port", "0").expectRefusal(64, saying: "stemma init", "--from \(bare.path)")
        #expect(TemporaryFolder.names(bare.path) == before)
    }

    @Test func whatIsNotThere() throws {
        for command in ["check", "rebuild"] {
            try StemmaProgram.run(command, place.path("nothing")).expectRefusal(74, saying: place.path("nothing"))
        }
        try StemmaProgram.run("init", place.path("wiki"), "--from", place.path("nothing")).expectRefusal(74, saying: place.path("nothing"))
        #expect(TemporaryFolder.names(place.path("wiki")) == nil)
    }

    @Test func aWikiIsNotMadeTwice() throws {
        #expect(try StemmaProgram.run("init", place.path("wiki")).code == 0)
        let before = TemporaryFolder.bytes(place.path("wiki/stemma.yaml"))
        try StemmaProgram.run("init", place.path("wiki")).expectRefusal(64, saying: "is a wiki already")
        #expect(TemporaryFolder.bytes(place.path("wiki/stemma.yaml")) == before)
    }

    @Test func anAddressThatNobodyAnswers() throws {
        let refused = try StemmaProgram.run("init", place.path("wiki"), "--from", "file:///nonexistent/history.git")
        refused.expectRefusal(74)
        #expect(TemporaryFolder.names(place.path("wiki")) == nil)
    }

    @Test func aSourceNamedLikeAnOption() throws {
        let refused = try StemmaProgram.run("init", place.path("wiki"), "--from", "--upload-pack=touch \(place.path("owned"))")
        #expect(refused.code != 0)
        let second = try StemmaProgram.run("init", place.path("wiki"), "--from=--upload-pack=touch \(place.path("owned"))")
        #expect(second.code != 0)
        let third = try StemmaProgram.run("init", place.path("wiki"), "--from", "ext::touch \(place.path("owned"))")
        #expect(third.code != 0)
        #expect(TemporaryFolder.names(place.path) == [])
    }

    @Test func aTruncatedBundle() throws {
        let source = try GitFolder.new(place.path("source"), bare: false)
        try source.commit(["Home.md": String(repeating: "A long page. ", count: 1000)])
        try source.run("bundle", "create", place.path("whole.bundle"), "--all")
        let bytes = try #require(place.read("whole.bundle"))
        try place.write("half.bundle", bytes.prefix(bytes.count / 2))
        try StemmaProgram.run("init", place.path("wiki"), "--from", place.path("half.bundle")).expectRefusal(74, saying: "half.bundle")
        #expect(TemporaryFolder.names(place.path("wiki")) == nil)
    }

    @Test func aDamagedPackIsOneSentence() throws {
        let source = try GitFolder.new(place.path("source"), bare: false)
        for number in 1...20 { try source.commit(["Page-\(number).md": "\(number) " + String(repeating: "words ", count: number * 40)]) }
        try source.run("gc", "--quiet")
        #expect(try StemmaProgram.run("init", place.path("wiki"), "--from", source.path).code == 0)
        let packs = place.path("wiki/wiki.git/objects/pack")
        let pack = try #require(TemporaryFolder.names(packs)?.first { $0.hasSuffix(".pack") })
        let bytes = try #require(TemporaryFolder.bytes("\(packs)/\(pack)"))
        chmod("\(packs)/\(pack)", 0o644)
        try place.write("wiki/wiki.git/objects/pack/\(pack)", bytes.prefix(bytes.count / 3))
        for name in ["index.sqlite", "index.sqlite-wal", "index.sqlite-shm"] { unlink(place.path("wiki/\(name)")) }
        try StemmaProgram.run("serve", place.path("wiki"), "--port", "0").expectRefusal(74, saying: place.path("wiki"))
        let check = try StemmaProgram.run("check", place.path("wiki"))
        #expect(check.code == 1 || check.code == 74)
    }

    @Test func wrongCalls() throws {
        for arguments in [["serve", "--port"], ["serve", "--nonsense"], ["init"], ["nonsense"], ["serve", "a", "b"]] {
            let result = try StemmaProgram.run(arguments, directory: place.path)
            #expect(result.code == 64, "\(arguments)")
            #expect(result.errors.contains("Usage:") || result.errors.contains("--help"), "\(result.errors)")
        }
        #expect(TemporaryFolder.names(place.path) == [])
    }

    @Test func helpIsThereForEveryCommand() throws {
        let help = try StemmaProgram.run("--help")
        #expect(help.code == 0)
        for command in ["serve", "init", "rebuild", "check", "render"] {
            #expect(help.text.contains(command))
            let own = try StemmaProgram.run(command, "--help")
            #expect(own.code == 0 && own.text.contains("USAGE: stemma \(command)"))
        }
    }
}
