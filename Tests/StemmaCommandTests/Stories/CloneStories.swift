import Testing

/// Getting the wiki with git.
@Suite("Clones")
struct CloneStories {
    private let wiki: RunningWiki

    init() throws {
        var history = HandmadeHistory()
        for number in 1...5 { history.commit([("Page-\(number).md", .text("Text \(number).\n"))], message: "Edit \(number)") }
        wiki = try RunningWiki(history, settings: "editing: accounts\n")
    }

    private func clone(_ name: String, _ options: String..., variables: [String: String] = [:]) throws -> ChildProcess.Result {
        try GitFolder.outcome(options + ["--", wiki.cloneAddress(), wiki.place.path(name)], variables: variables)
    }

    @Test(arguments: ["0", "1", "2"])
    func anyVersionOfTheProtocol(version: String) throws {
        let made = try clone("copy", "-c", "protocol.version=\(version)", "clone", variables: ["GIT_TRACE_PACKET": "1"])
        #expect(made.code == 0, "\(made.errors)")
        #expect(made.errors.contains("< version 2") == (version == "2"))
        let copy = GitFolder(path: wiki.place.path("copy"))
        #expect(try copy.id() == wiki.git.id() && copy.files().count == 5)
        #expect(try copy.run("fsck", "--strict").code == 0)
        try wiki.git.run("tag", "v1", "HEAD~1")
        #expect(try copy.run("-c", "protocol.version=\(version)", "fetch", "--quiet").code == 0)
        #expect(try copy.id("v1") == wiki.git.id("HEAD~1"), "tags that arose meanwhile come along")
    }

    @Test func aPartOfTheHistory() throws {
        #expect(try clone("shallow", "clone", "--quiet", "--depth", "1").code == 0)
        let shallow = GitFolder(path: wiki.place.path("shallow"))
        #expect(try shallow.subjects() == ["Edit 5"])
        try wiki.add("ada")
        try shallow.run("remote", "set-url", "origin", wiki.cloneAddress("ada", token: try wiki.token("ada")))
        try shallow.commit(["New.md": "From a shallow clone.\n"], message: "From a shallow clone")
        #expect(try shallow.outcome("push", "origin", "main").code == 0)
        #expect(try Visitor(wiki).get("/New").html.plain.contains("From a shallow clone."))
        try shallow.run("fetch", "--quiet", "--unshallow")
        #expect(try shallow.subjects().count == 6)
    }

    @Test func withoutTexts() throws {
        #expect(try clone("partial", "clone", "--quiet", "--filter=blob:none", "--no-checkout").code == 0)
        let partial = GitFolder(path: wiki.place.path("partial"))
        #expect(try partial.run("rev-list", "--objects", "--missing=print", "HEAD").lines.contains { $0.hasPrefix("?") })
        try partial.run("checkout", "--quiet", "main")
        #expect(try partial.text("Page-3.md") == "Text 3.\n", "they come when they are asked for")
    }

    @Test func onlyWhatIsPublicIsNamed() throws {
        let id = try wiki.git.id()
        for name in ["refs/heads/private", "refs/notes/commits", "refs/replace/\(id)", "refs/stash", "refs/pull/1/head", "refs/tags/v1"] {
            try wiki.git.run("update-ref", name, "\(id)~2")
        }
        for version in ["0", "2"] {
            let listed = try GitFolder.outcome(["-c", "protocol.version=\(version)", "ls-remote", wiki.cloneAddress()]).lines
            #expect(listed.compactMap { $0.split(separator: "\t").last }.sorted() == ["HEAD", "refs/heads/main", "refs/tags/v1"])
            #expect(listed.first == "\(id)\tHEAD", "nothing stands in another's place")
        }
    }

    @Test func eachPageShowsHow() throws {
        let shown = try RunningWiki(settings: "editing: accounts\nsite:\n  url: https://garden.example/wiki/\n")
        let command = "git clone https://garden.example/wiki/wiki.git"
        try shown.add("ada")
        let ada = Visitor(shown)
        ada.host = "garden.example"
        #expect(try ada.fill("/wiki/-/login", ["name": "ada", "password": RunningWiki.password]).status == 303)
        for address in ["/wiki/", "/wiki/Formatting", "/wiki/-/recent", "/wiki/-/settings/keys"] {
            #expect(try ada.get(address).html.plain.contains(command), "\(address)")
        }
        #expect(try ada.get("/wiki/-/settings/keys").html.plain.contains("your user name is ada"))
        let answer = try Visitor(shown).get("/wiki/wiki.git/info/refs?service=git-upload-pack")
        #expect(answer.status == 200 && answer["content-type"] == "application/x-git-upload-pack-advertisement")
        #expect(answer["cache-control"] == "no-cache")
    }

    @Test(arguments: [
        ("wiki@garden.example", "git clone wiki@garden.example:wiki.git"),
        ("wiki@garden.example:2222", "git clone ssh://wiki@garden.example:2222/wiki.git"),
    ])
    func overSSHWhereThatIsSetUp(login: String, command: String) throws {
        let shown = try RunningWiki(settings: "editing: accounts\npush:\n  ssh: \(login)\n")
        let ada = try shown.member("ada")
        for address in ["/", "/-/recent", "/-/settings/keys"] {
            #expect(try ada.get(address).html.plain.contains(command), "\(address)")
        }
        func ways(_ wiki: RunningWiki) throws -> Int { try Visitor(wiki).get("/").html.tags("li").count { $0["class"] == "clone" } }
        #expect(try ways(shown) == 2 && ways(wiki) == 1)
    }

    /// The wikis of these tests leave the choice of a port to the system.
    @Test func withoutAnAddressThePortItListensOnIsShown() throws {
        let wiki = try RunningWiki(files: ["Home.md": "Home\n"])
        #expect(try Visitor(wiki).get("/").html.plain.contains("git clone http://localhost:\(wiki.port)/wiki.git"))
    }

    /// Requests that never come to their end are answered by nobody, and hold up nobody.
    @Test func whoNeverSaysWhatItWantsKeepsNobodyOut() throws {
        let wanted = HandmadePush.packet("command=fetch")
        var idle: [WebConnection]? = try (1...20).map { number in
            let connection = try WebConnection(port: wiki.port, from: "127.0.0.\(number)")
            connection.send(
                "POST /wiki.git/git-upload-pack HTTP/1.1\r\nHost: localhost\r\nGit-Protocol: version=2\r\nContent-Length: 100\r\n"
                    + "Content-Type: application/x-git-upload-pack-request\r\n\r\n")
            connection.send(Array(wanted.prefix(4)))
            return connection
        }
        // The head of an answer says that the request is being read.
        #expect(idle?.allSatisfy { $0.hasNews(within: 20_000) } == true)
        #expect(try wiki.runningGits().isEmpty, "no git runs for a request that is not there yet")
        #expect(try GitFolder.outcome(["ls-remote", wiki.cloneAddress()]).code == 0)
        #expect(try clone("copy", "clone", "--quiet").code == 0)
        idle = nil
        try wiki.expectNothingLeft()
    }

    @Test func aClientThatReadsNothing() throws {
        let place = try TemporaryFolder()
        let source = try GitFolder.new(place.path("source"), bare: false)
        _ = try ChildProcess("sh", ["-c", "head -c 40000000 /dev/urandom > noise.bin"], directory: source.path).wait()
        try source.commit(["Home.md": "Home\n"])
        let wiki = try RunningWiki(from: source.path, in: place)
        let before = wiki.memoryPeak()
        let wanted =
            HandmadePush.packet("command=fetch") + Array("0001".utf8) + HandmadePush.packet("want \(try wiki.git.id())\n")
            + HandmadePush.packet("done\n") + Array("0000".utf8)
        var stalled: [WebConnection]? = try (1...3).map { _ in
            let connection = try WebConnection(port: wiki.port)
            connection.send(
                "POST /wiki.git/git-upload-pack HTTP/1.1\r\nHost: localhost\r\nGit-Protocol: version=2\r\nContent-Length: \(wanted.count)\r\n"
                    + "Content-Type: application/x-git-upload-pack-request\r\n\r\n")
            connection.send(wanted)
            return connection
        }
        #expect(try Patience.wait { try wiki.runningGits().count >= 3 })
        #expect(stalled?.allSatisfy { $0.hasNews(within: 20_000) } == true)
        try Visitor(wiki).saves("Bread", "Others go on.\n")
        #expect(try GitFolder.outcome(["clone", "--quiet", wiki.cloneAddress(), place.path("copy")]).code == 0)
        #expect(wiki.memoryPeak() - before < 50 << 10, "the server keeps no clone in memory")
        stalled = nil
        try wiki.expectNothingLeft()
    }
}
