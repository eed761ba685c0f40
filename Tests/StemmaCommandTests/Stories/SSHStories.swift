import Testing

/// Git over SSH, by keys that people put into their settings.
@Suite("Git over SSH", .enabled(if: RunningSSH.isPossible, "needs OpenSSH's server, and root, since sshd asks no command of others"))
struct SSHStories {
    private let wiki: RunningWiki
    private let ben: Visitor
    private let key: String

    init() throws {
        wiki = try RunningWiki(files: ["Home.md": "Home\n"], settings: "editing: accounts\n")
        ben = try wiki.member("ben")
        key = wiki.place.path("key")
        try RunningSSH.makeKey(key)
    }

    private func add(_ file: String, to visitor: Visitor, title: String = "") throws -> Answer {
        try add(text: wiki.place.text("\(file).pub"), to: visitor, title: title)
    }

    private func add(
        text: String, to visitor: Visitor, title: String = "", password: String = RunningWiki.password
    ) throws -> Answer {
        try visitor.fill("/-/settings/keys", to: "/-/settings/keys", ["key": text, "title": title, "current": password])
    }

    private func clone(_ ssh: RunningSSH, _ name: String = "ssh") throws -> GitFolder {
        try GitFolder.clone(ssh.cloneAddress, to: wiki.place.path(name), variables: ssh.variables(key: key, "ben"))
    }

    @Test func cloneAndPushByAKey() throws {
        #expect(try add("key", to: ben, title: "Laptop").status == 303)
        let page = try ben.get("/-/settings/keys").html.plain
        #expect(page.contains("Laptop") && page.contains("SHA256:") && page.contains("never used"))
        let ssh = try RunningSSH(wiki)
        let copy = try clone(ssh)
        #expect(try copy.id() == wiki.git.id())
        try copy.commit(["Bread.md": "Flour.\n"], message: "Over SSH")
        let pushed = try copy.outcome("push", "origin", "main")
        #expect(pushed.code == 0, "\(pushed.errors)")
        #expect(try wiki.git.id() == copy.id())
        #expect(try Visitor(wiki).get("/Bread").html.plain.contains("Flour."))
        #expect(try ben.get("/-/settings/keys").html.plain.contains("last used"))
        try copy.run("fetch", "--quiet", "--depth", "1")
        let revision = try Visitor(wiki).call("GET", "history/Bread", token: nil).json()["revisions"]?[0]
        #expect(revision?["account"]?.text == "ben" && revision?["confirmed"] == .bool(true))
        try wiki.expectNothingLeft()
    }

    @Test func theSameRulesAsByHTTP() throws {
        #expect(try add("key", to: ben).status == 303)
        let ssh = try RunningSSH(wiki)
        let copy = try clone(ssh)
        let http = try wiki.clone(as: "ben")
        func lines(_ result: ChildProcess.Result) -> [String] {
            result.errors.split(separator: "\n").filter { $0.hasPrefix("remote: ") }.map { $0.split(separator: " ").joined(separator: " ") }
        }
        let odd = try copy.commit(file: Array("Link.md".utf8), Array("Home.md".utf8), mode: "120000")
        try http.run("fetch", "--quiet", copy.path, odd)
        for target in ["\(odd):refs/heads/main", "HEAD:refs/heads/other", "HEAD:refs/tags/v1", ":refs/heads/main"] {
            let (one, other) = (try copy.outcome("push", "origin", target), try http.outcome("push", "origin", target))
            #expect(one.code != 0 && other.code != 0, "\(target)")
            #expect(!lines(one).isEmpty && lines(one) == lines(other), "\(target): \(one.errors) \(other.errors)")
        }
        try wiki.expectRefused("Link.md in commit", "Symbolic links cannot be added here.") {
            try copy.outcome("push", "origin", "\(odd):refs/heads/main")
        }
        try copy.commit([".stemma/access.yaml": "rules: []\n"])
        try wiki.expectRefused("Only admins change what lies in .stemma.") { try copy.outcome("push", "origin", "main") }
    }

    @Test func whatARoleForbidsIsSaid() throws {
        #expect(try add("key", to: ben).status == 303)
        let ssh = try RunningSSH(wiki)
        let copy = try clone(ssh)
        try copy.run("tag", "v1")
        try wiki.expectRefused("Tags are for reviewers.") { try copy.outcome("push", "origin", "v1") }
        try wiki.stemma(["user", "role"], ["ben", "reviewer"])
        #expect(try copy.outcome("push", "origin", "v1").code == 0)
        #expect(try wiki.git.id("v1") == copy.id())
        try wiki.stemma(["user", "role"], ["ben", "reader"])
        try copy.commit(["Bread.md": "Flour.\n"])
        let refused = try copy.outcome("push", "origin", "main")
        #expect(refused.code != 0 && refused.errors.contains("Your account may not change this wiki."), "\(refused.errors)")
        #expect(try copy.outcome("fetch").code == 0, "and reads on")
    }

    @Test func nothingButGit() throws {
        #expect(try add("key", to: ben).status == 303)
        let ssh = try RunningSSH(wiki)
        for command in [
            "ls", "cat /etc/passwd", "git-upload-archive '/wiki.git'", "git-upload-pack '/etc'", "git-upload-pack '/wiki.git' --help",
            "git-upload-pack --help", "git-upload-pack '../wiki.git'", "git-upload-pack /wiki.git; ls", "git-upload-pack '/wiki.git'; ls",
            "git-receive-pack '$(ls)'", "scp -f x", "sh", "",
        ] {
            let answer = try command.isEmpty ? ssh.run(key: key) : ssh.run(command, key: key)
            #expect(answer.code != 0 && answer.output.isEmpty, "\(command): \(answer.text)")
            #expect(answer.errors.contains("Only git clone, git fetch and git push are served here."), "\(command): \(answer.errors)")
        }
        #expect(try wiki.git.subjects().count == 1)
    }

    @Test func keysOfNobody() throws {
        #expect(try add("key", to: ben).status == 303)
        let ssh = try RunningSSH(wiki)
        let other = wiki.place.path("other")
        try RunningSSH.makeKey(other)
        let refused = try ssh.run("git-upload-pack '/wiki.git'", key: other)
        #expect(refused.code != 0 && refused.errors.contains("Permission denied"), "\(refused.errors)")
        #expect(try clone(ssh, "before").files() == ["Home.md"])
        try wiki.stemma(["user", "disable"], ["ben"])
        #expect(try ssh.run("git-upload-pack '/wiki.git'", key: key).errors.contains("Permission denied"))
        try wiki.stemma(["user", "enable"], ["ben"])
        try ben.logsIn("ben")
        #expect(try ben.fills("/-/settings/keys", to: "/-/settings/keys/remove").html.plain.contains("The key is removed."))
        #expect(try ssh.run("git-upload-pack '/wiki.git'", key: key).errors.contains("Permission denied"))
    }

    @Test func aServerThatIsGone() throws {
        #expect(try add("key", to: ben).status == 303)
        let ssh = try RunningSSH(wiki)
        let copy = try clone(ssh)
        try wiki.stop()
        let refused = try copy.outcome("fetch")
        #expect(refused.code != 0 && refused.errors.contains("The wiki's server is not there."), "\(refused.errors)")
        try wiki.start()
        #expect(try copy.outcome("fetch").code == 0)
    }

    @Test func whatIsNoKey() throws {
        let rsa = wiki.place.path("rsa")
        #expect(try ChildProcess("ssh-keygen", ["-q", "-t", "rsa", "-b", "1024", "-N", "", "-f", rsa]).wait().code == 0)
        let short = try add("rsa", to: ben)
        #expect(short.status == 422 && short.html.plain.contains("at least 2"), "\(short.html.plain)")
        let secret = wiki.place.text("key")
        let half = try add(text: secret, to: ben)
        #expect(half.status == 422 && half.html.plain.contains("private half"))
        #expect(!half.text.contains(secret.split(separator: "\n")[1]), "what should have stayed secret is not sent back")
        let line = wiki.place.text("key.pub")
        for text in [
            "", "hello", "ssh-ed25519", "ssh-ed25519 AAAA x", "command=\"sh\" \(line)", "ssh-dss AAAAB3NzaC1kc3MAAACBAJ x", line + line,
        ] {
            let refused = try add(text: text, to: ben)
            #expect(refused.status == 422, "\(text.prefix(40)): \(refused.status)")
        }
        for text in [line, secret] {
            let stolen = try add(text: text, to: ben, password: "not his at all")
            #expect(stolen.status == 403, "a session alone adds no key")
            #expect(!stolen.text.contains(secret.split(separator: "\n")[1]))
        }
        #expect(try add("key", to: ben).status == 303)
        #expect(try add("key", to: wiki.member("eve")).status == 422, "a key is one person's")
        let listed = try wiki.stemma(["ssh-keys"]).lines
        #expect(listed.count == 1 && listed[0].hasPrefix("restrict,command=\"") && listed[0].contains("ssh-serve --key SHA256:"))
        #expect(try wiki.stemma(["ssh-keys"], ["nobody"]).output.isEmpty, "for other users of the machine there is no key")
        let fingerprint = try #require(listed[0].firstRange(of: "SHA256:")).lowerBound
        let name = String(listed[0][fingerprint...].prefix { $0 != " " })
        #expect(try wiki.stemma(["ssh-keys"], ["root", name]).lines == listed)
        #expect(try wiki.stemma(["ssh-keys"], ["root", "SHA256:other"]).output.isEmpty)
    }
}
