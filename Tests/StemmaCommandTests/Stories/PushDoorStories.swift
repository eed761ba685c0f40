import Testing

/// Who may push at all, and what the others hear.
@Suite("Who may push")
struct PushDoorStories {
    private func clone(_ wiki: RunningWiki, _ address: String? = nil) throws -> GitFolder {
        try GitFolder.clone(address ?? wiki.cloneAddress(), to: wiki.place.path("clone"))
    }

    @Test func anybodyWhereAllMayEdit() throws {
        let wiki = try RunningWiki(settings: "editing: open\nsite:\n  url: http://wiki.example.org/\n")
        let copy = try clone(wiki)
        try copy.commit(["Bread.md": "Flour.\n"], message: "Bread")
        let pushed = try copy.outcome("push", "origin", "main")
        #expect(pushed.code == 0, "\(pushed.errors)")
        #expect(try Visitor(wiki).get("/Bread").html.plain.contains("Flour."))
        try wiki.expectRefused("Tags are for reviewers.") { try copy.outcome("push", "origin", "HEAD:refs/tags/v1") }
        try copy.commit([".stemma/access.yaml": "rules: []\n"])
        try wiki.expectRefused("Only admins change what lies in .stemma.") { try copy.outcome("push", "origin", "main") }
        let history = try Visitor(wiki).call("GET", "history/Bread", token: nil).json()["revisions"]?[0]
        #expect(history?["author"]?.text == "Ada" && history?["account"] == .null && history?["confirmed"] == .bool(false))
    }

    @Test func whoeverTriesItOnThisMachine() throws {
        let wiki = try RunningWiki()
        let copy = try clone(wiki)
        try copy.commit(["Bread.md": "Flour.\n"])
        #expect(try copy.outcome("push", "origin", "main").code == 0)
        try copy.commit(["Salt.md": "Salt.\n"])
        let before = try wiki.git.id()
        for header in ["X-Forwarded-For: 192.0.2.1", "Forwarded: for=192.0.2.1", "Via: 1.1 proxy"] {
            let far = try copy.outcome("-c", "http.extraHeader=\(header)", "push", "origin", "main")
            #expect(far.code != 0, "\(header)")
        }
        for host in ["wiki.example.org", "localhost.example.org"] {
            let answer = try Visitor(wiki).get("/wiki.git/info/refs?service=git-receive-pack", ("Host", host))
            #expect(answer.status == 401 && answer["www-authenticate"]?.hasPrefix("Basic realm=") == true, "\(host)")
        }
        #expect(try wiki.git.id() == before)
    }

    @Test func nobodyWithoutAnAccount() throws {
        let wiki = try RunningWiki(settings: "editing: accounts\n")
        let copy = try clone(wiki)
        try copy.commit(["Bread.md": "Flour.\n"])
        #expect(try copy.outcome("push", "origin", "main").code != 0)
        try wiki.add("ben")
        for (name, secret) in [
            ("ben", "stm_\(String(repeating: "A", count: 43))"), ("ben", "several%20quiet%20words"), ("nobody", "x"),
        ] {
            try copy.run("remote", "set-url", "origin", wiki.cloneAddress(name, token: secret))
            let refused = try copy.outcome("push", "origin", "main")
            #expect(refused.code != 0 && refused.errors.contains("Authentication failed"), "\(secret): \(refused.errors)")
            #expect(refused.errors.contains("remote: Please give an access token as the password."), "\(refused.errors)")
        }
        let visitor = Visitor(wiki)
        func ask(_ credential: String) throws -> Answer {
            try visitor.get("/wiki.git/info/refs?service=git-receive-pack", ("Authorization", credential))
        }
        for credential in ["Basic", "Basic !!!", "Basic \(String(repeating: "A", count: 10_000))", "Digest x", "Bearer"] {
            #expect(try [400, 401, 429].contains(ask(credential).status), "\(credential.prefix(20))")
        }
        let tries = try (1...20).map { _ in try ask("Basic eDp3cm9uZw==") }
        let limited = try #require(tries.first { $0.status == 429 }, "secrets cannot be tried out")
        #expect(limited["retry-after"] != nil && limited.text.contains("Too many tries with a wrong token."))
        try copy.run("remote", "set-url", "origin", wiki.cloneAddress("ben", token: try wiki.token("ben")))
        #expect(try copy.outcome("push", "origin", "main").code == 0, "who has a good token is not held up by those who guess")
    }

    @Test func aReaderReads() throws {
        let wiki = try RunningWiki(settings: "editing: accounts\n")
        try wiki.add("rea", "reader")
        let copy = try wiki.clone(as: "rea")
        try copy.commit(["Bread.md": "Flour.\n"])
        let refused = try copy.outcome("push", "origin", "main")
        #expect(refused.code != 0 && refused.errors.contains("Your account may not change this wiki."), "\(refused.errors)")
        try wiki.stemma(["user", "role"], ["rea", "contributor"])
        #expect(try copy.outcome("push", "origin", "main").code == 0)
    }

    /// What happens between the first question and the push git would show as a number.
    @Test func whoLosesTheRoleOnTheWayIsToldAsWell() throws {
        let wiki = try RunningWiki(settings: "editing: accounts\n")
        try wiki.add("ben")
        let copy = try wiki.clone(as: "ben")
        try copy.commit(["Bread.md": "Flour.\n"])
        let program = try #require(StemmaProgram.path)
        // Git runs it once it has heard which references there are.
        let hook = "#!/bin/sh\nexec '\(program)' user role '\(wiki.folder)' ben reader >&2\n"
        let write = "mkdir -p .git/hooks; cat > .git/hooks/pre-push; chmod +x .git/hooks/pre-push"
        _ = try ChildProcess("sh", ["-c", write], input: Array(hook.utf8), directory: copy.path).wait()
        try wiki.expectRefused("Your account may not change this wiki.") { try copy.outcome("push", "origin", "main") }
    }

    @Test func inTheLanguageOfWhoPushes() throws {
        let wiki = try RunningWiki(settings: "editing: accounts\nsite:\n  language: de\n")
        try wiki.add("ben")
        let copy = try wiki.clone(as: "ben")
        try copy.commit(["Latin.md": "\u{0}"])
        let refused = try copy.outcome("push", "origin", "main")
        #expect(refused.code != 0 && refused.errors.contains("remote: ") && refused.errors.contains("Latin.md"))
        #expect(!refused.errors.contains("A page is UTF-8 text"), "\(refused.errors)")
        let abroad = GitFolder(path: copy.path, variables: copy.variables.merging(["LANGUAGE": "en"]) { $1 })
        let english = try abroad.outcome("push", "origin", "main")
        #expect(english.errors.contains("A page is UTF-8 text"), "\(english.errors)")
    }
}
