import Testing

/// What no push may do to branches, tags and other names. Each time git's user reads why.
@Suite("References that cannot be pushed")
struct RefusedReferenceStories {
    private let wiki: RunningWiki
    private let ben: GitFolder
    private let token: String

    init() throws {
        var history = HandmadeHistory()
        for number in 1...3 { history.commit([("Home.md", .text("Home \(number)\n"))], message: "Edit \(number)") }
        wiki = try RunningWiki(history, settings: "editing: accounts\n")
        try wiki.add("ben")
        token = try wiki.token("ben")
        ben = try wiki.clone(as: "ben", token: token)
    }

    private func push(_ arguments: String..., from clone: GitFolder? = nil) throws -> ChildProcess.Result {
        let clone = clone ?? ben
        return try GitFolder.outcome(["-C", clone.path, "push"] + arguments, variables: clone.variables)
    }

    @Test func theBranchOnlyGrows() throws {
        try ben.run("commit", "--quiet", "--amend", "--message", "Otherwise")
        try wiki.expectRefused("main has gone on since you last pulled. Run git pull") { try push("--force", "origin", "main") }
        try wiki.expectRefused("This push would take commits away from main", "git revert") {
            try push("--force", "origin", "origin/main~1:main")
        }
        try wiki.expectRefused("refs/heads/main cannot be deleted by a push.") { try push("origin", ":main") }
        try wiki.expectRefused("refs/heads/main cannot be deleted by a push.") { try push("--delete", "origin", "main") }
        try ben.run("checkout", "--quiet", "--orphan", "new")
        try ben.run("commit", "--quiet", "--message", "Another beginning")
        try wiki.expectRefused("main has gone on since you last pulled.") { try push("--force", "origin", "new:main") }
        #expect(try wiki.git.subjects() == ["Edit 3", "Edit 2", "Edit 1"])
    }

    @Test func onlyTheBranchAndTags() throws {
        try ben.commit(["Bread.md": "Flour.\n"])
        let tip = try wiki.git.id()
        for (name, words) in [
            ("refs/heads/other", "Only the branch main can be pushed here, not refs/heads/other."),
            ("refs/heads/HEAD", "Only the branch main can be pushed here, not refs/heads/HEAD."),
            ("refs/heads/--output=x", "Only the branch main can be pushed here, not refs/heads/--output=x."),
            ("refs/replace/\(tip)", "refs/replace/\(tip) cannot be pushed here"),
            ("refs/notes/commits", "refs/notes/commits cannot be pushed here"),
            ("refs/pull/1/head", "only the branch of the wiki and new tags can"), ("refs/stemma/x", "refs/stemma/x cannot be pushed here"),
            ("refs/tags/v1", "Tags are for reviewers."),
        ] {
            try wiki.expectRefused(words) { try push("origin", "HEAD:\(name)") }
        }
        // Together with something that is allowed, nothing is taken.
        try wiki.expectRefused("Only the branch main can be pushed here") { try push("origin", "main", "main:other") }
        #expect(try wiki.git.run("for-each-ref", "--format=%(refname)").lines == ["refs/heads/main"])
        #expect(try push("origin", "main").code == 0)
    }

    @Test func tagsAreForReviewers() throws {
        try wiki.add("rita", "reviewer")
        let rita = try wiki.clone(as: "rita")
        try rita.run("tag", "v1", "HEAD~1")
        try rita.run("tag", "-a", "v2", "-m", "Second")
        let pushed = try push("origin", "v1", "v2", from: rita)
        #expect(pushed.code == 0, "\(pushed.errors)")
        #expect(try wiki.git.id("v1") == rita.id("HEAD~1"))
        try rita.run("tag", "--force", "v1", "HEAD")
        try wiki.expectRefused("The tag refs/tags/v1 is here already") { try push("--force", "origin", "v1", from: rita) }
        try wiki.expectRefused("refs/tags/v1 cannot be deleted by a push.") { try push("origin", ":refs/tags/v1", from: rita) }
        try rita.commit(["Bread.md": "Flour.\n"])
        try rita.run("tag", "ahead")
        try wiki.expectRefused("does not stand on a commit of main") { try push("origin", "ahead", from: rita) }
        let text = try rita.blob("no commit")
        try wiki.expectRefused("does not stand on a commit of main") { try push("origin", "\(text):refs/tags/text", from: rita) }
        #expect(try push("origin", "main", "ahead", from: rita).code == 0, "together with the branch it does")
        #expect(try wiki.git.run("tag").lines == ["ahead", "v1", "v2"])
    }

    @Test func tagsThatHaveNoPlace() throws {
        try wiki.add("rita", "reviewer")
        let rita = try wiki.clone(as: "rita")
        try wiki.git.run("tag", "v5")
        try rita.commit(["Bread.md": "Flour.\n"])
        try wiki.expectRefused("The tag refs/tags/v5/x cannot stand beside refs/tags/v5") {
            try push("origin", "HEAD:refs/heads/main", "HEAD:refs/tags/v5/x", from: rita)
        }
        try wiki.expectRefused("in git a tag is either a name or a folder of names") {
            try push("origin", "HEAD:refs/heads/main", "HEAD:refs/tags/new", "HEAD:refs/tags/new/y", from: rita)
        }
        // What no git client sends: a name that git takes for none, beside the branch.
        var odd = try HandmadePush(of: rita, onto: wiki.git.id())
        odd.commands.append((HandmadePush.nothing, odd.commands[0].new, "refs/tags/a..b"))
        let answer = try odd.send(to: wiki, token: wiki.token("rita"))
        #expect(answer.text.contains("ng refs/heads/main") && answer.text.contains("git knows no such names"), "\(answer.text)")
        #expect(try wiki.git.run("tag").lines == ["v5"])
        #expect(try push("origin", "main", from: rita).code == 0)
    }

    @Test func tagsThatGitWouldTakeForSomethingElse() throws {
        try wiki.add("rita", "reviewer")
        let rita = try wiki.clone(as: "rita")
        for name in ["main", "HEAD", "origin/main", "refs/heads/main", try rita.id()] {
            try wiki.expectRefused("The tag refs/tags/\(name) cannot be taken", "Choose another name.") {
                try push("origin", "HEAD:refs/tags/\(name)", from: rita)
            }
        }
        let fresh = try wiki.clone(as: "rita", to: "fresh")
        try fresh.commit(["Bread.md": "Flour.\n"])
        #expect(try push("origin", "main", from: fresh).code == 0, "the branch can still be pushed by its name")
    }

    /// Git moves references one by one, and may fail with one of them: here another program holds its lock.
    @Test func aTagThatGitCannotMakeTakesNothingFromTheBranch() throws {
        try wiki.add("rita", "reviewer")
        let rita = try wiki.clone(as: "rita")
        try GitFolder(path: rita.path, variables: GitFolder.author("Ben", "ben@example.org")).commit(["Bread.md": "Flour.\n"])
        let new = try rita.id()
        let lock = "\(wiki.git.path)/refs/tags/v1.lock"
        _ = try ChildProcess("sh", ["-c", "mkdir -p '\(wiki.git.path)/refs/tags' && touch '\(lock)'"]).wait()
        let pushed = try push("origin", "HEAD:refs/heads/main", "HEAD:refs/tags/v1", from: rita)
        let told = pushed.errors.split(separator: "\n")
        #expect(pushed.code != 0 && told.contains { $0.contains("rejected") && $0.contains("v1") }, "\(pushed.errors)")
        #expect(!told.contains { $0.contains("rejected") && $0.contains("main") }, "only the tag was refused: \(pushed.errors)")
        #expect(!pushed.errors.contains("could not make sure"), "\(pushed.errors)")
        _ = try ChildProcess("rm", [lock]).wait()
        #expect(try wiki.git.id() == new && wiki.git.run("tag").output.isEmpty)
        let newest = try Visitor(wiki).call("GET", "history/Bread", token: nil).json()["revisions"]?[0]
        #expect(newest?["pushed_by"]?.text == "rita" && newest?["account"]?.text == "ben", "who pushed is still known")
        let log = try wiki.stemma(["audit"], ["--json", "--action", "push"]).text
        #expect(log.contains("refs/tags/v1") && log.contains("not moved by git") && !log.contains("withdrawn"), "\(log)")
        #expect(try push("origin", "HEAD:refs/tags/v1", from: rita).code == 0)
        try wiki.expectNothingLeft()
    }

    @Test func tenThousandAtOnce() throws {
        let id = try ben.id()
        // Git's own client takes a time that grows with the square of their number.
        let updates = (1...1000).map { "create refs/tags/t\($0) \(id)\n" }.joined()
        try ben.run("update-ref", "--stdin", input: Array(updates.utf8))
        try wiki.expectRefused("This push names more than 100 references.") { try push("origin", "refs/tags/*") }
        var many = try HandmadePush(of: ben, onto: id)
        many.commands = (1...10_000).map { (HandmadePush.nothing, id, "refs/tags/t\($0)") }
        let before = wiki.memoryPeak()
        let answer = try many.send(to: wiki, token: token)
        #expect(answer.status == 200 && answer.text.contains("This push names more than 100 references."), "\(answer.text.prefix(200))")
        #expect(wiki.memoryPeak() - before < 50 << 10)
        #expect(try wiki.git.run("tag").output.isEmpty)
        try wiki.expectNothingLeft()
    }

    /// What no git client sends, and somebody else may.
    @Test func namesThatNoClientSends() throws {
        try ben.commit(["Bread.md": "Flour.\n"])
        let tip = try wiki.git.id()
        let honest = try HandmadePush(of: ben, onto: tip)
        let new = honest.commands[0].new
        let cases: [([(old: String, new: String, name: String)], String)] = [
            ([(tip, new, "HEAD")], "Push to main, not to HEAD."),
            ([(tip, new, "refs/heads/main"), (tip, new, "refs/heads/main")], "This push names refs/heads/main twice."),
            ([(tip, new, "refs/heads/../../config")], "not refs/heads/../../config."),
            ([(tip, new, "refs/heads/a\u{1B}[2Jb")], "not refs/heads/a\\u{1B}[2Jb."),
            ([(tip, new, "config")], "config cannot be pushed here"),
            ([(tip, HandmadePush.nothing, "refs/heads/main")], "refs/heads/main cannot be deleted by a push."),
            ([(HandmadePush.nothing, new, "refs/heads/main")], "main has gone on since you last pulled."),
        ]
        for (commands, words) in cases {
            var push = honest
            push.commands = commands
            let answer = try push.send(to: wiki, token: token)
            #expect(answer.status == 200 && answer.text.contains(words), "\(words): \(answer.text)")
            #expect(answer.text.contains("ng "), "each reference is said to be refused")
            #expect(try wiki.git.id() == tip)
            try wiki.expectNothingLeft()
        }
        let answer = try honest.send(to: wiki, token: token)
        #expect(answer.text.contains("ok refs/heads/main"), "\(answer.text)")
        #expect(try wiki.git.id() == new)
        #expect(try Visitor(wiki).get("/Bread").html.plain.contains("Flour."))
    }
}
