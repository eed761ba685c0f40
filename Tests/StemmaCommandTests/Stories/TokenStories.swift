import Testing

/// Access tokens: for the API and for git, as far as their scope goes, and never seen again.
@Suite("Access tokens")
struct TokenStories {
    private let wiki: RunningWiki
    private let ada: Visitor

    init() throws {
        wiki = try RunningWiki(
            files: ["Home.md": "Home\n", "Page.md": "Page\n"], settings: "reading: accounts\nediting: accounts\n")
        ada = try wiki.member("ada", "admin")
    }

    private func make(_ name: String, scope: String = "write", days: String = "90") throws -> String {
        let answer = try ada.fill(
            "/-/settings/tokens", to: "/-/settings/tokens", ["name": name, "scope": scope, "days": days, "current": RunningWiki.password])
        #expect(answer.status == 200, "\(answer.html.plain)")
        return try #require(answer.secrets.first)
    }

    @Test func madeShownUsedRevoked() throws {
        let token = try make("laptop")
        #expect(token.hasPrefix("stm_") && token.utf8.count == 47)
        let page = try ada.get("/-/settings/tokens")
        #expect(page.secrets.isEmpty && !page.text.contains(token), "it is shown this once")
        for words in ["laptop", "may read and edit", "never used", "ends on"] { #expect(page.html.plain.contains(words), "\(words)") }
        #expect(try ada.call("GET", "pages/Home", token: token).status == 200)
        let used = try ada.get("/-/settings/tokens").html.plain
        #expect(used.contains("last used") && !used.contains("never used"))
        #expect(try wiki.stemma(["token", "list"], ["ada"]).text.contains("laptop"))
        let json = try #require(JSONText(try wiki.stemma(["token", "list"], ["ada", "--json"]).output))
        #expect(json["tokens"]?.items.contains { $0["name"]?.text == "laptop" } == true && !"\(json)".contains("stm_"))
        let clone = try wiki.clone(as: "ada", token: token)

        let said = try ada.fills("/-/settings/tokens", to: "/-/settings/tokens/revoke")
        #expect(said.html.plain.contains("The token is revoked."))
        let refused = try ada.call("GET", "pages/Home", token: token)
        #expect(refused.status == 401 && refused["content-type"] == "application/problem+json")
        #expect(try clone.outcome("pull").code != 0)
        #expect(try ada.get("/-/settings/tokens").html.plain.contains("You have no tokens."))
        let log = try wiki.stop().errors
        #expect(!log.contains(token) && !log.contains(token.dropFirst(4)) && !log.contains("Authorization"))
        let kept = TemporaryFolder.bytes("\(wiki.folder)/community.sqlite") ?? []
        #expect(kept.firstRange(of: Array(token.utf8.dropFirst(4))) == nil, "nor is it kept")
    }

    @Test func scopes() throws {
        func statuses(_ token: String) throws -> [Int] {
            let stranger = Visitor(wiki)
            return [
                try stranger.call("GET", "pages/Home", token: token).status,
                try stranger.call("PUT", "pages/By-\(token.suffix(6))", token: token, #"{"markdown":"x"}"#).status,
                try stranger.get("/-/admin/people", ("Authorization", "Bearer \(token)")).status,
                try stranger.get("/-/settings", ("Authorization", "Bearer \(token)")).status,
            ]
        }
        let (read, write, admin) = (try make("a", scope: "read"), try make("b"), try make("c", scope: "admin"))
        #expect(try statuses(read) == [200, 403, 403, 403])
        #expect(try statuses(write) == [200, 201, 403, 403], "a write token is never an admin's")
        #expect(try statuses(admin) == [200, 201, 200, 403], "a person's own settings open to no token")

        for (name, token, words) in [("read", read, "This access token may only read."), ("write", write, ""), ("admin", admin, "")] {
            let clone = try wiki.clone(as: "ada", token: token, to: name)
            try clone.commit(["Pushed-\(name).md": "x\n"])
            let pushed = try clone.outcome("push", "origin", "main")
            #expect((pushed.code == 0) == words.isEmpty, "\(name): \(pushed.errors)")
            if !words.isEmpty { #expect(pushed.errors.contains(words), "\(pushed.errors)") }
        }
        let rules = try wiki.clone(as: "ada", token: write, to: "rules")
        try rules.commit([".stemma/access.yaml": "rules: []\n"])
        try wiki.expectRefused("Only admins change what lies in .stemma.") { try rules.outcome("push", "origin", "main") }
        try rules.run("remote", "set-url", "origin", wiki.cloneAddress("ada", token: admin))
        #expect(try rules.outcome("push", "origin", "main").code == 0)
    }

    @Test func asBearerForGit() throws {
        let token = try make("git")
        let header = "http.extraHeader=Authorization: Bearer \(token)"
        let made = try GitFolder.outcome(["-c", header, "clone", "--quiet", wiki.cloneAddress(), wiki.place.path("bearer")])
        #expect(made.code == 0, "\(made.errors)")
        let clone = GitFolder(path: wiki.place.path("bearer"), variables: GitFolder.author("Ada", "ada@example.org"))
        try clone.commit(["Bread.md": "Flour.\n"])
        #expect(try clone.outcome("-c", header, "push", "origin", "main").code == 0)
        // The name beside the password does not count: the token says whose it is.
        #expect(try GitFolder.outcome(["ls-remote", wiki.cloneAddress("whoever", token: token)]).code == 0)
    }

    @Test func theyEnd() throws {
        let (short, long) = (try make("short", days: "30"), try make("long", days: "365"))
        try wiki.letDaysPass(31)
        #expect(try ada.call("GET", "pages/Home", token: short).status == 401)
        #expect(try ada.call("GET", "pages/Home", token: long).status == 200)
        #expect(try GitFolder.outcome(["ls-remote", wiki.cloneAddress("ada", token: short)]).code != 0)
        try ada.logsIn("ada")
        let page = try ada.get("/-/settings/tokens").html.plain
        #expect(page.contains("ended on") && page.contains("over"))
        #expect(try wiki.stemma(["token", "list"], ["ada"]).text.contains("expired"))
        let soon = try #require(try wiki.stemma(["token", "create"], ["ada", "--scope", "read", "--expires", "2"]).lines.last)
        try wiki.letDaysPass(3)
        #expect(try ada.call("GET", "pages/Home", token: soon).status == 401)
    }

    @Test func whatIsNoToken() throws {
        let stranger = Visitor(wiki)
        for token in ["", "x", "stm_", "stm_\(String(repeating: "A", count: 43))", String(repeating: "a", count: 3000), "stm_%00"] {
            let answer = try stranger.call("GET", "pages/Home", token: token)
            #expect([400, 401].contains(answer.status), "\(token.prefix(10)): \(answer.status)")
        }
        let token = try make("program")
        for (address, fields) in [
            ("/-/settings/tokens", [("name", "more"), ("scope", "admin"), ("days", "30")]),
            ("/-/settings/password", [("password", "a new one, long")]),
            ("/-/settings/deletion", []),
        ] {
            let form = WebForm(action: address, [("csrf", try stranger.formToken())] + fields)
            #expect(try stranger.post(form, ("Authorization", "Bearer \(token)")).status == 403, "a token makes no token: \(address)")
        }
        for (name, scope, days) in [("", "write", "30"), ("x", "king", "30"), ("x", "write", "soon"), ("x", "write", "0")] {
            let refused = try ada.fill("/-/settings/tokens", to: "/-/settings/tokens", ["name": name, "scope": scope, "days": days])
            #expect((400..<500).contains(refused.status) && refused.secrets.isEmpty, "\(name) \(scope) \(days)")
        }
        let stolen = ["name": "x", "scope": "admin", "days": "30", "current": "not hers at all"]
        let refused = try ada.fill("/-/settings/tokens", to: "/-/settings/tokens", stolen)
        #expect(refused.status == 403 && refused.secrets.isEmpty, "a session alone makes no token that may do everything")
        let ben = try wiki.member("ben")
        let numbers = try ada.get("/-/settings/tokens").html.tags("input").filter { $0["name"] == "token" }.compactMap { $0["value"] }
        #expect(try ben.press("/-/settings/tokens/revoke", [("token", try #require(numbers.first))]).status == 404)
        #expect(try ada.call("GET", "pages/Home", token: token).status == 200, "nobody revokes another's")
        #expect(try ada.get("/Home?token=\(token)", ("Cookie", "")).status == 303, "no secret in an address opens anything")
    }
}
