import Testing

/// Who did what, when and from where: for admins, apart from git, and without any secret.
@Suite("The audit log")
struct AuditStories {
    private let wiki: RunningWiki
    private let ada: Visitor
    private let ben: Visitor

    init() throws {
        wiki = try RunningWiki(
            files: ["Home.md": "Home\n", "Book/Intro.md": "Intro\n"], settings: "editing: accounts\naudit:\n  address-days: 5\n")
        ada = try wiki.member("ada", "admin")
        ben = try wiki.member("ben")
    }

    /// All lines, the newest first.
    private func entries(_ options: String...) throws -> [JSONText] {
        let output = try wiki.stemma(["audit"], ["--json", "--limit", "1000"] + options).output
        return try #require(JSONText(output)?["entries"]?.items)
    }

    private func expectEntry(
        _ action: String, by actor: String?, about target: String? = nil, from address: String? = "127.0.0.1", saying words: String = "",
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let found = try entries("--action", action)
        let fits = found.contains { entry in
            guard entry["actor"]?.text == actor, entry["address"]?.text == address else { return false }
            if let target, entry["target"]?.text != target { return false }
            return words.isEmpty || entry["detail"]?.text?.contains(words) == true
        }
        #expect(fits, "\(action) by \(actor ?? "nobody"): \(found)", sourceLocation: sourceLocation)
    }

    @Test func whatHappensIsWrittenDown() throws {
        let eve = Visitor(wiki)
        eve.source = "127.0.0.9"
        _ = try eve.login("ben", "wrong horse battery")
        _ = try eve.login(RunningWiki.password, "typed into the wrong field")
        try expectEntry("login", by: "ben", about: "ben")
        try expectEntry("login.failed", by: nil, about: "ben", from: "127.0.0.9")
        #expect(try ben.get("/-/admin/people").status == 403)
        try expectEntry("denied", by: "ben", saying: "/-/admin/people")
        try ada.fills("/-/admin/people/ben", to: "/-/admin/people/ben/role", ["role": "reviewer"])
        try expectEntry("account.role", by: "ada", about: "ben", saying: "contributor -> reviewer")
        let token = try #require(
            try ben.fill("/-/settings/tokens", to: "/-/settings/tokens", ["name": "laptop", "scope": "write", "days": "30"]).secrets.first)
        try expectEntry("token.created", by: "ben", about: "ben", saying: "laptop")
        let fromCommandLine = try wiki.token("ben", "read")
        try expectEntry("token.created", by: "stemma", about: "ben", from: nil)
        let invited = try ada.fill("/-/admin/invitations", ["addresses": "carl@example.org", "role": "contributor"]).secrets
        try expectEntry("invitation.made", by: "ada", saying: "carl@example.org")
        let link = try ada.fill("/-/admin/people/ben", to: "/-/admin/people/ben/link").secrets
        try expectEntry("link.made", by: "ada", about: "ben")

        try pushes(token)
        try ben.fills("/-/settings/tokens", to: "/-/settings/tokens/revoke")
        try expectEntry("token.revoked", by: "ben", about: "ben")
        let session = try #require(ben.cookies["stemma-session"])
        try ben.fills("/", to: "/-/logout")
        try expectEntry("session.ended", by: "ben")
        try ada.fills("/-/admin/people/ben", to: "/-/admin/people/ben/state", holding: ["state": "disabled"])
        try expectEntry("account.state", by: "ada", about: "ben", saying: "active -> disabled")
        #expect(try eve.login("ben").status == 403)
        try expectEntry("login.refused", by: "ben", from: "127.0.0.9")
        try expectNoSecret([token, fromCommandLine, session, RunningWiki.password, "wrong horse", "wrong field"] + invited + link)
    }

    /// Pushes that are taken, and some that are not.
    private func pushes(_ token: String) throws {
        let clone = try wiki.clone(as: "ben", token: token)
        try clone.commit(["Bread.md": "Flour.\n"])
        #expect(try clone.outcome("push", "origin", "main").code == 0)
        try expectEntry("push", by: "ben", saying: "\(try wiki.git.id().prefix(7)), 1")
        #expect(try clone.outcome("push", "origin", "HEAD:refs/heads/other").code != 0)
        try expectEntry("push.refused", by: "ben", saying: "refs/heads/other")
        let rules = "rules:\n  - path: Book/**\n    edit: [role:moderator]\n"
        #expect(try ada.fill("/-/admin/access", ["rules": rules]).status == 303)
        try expectEntry("rules.changed", by: "ada", about: ".stemma/access.yaml")
        #expect(try ben.save("Book/Intro", "Mine\n").status == 403)
        try expectEntry("path.protected", by: "ben", about: "Book/Intro.md")
        try clone.run("pull", "--quiet", "--no-rebase", "--no-edit")
        try clone.commit(["Book/Intro.md": "Mine\n"])
        #expect(try clone.outcome("push", "origin", "main").code != 0)
        try expectEntry("path.protected", by: "ben", saying: "Book/Intro.md")
        let wrong = try GitFolder.outcome([
            "-C", clone.path, "push", wiki.cloneAddress("ben", token: "stm_\(String(repeating: "B", count: 43))"), "main",
        ])
        #expect(wrong.code != 0)
        try expectEntry("login.failed", by: nil, about: "git")
    }

    /// Expects that neither the log of the wiki nor that of the server holds any of these.
    private func expectNoSecret(_ secrets: [String]) throws {
        let texts = [
            try wiki.stemma(["audit"], ["--json", "--limit", "1000"]).text, try wiki.stemma(["audit"], ["--limit", "1000"]).text,
            try ada.get("/-/admin/audit").text, try wiki.stop().errors,
        ]
        for secret in secrets {
            let digits = secret.split(separator: "/").last.map(String.init) ?? secret
            for text in texts { #expect(!text.contains(digits), "\(digits)") }
        }
    }

    @Test func thePageIsForAdmins() throws {
        for visitor in [ben, Visitor(wiki)] { #expect(try visitor.get("/-/admin/audit").status != 200) }
        let page = try ada.get("/-/admin/audit")
        #expect(page["cache-control"] == "no-store")
        for words in ["made an account", "logged in", "ben", "stemma", "from 127.0.0.1"] {
            #expect(page.html.plain.contains(words), "\(words)")
        }
        let logins = try ada.get("/-/admin/audit?action=login&actor=ben").html
        let rows = logins.tags("li").filter { $0["class"] == "row" }
        #expect(rows.count == 1)
        #expect(try ada.get("/-/admin/audit?actor=nobody").html.plain.contains("Nothing of that kind happened."))
        for query in [
            "action=%3Cscript%3E", "actor=%00", "before=x", "before=99999999999999999999", "actor=\(String(repeating: "a", count: 2000))",
        ] {
            let answer = try ada.get("/-/admin/audit?\(query)")
            #expect(answer.status < 500 && InertPage.problems(answer).isEmpty, "\(query)")
        }
        for _ in 1...30 { _ = try ben.get("/-/admin/audit") }
        let denials = try entries("--action", "denied")
        #expect(!denials.isEmpty && denials.count < 13, "nobody fills the log with refusals")
    }

    @Test func hostileNamesInTheLog() throws {
        let text = "<b>\u{1B}[31m x"
        _ = try Visitor(wiki).login(text, "wrong")
        _ = try ben.get("/-/admin/people/%1B%5B31m%3Cscript%3E")
        let plain = try wiki.stemma(["audit"]).text
        #expect(!plain.contains("\u{1B}"))
        #expect(InertPage.problems(try ada.get("/-/admin/audit")).isEmpty)
    }

    @Test func addressesAreForgotten() throws {
        #expect(try entries().contains { $0["address"]?.text == "127.0.0.1" })
        try wiki.stop()
        try wiki.letDaysPass(6)
        try wiki.start()
        let isForgotten = try Patience.wait { try entries().allSatisfy { $0["address"] == .null } }
        #expect(isForgotten, "the rest of the lines stays")
        #expect(try entries().contains { $0["action"]?.text == "login" && $0["actor"]?.text == "ben" })
        #expect(try !wiki.git.run("log", "--format=%an%ae%cn%ce%B").text.contains("127.0.0.1"))
    }
}
