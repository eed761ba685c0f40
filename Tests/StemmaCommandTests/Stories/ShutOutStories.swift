import Testing

/// Blocking and disabling: whoever is shut out is out at once, by every door.
@Suite("Shutting people out")
struct ShutOutStories {
    private let wiki: RunningWiki
    private let admin: Visitor
    private let mo: Visitor

    init() throws {
        wiki = try RunningWiki(settings: "editing: accounts\n")
        admin = try wiki.member("ada", "admin")
        mo = try wiki.member("mo", "moderator")
    }

    private func turn(_ name: String, _ state: String, by visitor: Visitor) throws {
        try visitor.fills("/-/admin/people/\(name)", to: "/-/admin/people/\(name)/state", holding: ["state": state])
    }

    @Test(arguments: ["blocked", "disabled"])
    func everythingEndsAtOnce(state: String) throws {
        let ben = try wiki.member("ben")
        let token = try wiki.token("ben")
        let clone = try wiki.clone(as: "ben", token: token)
        try clone.commit(["Offline.md": "Written before.\n"])
        var form = try ben.editForm("Bread")
        form.write("Flour.\n")
        let session = ("Cookie", "stemma-session=\(try #require(ben.cookies["stemma-session"]))")

        let door = state == "blocked" ? mo : admin
        try turn("ben", state, by: door)
        let before = try wiki.git.id()
        #expect(try !ben.isKnown() && Visitor(wiki).get("/-/settings", session).status == 303)
        let refused = try ben.post(form)
        #expect(refused.status == 403 && String(decoding: refused.html.textarea("markdown") ?? [], as: UTF8.self).contains("Flour."))
        #expect(try ben.get("/Formatting").status == 200, "what all may read can be read")
        #expect(try ben.call("GET", "pages", token: token).status == 401)
        #expect(try ben.call("PUT", "pages/Bread", token: token, #"{"markdown":"x"}"#).status == 401)
        #expect(try clone.outcome("push", "origin", "main").code != 0)
        #expect(try wiki.git.id() == before)
        let wrong = try Visitor(wiki).login("ben", "not the password")
        #expect(wrong.html.plain.contains("Name and password do not go together."))
        let right = try Visitor(wiki).login("ben")
        #expect(right.status == 403 && right.html.plain.contains("This account is \(state)."), "only the right password hears why")
        #expect(try wiki.stemma(["user", "list"]).lines.contains { $0.hasPrefix("ben ") && $0.contains(state) })

        try turn("ben", "active", by: door)
        #expect(try !ben.isKnown(), "a session that was ended stays ended")
        try ben.logsIn("ben")
        #expect(try ben.call("GET", "pages", token: token).status == 200)
        #expect(try clone.outcome("push", "origin", "main").code == 0)
    }

    @Test func whoIsBlockedInTheMiddleOfAPush() throws {
        try wiki.add("ben")
        let token = try wiki.token("ben")
        let clone = try wiki.clone(as: "ben", token: token)
        _ = try ChildProcess("sh", ["-c", "head -c 3000000 /dev/urandom > noise.bin"], directory: clone.path).wait()
        try clone.commit(["Offline.md": "Written before.\n"])
        let before = try wiki.git.id()
        let body = try HandmadePush(of: clone, onto: before).body
        let connection = try WebConnection(port: wiki.port)
        connection.send(
            "POST /wiki.git/git-receive-pack HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer \(token)\r\n"
                + "Content-Type: application/x-git-receive-pack-request\r\nContent-Length: \(body.count)\r\n\r\n")
        connection.send(Array(body.prefix(body.count / 2)))
        #expect(try Patience.wait { try !wiki.runningGits().isEmpty }, "git is at work")
        try turn("ben", "blocked", by: mo)
        connection.send(Array(body.dropFirst(body.count / 2)))
        let answer = try connection.readAnswer()
        #expect(
            answer.text.contains("ng refs/heads/main") && answer.text.contains("This account is blocked or disabled."), "\(answer.text)")
        #expect(try wiki.git.id() == before)
        try wiki.expectNothingLeft()
    }

    @Test func aModeratorUndoesNoAdminsWord() throws {
        try wiki.add("ben")
        try turn("ben", "disabled", by: admin)
        #expect(try mo.press("/-/admin/people/ben/state", [("state", "active")]).status == 403)
        try turn("ben", "active", by: admin)
        try turn("ben", "blocked", by: mo)
        try wiki.stemma(["user", "enable"], ["ben"])
        #expect(try Visitor(wiki).login("ben").status == 303)
        try wiki.stemma(["user", "disable"], ["ben"])
        #expect(try Visitor(wiki).login("ben").status == 403, "a running server hears what the command line does")
    }

    @Test func keysStopToo() throws {
        let ben = try wiki.member("ben")
        let key = wiki.place.path("key")
        #expect(try ChildProcess("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", key]).wait().code == 0)
        let filled = ["key": wiki.place.text("key.pub"), "title": "Laptop", "current": RunningWiki.password]
        try ben.fills("/-/settings/keys", to: "/-/settings/keys", filled)
        #expect(try wiki.stemma(["ssh-keys"]).lines.count == 1)
        try turn("ben", "blocked", by: mo)
        #expect(try wiki.stemma(["ssh-keys"]).output.isEmpty)
        try turn("ben", "active", by: mo)
        #expect(try wiki.stemma(["ssh-keys"]).lines.count == 1)
    }
}
