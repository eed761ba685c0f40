import Testing

/// `.stemma/access.yaml`: a lead owns a book without being an admin, by whatever door somebody comes.
@Suite("Access rules")
struct AccessRuleStories {
    private static let rules = """
        groups:
          leads: [grace]
        rules:
          - path: "Book/**"
            edit: [group:leads]

        """

    private let wiki: RunningWiki
    private let ada: Visitor

    init() throws {
        var history = HandmadeHistory()
        let intro = "# Intro\n\nFirst.\n\nMiddle.\n\nLast.\n"
        let second = intro.replacing("First", with: "Primary")
        history.commit([("Home.md", .text("# Home\n")), ("Book/Intro.md", .text(intro)), ("Both.md", .text("One.\n"))])
        history.commit([("Book/Intro.md", .text(second))], message: "In the book")
        history.commit(
            [("Book/Intro.md", .text(second.replacing("Last", with: "Final"))), ("Both.md", .text("Two.\n"))], message: "In and out of it")
        wiki = try RunningWiki(history, settings: "editing: accounts\n")
        ada = try wiki.member("ada", "admin")
    }

    private func saveRules(_ text: String) throws -> Answer { try ada.fill("/-/admin/access", ["rules": text]) }

    /// A push of one file by somebody; what git says of it.
    private func push(_ file: String, _ text: String, as name: String, scope: String = "write") throws -> ChildProcess.Result {
        let token = try wiki.token(name, scope)
        let clone = try wiki.clone(as: name, token: token, to: "\(name)-\(token.suffix(8))")
        try clone.commit([file: text], message: "Change \(file)")
        return try clone.outcome("push", "origin", "main")
    }

    @Test func theRulesHoldByEveryDoor() throws {
        #expect(try saveRules(Self.rules).status == 303)
        #expect(try wiki.git.text(".stemma/access.yaml") == Self.rules)
        #expect(try wiki.git.run("log", "-1", "--format=%an").lines == ["ada"])
        let (both, inBook) = (try wiki.git.id("HEAD~1"), try wiki.git.id("HEAD~2"))
        for (name, role, files) in [
            ("ben", "contributor", ["Book/Intro.md", "Book/Deep/New.md", "Book/picture.png"]), ("mo", "moderator", ["Book/Intro.md"]),
        ] {
            let visitor = try wiki.member(name, role)
            try expectClosed(visitor, name, inBook: inBook, both: both)
            for file in files {
                try wiki.expectRefused("\(file) in commit", "A rule of this wiki keeps this file for others.") {
                    try push(file, "Mine.\n", as: name)
                }
            }
            try visitor.saves("Elsewhere", "\(name) writes here.\n")
        }
        try expectOpen(try wiki.member("grace"), "grace")
        try ada.saves("Book/Intro", "By an admin.\n")
    }

    private func expectClosed(_ visitor: Visitor, _ name: String, inBook: String, both: String) throws {
        let before = try wiki.git.id()
        let asked = try visitor.get("/-/edit/Book/Intro")
        #expect(asked.status == 403 && asked.problem == "protected", "who may not save it hears so before writing")
        var form = try WebForm(asked)
        form.write("Mine.\n")
        let saved = try visitor.post(form)
        #expect(saved.status == 403 && saved.html.plain.contains("A rule of this wiki keeps Book/Intro.md for others."))
        #expect(String(decoding: saved.html.textarea("markdown") ?? [], as: UTF8.self).contains("Mine."))
        #expect(try visitor.save("Book/New", "Mine.\n").problem == "protected")
        for question in ["/-/delete/Book/Intro", "/-/revert/\(inBook)", "/-/revert/\(both)", "/-/restore/Book/Intro?rev=\(inBook)"] {
            let answer = try visitor.confirm(question)
            #expect(answer.status == 403 && answer.problem == "protected", "\(question): \(answer.status)")
        }
        #expect(try visitor.attach([1, 2], as: "a.png", folder: "Book").problem == "protected")

        let token = try wiki.token(name)
        let calls = [
            ("PUT", "pages/Book/Intro", #"{"markdown":"Mine.\n","base":"\#(before)"}"#), ("PUT", "pages/Book/New", #"{"markdown":"x"}"#),
            ("DELETE", "pages/Book/Intro", #"{"base":"\#(before)"}"#), ("POST", "pages/Book/Intro/restore", #"{"revision":"\#(inBook)"}"#),
            ("POST", "commits/\(both)/revert", "{}"),
        ]
        for (method, address, json) in calls {
            let answer = try visitor.call(method, address, token: token, json)
            #expect(answer.status == 403, "\(method) \(address): \(answer.text)")
            #expect(try answer.json()["type"]?.text?.hasSuffix("#protected") == true, "\(answer.text)")
        }
        #expect(try wiki.git.id() == before)
    }

    private func expectOpen(_ visitor: Visitor, _ name: String) throws {
        try visitor.saves("Book/Intro", "By the lead.\n")
        #expect(try visitor.attach([1, 2], as: "a.png", folder: "Book").status == 303)
        #expect(try visitor.confirm("/-/revert/\(try wiki.git.id("HEAD~1"))").status == 303)
        #expect(try visitor.confirm("/-/restore/Book/Intro?rev=\(try wiki.git.id("HEAD~2"))").status == 303)
        #expect(try visitor.confirm("/-/delete/Book/Intro").status == 303)
        let token = try wiki.token(name)
        #expect(try visitor.call("PUT", "pages/Book/New", token: token, #"{"markdown":"x"}"#).status == 201)
        #expect(try push("Book/Pushed.md", "x\n", as: name).code == 0)
        #expect(try visitor.get("/Book/Pushed").status == 200)
        #expect(try visitor.press("/-/admin/access").status == 403, "a lead is no admin")
    }

    /// A merge of the branch with its own past, which keeps the tree of the past: no file of it is new.
    @Test func aMadeUpMergeBringsNothingBack() throws {
        let older = "rules: []\n"
        #expect(try saveRules(older).status == 303)
        let past = try wiki.git.id()
        #expect(try saveRules(Self.rules).status == 303)
        try ada.saves("Book/Intro", "By an admin.\n")
        let before = try wiki.git.id()
        try wiki.add("ben")
        let clone = try wiki.clone(as: "ben")
        func push(tree: String) throws -> ChildProcess.Result {
            let merge = try #require(try clone.run("commit-tree", tree, "-p", before, "-p", past, "-m", "Merge").lines.first)
            return try clone.outcome("push", "origin", "\(merge):main")
        }
        try wiki.expectRefused("Only admins change what lies in .stemma.") { try push(tree: "\(past)^{tree}") }
        // The rules as they are, and the book as it was.
        try clone.run("read-tree", before)
        try clone.run("rm", "--quiet", "--cached", "-r", "Book")
        try clone.run("read-tree", "--prefix=Book/", "\(past):Book")
        let tree = try #require(try clone.run("write-tree").lines.first)
        try wiki.expectRefused("A rule of this wiki keeps this file for others.") { try push(tree: tree) }
        #expect(try wiki.git.id() == before)
        #expect(try wiki.git.text(".stemma/access.yaml") == Self.rules)
    }

    @Test func onlyAdminsChangeTheRules() throws {
        #expect(try saveRules(Self.rules).status == 303)
        let ben = try wiki.member("ben")
        let before = try wiki.git.id()
        #expect(try ben.get("/-/admin/access").status == 403 && ben.press("/-/admin/access", [("rules", "")]).status == 403)
        for (who, token) in [(ben, try wiki.token("ben", "admin")), (ada, try wiki.token("ada", "admin"))] {
            for page in [".stemma/access.yaml", ".stemma/access", ".stemma/other.txt"] {
                let answer = try who.call("PUT", "pages/\(page)", token: token, #"{"markdown":"rules: []\n"}"#)
                #expect((400..<500).contains(answer.status), "\(page): the API writes pages")
            }
            #expect(try (400..<500).contains(who.attach([1], as: "access.yaml", folder: ".stemma").status))
            #expect(try (400..<500).contains(who.save(".stemma/access", "rules: []\n").status))
        }
        #expect(try ada.get("/.stemma/access.yaml").status == 404, "settings are no pages")
        for (name, scope) in [("ben", "write"), ("ben", "admin"), ("ada", "write")] {
            for file in [".stemma/access.yaml", ".stemma/other.txt"] {
                try wiki.expectRefused("\(file) in commit", "Only admins change what lies in .stemma.") {
                    try push(file, "rules: []\n", as: name, scope: scope)
                }
            }
        }
        let undo = try ben.confirm("/-/revert/\(before)")
        #expect((400..<500).contains(undo.status), "nor by taking back what an admin did")
        #expect(try wiki.git.id() == before)

        #expect(try push(".stemma/access.yaml", "rules: []\n", as: "ada", scope: "admin").code == 0)
        try ben.saves("Book/Intro", "Open to all again.\n")
        #expect(rules(in: try ada.get("/-/admin/access")) == "rules: []\n", "the form shows what was pushed")
    }

    /// Texts that are no rules, and the line to blame.
    static let broken = [
        ("groups:\n  leads: [grace]\nruls:\n  - path: x\n", 3), ("rules:\n  - path: \"Book/**\"\n    edit: [grup:leads]\n", 3),
        ("rules:\n  - path: Book\n    edit: [group:nobody]\n", 2), ("rules:\n\t- a\n", 2), ("rules:\n  - path: /etc\n    edit: []\n", 2),
        ("rules:\n  - path: **/a\n    edit: anyone\n", 2), ("rules:\n  - path: a\n    edit: [role:king]\n", 3), ("a: &x b\n", 1),
    ]

    /// What the form holds, with the line ends of a file.
    private func rules(in answer: Answer) -> String? {
        answer.html.textarea("rules").map { String(decoding: $0, as: UTF8.self).replacing("\r\n", with: "\n") }
    }

    @Test func brokenRulesAreRefusedWithTheirLine() throws {
        let before = try wiki.git.id()
        for (text, line) in Self.broken {
            let refused = try saveRules(text)
            #expect(refused.status == 422, "\(text)")
            #expect(refused.html.plain.contains("Line \(line): "), "\(text): \(refused.html.plain)")
            #expect(rules(in: refused) == text, "what was typed comes back")
        }
        #expect(try saveRules("# \(String(repeating: "much", count: 16_500))\n").status == 422)
        #expect(try wiki.git.id() == before)
        try wiki.expectRefused(".stemma/access.yaml in commit", "The rules cannot be read: line 3:") {
            try push(".stemma/access.yaml", Self.broken[0].0, as: "ada", scope: "admin")
        }
    }

    @Test func twoAdminsAtOnce() throws {
        let eve = try wiki.member("eve", "admin")
        var (one, other) = (try WebForm(try ada.get("/-/admin/access")), try WebForm(try eve.get("/-/admin/access")))
        one["rules"] = Self.rules
        other["rules"] = "rules: []\n"
        #expect(try ada.post(one).status == 303)
        let refused = try eve.post(other)
        #expect(refused.status == 409 && refused.html.plain.contains("group:leads"), "it shows the rules as they are now")
        #expect(rules(in: refused) == "rules: []\n")
        #expect(try eve.post(try WebForm(refused)).status == 303)
        #expect(try wiki.git.text(".stemma/access.yaml") == "rules: []\n")
    }

    @Test func rulesThatNobodyCanReadLeaveOnlyAdmins() throws {
        let ben = try wiki.member("ben")
        let plain = try GitFolder.clone(wiki.git.path, to: wiki.place.path("plain"))
        try plain.commit([".stemma/access.yaml": "ruls: []\n"])
        try plain.run("push", "--quiet", "origin", "HEAD")
        let refused = try ben.save("Elsewhere", "x\n")
        #expect(refused.status == 403 && refused.problem == "brokenRules")
        try wiki.expectRefused("so only admins can push") { try push("Elsewhere.md", "x\n", as: "ben") }
        try ada.saves("Elsewhere", "By an admin.\n")
        #expect(try saveRules("").status == 303)
        try ben.saves("Elsewhere", "By Ben.\n")
    }
}
