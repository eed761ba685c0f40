import Testing

/// Pushes that are no whole pushes: cut off, damaged, packed wrongly, or given up in the middle.
@Suite("Broken pushes")
struct BrokenPushStories {
    private static let gzip = ("Content-Encoding", "gzip")

    private let wiki: RunningWiki
    private let ben: GitFolder
    private let token: String
    private let push: HandmadePush

    init() throws {
        wiki = try RunningWiki(files: ["Home.md": "Home\n"], settings: "editing: accounts\n")
        try wiki.add("ben")
        token = try wiki.token("ben")
        ben = try wiki.clone(as: "ben", token: token)
        _ = try ChildProcess("sh", ["-c", "head -c 3000000 /dev/urandom > noise.bin"], directory: ben.path).wait()
        try ben.commit(["Bread.md": "Flour.\n"])
        push = try HandmadePush(of: ben, onto: wiki.git.id())
    }

    private func packed(_ bytes: [UInt8]) throws -> [UInt8] { try ChildProcess("gzip", ["-c"], input: bytes).wait().output }

    private static let unreadable = "Git could not unpack what this push sent"
    private static let malformed = "This is not what git sends."

    /// Sends a body that is not what it should be; expects that nothing comes of it, and that a sentence says why.
    private func expectNothing(
        _ what: String, _ body: [UInt8], _ statuses: [Int] = [200], saying words: String = "", _ fields: (String, String)...,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let before = try wiki.git.id()
        let answer = try? push.send(to: wiki, token: token, fields, body: body)
        if let answer {
            #expect(statuses.contains(answer.status), "\(what): \(answer.status)", sourceLocation: sourceLocation)
            #expect(!answer.text.contains("ok refs/heads/main"), "\(what)", sourceLocation: sourceLocation)
            #expect(words.isEmpty || answer.text.contains(words), "\(what): \(answer.text)", sourceLocation: sourceLocation)
        } else {
            #expect(statuses.contains(200), "\(what): no whole answer", sourceLocation: sourceLocation)
        }
        #expect(try wiki.git.id() == before, "\(what)", sourceLocation: sourceLocation)
        try wiki.expectNothingLeft(sourceLocation: sourceLocation)
    }

    @Test func cutOffAndDamaged() throws {
        let (head, pack) = (push.head, push.pack)
        try expectNothing("no pack", head, saying: Self.unreadable)
        try expectNothing("half a pack", head + pack.prefix(pack.count / 2), saying: Self.unreadable)
        try expectNothing("no checksum", head + pack.dropLast(20), saying: Self.unreadable)
        try expectNothing("half a command", Array(head.prefix(60)), saying: Self.malformed)
        for place in [4, 11, 40, pack.count / 2, pack.count - 3] {
            var broken = pack
            broken[place] ^= 0x55
            try expectNothing("a wrong byte at \(place)", head + broken, saying: Self.unreadable)
        }
        try expectNothing("nothing", [], saying: Self.malformed)
        try expectNothing("words", Array("hello".utf8), saying: Self.malformed)
        try expectNothing(
            "a line without an end", Array("fff0".utf8) + [UInt8](repeating: 120, count: 1000), saying: Self.malformed)
        try expectNothing("a length that is none", Array("zzzz".utf8))
        try expectNothing("endless flushes", [UInt8](repeating: UInt8(ascii: "0"), count: 200))
        let endless = (0..<40).flatMap { _ in HandmadePush.packet([UInt8](repeating: 120, count: 60_000)) }
        try expectNothing("no commands, and many of them", endless, saying: Self.malformed)
        let certificate = HandmadePush.packet(Array("push-cert".utf8) + [0] + Array("report-status side-band-64k\n".utf8))
        try expectNothing("a signed push", certificate + Array("0000".utf8), saying: Self.malformed)
        var foreign = push
        foreign.capabilities += " object-format=sha256"
        try expectNothing("ids of another kind", foreign.body, saying: Self.malformed)
        var many = push
        many.commands = Array(repeating: many.commands[0], count: 20_000)
        try expectNothing("the same reference 20,000 times", many.body)
        let whole = try push.send(to: wiki, token: token)
        #expect(whole.text.contains("ok refs/heads/main"))
        #expect(try wiki.git.id() == push.commands[0].new)
    }

    @Test func packedInAnyWay() throws {
        let (body, once) = (push.body, try packed(push.body))
        try expectNothing("gzip of gzip under one name", packed(once), saying: Self.malformed, Self.gzip)
        try expectNothing("gzip of gzip, and said so", packed(packed(push.head)), [200], ("Content-Encoding", "gzip, gzip"))
        try expectNothing("another packing", push.head, [200], ("Content-Encoding", "br"))
        try expectNothing("no gzip at all", body, saying: Self.malformed, Self.gzip)
        try expectNothing("half a gzip", Array(once.prefix(once.count / 2)), saying: Self.malformed, Self.gzip)
        try expectNothing("gzip and more behind it", once + Array("more".utf8), saying: Self.malformed, Self.gzip)
        let bomb = try ChildProcess("sh", ["-c", "head -c 300000000 /dev/zero | gzip -c"]).wait().output
        let before = wiki.memoryPeak()
        try expectNothing("a bomb", bomb, saying: Self.malformed, Self.gzip)
        #expect(wiki.memoryPeak() - before < 50 << 10)
        for type in ["text/plain", "application/x-www-form-urlencoded", "application/x-git-upload-pack-request", ""] {
            try expectNothing("type “\(type)”", push.head, [415], ("Content-Type", type))
        }
        let honest = try push.send(to: wiki, token: token, [Self.gzip], body: once)
        #expect(honest.text.contains("ok refs/heads/main"), "once is what git does: \(honest.status)")
        #expect(try Visitor(wiki).get("/Bread").status == 200)
    }

    /// As behind a proxy that packs what passes.
    @Test func gitShowsWhyAPackingIsNotTaken() throws {
        let sentence = "Only gzip, once, is understood as an encoding here."
        let packing = "http.extraHeader=Content-Encoding: br"
        for version in ["0", "2"] {
            let arguments = ["-c", "protocol.version=\(version)", "-c", packing, "clone", wiki.cloneAddress(), wiki.place.path("copy")]
            let clone = try GitFolder.outcome(arguments)
            #expect(clone.code != 0 && clone.errors.contains("remote error: \(sentence)"), "\(clone.errors)")
        }
        try wiki.expectRefused(sentence) { try ben.outcome("-c", packing, "push", "origin", "main") }
    }

    @Test func addressesThatAreNoService() throws {
        let visitor = Visitor(wiki)
        let secret = ("Authorization", "Bearer \(token)")
        for query in [
            "", "?service=git-upload-archive", "?service=--help", "?service=git-upload-pack%20--help",
            "?service=git-upload-pack&service=git-receive-pack",
            "?service=upload-pack", "?service=git-", "?service=../../bin/sh", "?Service=git-upload-pack",
        ] {
            let answer = try visitor.get("/wiki.git/info/refs\(query)", secret)
            #expect(answer.status == 403, "\(query): \(answer.status)")
            #expect(answer.text.contains("Take this address for git clone."), "\(query)")
        }
        for (method, path) in [
            ("POST", "git-upload-archive"), ("POST", "--help"), ("GET", "git-receive-pack"), ("PUT", "HEAD"), ("POST", "info/refs"),
            ("POST", "git-receive-pack/../git-upload-pack"), ("GET", "objects/info/packs"), ("GET", "HEAD"), ("GET", "config"),
        ] {
            let answer = try visitor.send(method, "/wiki.git/\(path)", [secret], method == "GET" ? nil : [])
            #expect([400, 404, 405].contains(answer.status), "\(method) \(path): \(answer.status)")
        }
        // The service that runs is the one that is asked for, whatever the query says.
        try wiki.add("reader", "reader")
        let reader = try wiki.token("reader")
        let kind = ("Content-Type", "application/x-git-receive-pack-request")
        let answer = try visitor.send(
            "POST", "/wiki.git/git-receive-pack?service=git-upload-pack", [("Authorization", "Bearer \(reader)"), kind], push.head)
        #expect(answer.text.contains("ng refs/heads/main") && answer.text.contains("Your account may not change this wiki."))
        try wiki.expectNothingLeft()
    }

    /// As clients do that still pack, and those that never will.
    @Test func commandsWithoutAPackHoldNoPlace() throws {
        var idle: [WebConnection]? = try (1...6).map { _ in
            let connection = try WebConnection(port: wiki.port)
            connection.send(
                "POST /wiki.git/git-receive-pack HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer \(token)\r\n"
                    + "Content-Type: application/x-git-receive-pack-request\r\nContent-Length: \(push.body.count)\r\n\r\n")
            connection.send(push.head)
            return connection
        }
        #expect(idle?.allSatisfy { $0.hasNews(within: 20_000) } == true)
        #expect(try wiki.runningGits().isEmpty)
        let pushed = try ben.outcome("push", "--quiet", "origin", "main")
        #expect(pushed.code == 0, "\(pushed.errors)")
        // One of them has packed by now, too late: it is told as everybody is.
        idle?.last?.send(push.pack)
        let answer = try idle?.last?.readAnswer()
        #expect(answer?.text.contains("main has gone on since you last pulled.") == true, "\(answer?.text ?? "")")
        idle = nil
        try wiki.expectNothingLeft()
    }

    @Test func aClientThatHangsUp() throws {
        let before = try wiki.git.id()
        for share in [0.3, 0.9] {
            var connection: WebConnection? = try WebConnection(port: wiki.port)
            let part = Array(push.body.prefix(Int(Double(push.body.count) * share)))
            connection?.send(
                "POST /wiki.git/git-receive-pack HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer \(token)\r\n"
                    + "Content-Type: application/x-git-receive-pack-request\r\nContent-Length: \(push.body.count)\r\n\r\n")
            connection?.send(part)
            #expect(try Patience.wait { try !wiki.runningGits().isEmpty }, "git is at work")
            connection = nil
            try wiki.expectNothingLeft()
            #expect(try wiki.git.id() == before)
        }
        // A real client that is killed, and one that comes back.
        let killed = try ben.start(script: "exec git push --quiet origin main")
        _ = try Patience.wait(seconds: 10) { try !wiki.runningGits().isEmpty }
        killed.signal(9)
        _ = try killed.wait()
        try wiki.expectNothingLeft()
        #expect(try [before, ben.id()].contains(wiki.git.id()), "all of it or nothing")
        #expect(try ben.outcome("push", "--quiet", "origin", "main").code == 0)
        #expect(try wiki.git.run("fsck", "--strict").code == 0)
    }
}
