import Testing

/// `reading: accounts`: whoever has none learns nothing of the wiki, by no door and by no trick.
@Suite("A wiki for its members")
struct PrivateWikiStories {
    /// Stands in every text and name that a stranger must not see.
    private static let secret = "Rosebud"

    private let wiki: RunningWiki
    private let member: Visitor
    private let doors: [String]

    init() throws {
        let word = Self.secret
        var history = HandmadeHistory()
        history.commit(
            [
                ("Home.md", .text("# \(word) home\n\n[[\(word)-Page]]\n")), ("\(word)-Page.md", .text("The \(word) is a sled.\n")),
                ("_Sidebar.md", .text("\(word) sidebar\n")), ("_Footer.md", .text("\(word) footer\n")),
                ("files/\(word).txt", .text("\(word) file\n")), ("Old.md", .text("\(word) old\n")),
            ], message: "Begin \(word)", author: "\(word) <a@b.c>")
        history.commit([("Old.md", .delete)], message: "Delete \(word)", author: "\(word) <a@b.c>")
        wiki = try RunningWiki(history, settings: "reading: accounts\nediting: accounts\nsite:\n  description: About sleds\n")
        member = try wiki.member("ada", "reader")
        let id = try wiki.git.id()
        doors =
            [
                "/", "/\(word)-Page", "/\(word)-Page?raw", "/\(word)-Page.md", "/\(word)-Page?rev=\(id)", "/Old", "/files",
                "/files/\(word).txt",
            ]
            + [
                "history/\(word)-Page", "diff/\(word)-Page?to=\(id)", "commit/\(id)", "recent", "search?q=sled",
                "search/titles?q=\(word.prefix(3))",
                "pages", "pages/files", "feed/recent", "feed/history/\(word)-Page", "help/", "edit/\(word)-Page", "new",
                "delete/\(word)-Page", "revert/\(id)", "restore/Old?rev=\(id)", "attach/", "people", "nothing",
            ].map { "/-/\($0)" }
            + [
                "pages", "pages/\(word)-Page", "history/\(word)-Page", "diff/\(word)-Page?to=\(id)", "recent", "search?q=sled",
                "openapi.json",
                "nothing",
            ].map { "/-/api/v1/\($0)" }
            + ["/wiki.git/info/refs?service=git-upload-pack", "/wiki.git/info/refs?service=git-receive-pack"]
    }

    /// Expects that an answer tells a stranger nothing.
    private func expectNothing(_ answer: Answer, _ address: String, sourceLocation: SourceLocation = #_sourceLocation) {
        let comment = Comment(rawValue: "\(address): \(answer.status)")
        #expect([303, 401, 404].contains(answer.status), comment, sourceLocation: sourceLocation)
        if answer.status == 303 { #expect(answer.location.hasPrefix("/-/login"), comment, sourceLocation: sourceLocation) }
        // Where somebody goes on to after the login, they have said themselves.
        let told = answer.text + answer.fields.filter { $0.name != "location" }.map(\.value).joined()
        #expect(!told.contains(Self.secret) && !told.contains("sleds"), comment, sourceLocation: sourceLocation)
        #expect(answer["etag"] == nil && answer["last-modified"] == nil, comment, sourceLocation: sourceLocation)
    }

    @Test func strangersSeeNothing() throws {
        var seen = 0
        for round in 1...2 {
            for address in doors {
                let shown = try member.get(address)
                if shown.text.contains(Self.secret) { seen += 1 }
                var fields = [("Accept-Encoding", "gzip"), ("Range", "bytes=0-99")]
                if let tag = shown["etag"] { fields.append(("If-None-Match", tag)) }
                let stranger = Visitor(wiki)
                expectNothing(try stranger.get(address), address)
                if round == 1 { continue }
                for field in fields { expectNothing(try stranger.get(address, field), "\(address) \(field)") }
                expectNothing(try stranger.head(address), "HEAD \(address)")
                for cookie in ["stemma-session=x", "stemma-session=\(String(repeating: "A", count: 43))", "stemma-author=ada"] {
                    expectNothing(try stranger.get(address, ("Cookie", cookie)), "\(address) \(cookie)")
                }
            }
        }
        #expect(seen > 2 * 15, "members see it at \(seen / 2) of \(doors.count)")
    }

    @Test func whatIsThereIsAnsweredLikeWhatIsNot() throws {
        for (there, missing) in [
            ("/\(Self.secret)-Page", "/Rosewood-Page"), ("/files/\(Self.secret).txt", "/files/Rosewood.txt"),
            ("/-/history/\(Self.secret)-Page", "/-/history/Rosewood-Page"),
            ("/-/api/v1/pages/\(Self.secret)-Page", "/-/api/v1/pages/Rosewood-Page"),
            ("/\(Self.secret)-Page?raw", "/Rosewood-Page?raw"),
        ] {
            let (one, other) = (try Visitor(wiki).get(there), try Visitor(wiki).get(missing))
            #expect(one.status == other.status && one.fields.map(\.name) == other.fields.map(\.name), "\(there)")
            #expect(one.text.replacing(Self.secret, with: "Rosewood") == other.text, "\(there)")
        }
    }

    @Test func changesAreRefusedWithoutAWord() throws {
        let eve = Visitor(wiki)
        let before = try wiki.git.id()
        let token = try eve.formToken()
        for address in [
            "/-/edit/\(Self.secret)-Page", "/-/preview/\(Self.secret)-Page", "/-/delete/\(Self.secret)-Page", "/-/revert/\(before)",
            "/-/restore/Old?rev=\(before)", "/-/new",
        ] {
            let answer = try eve.post(
                WebForm(action: address, [("csrf", token), ("markdown", "mine"), ("base", before), ("path", "Mine")]))
            #expect(answer.status == 403, "\(address)")
            // The form gives back what was sent, and so the name that is in the address.
            #expect(!answer.text.contains("sled") && !answer.text.contains("sidebar"), "\(address)")
        }
        for (method, address) in [("PUT", "pages/\(Self.secret)-Page"), ("DELETE", "pages/\(Self.secret)-Page"), ("POST", "render")] {
            #expect(try eve.call(method, address, token: nil, #"{"markdown":"x"}"#).status == 401, "\(method)")
        }
        #expect(try wiki.git.id() == before)
        for (method, address) in [("DELETE", "/\(Self.secret)-Page"), ("GET", "/%zz"), ("PATCH", "/-/recent"), ("GET", "/-/api/v2/pages")] {
            let answer = try eve.send(method, address)
            #expect(
                !answer.text.contains("sled") && !answer.text.contains("sidebar") && !answer.text.contains("/-/recent"),
                "\(method) \(address)")
        }
    }

    @Test func theWayInAndWhatHoldsNothing() throws {
        let eve = Visitor(wiki)
        for address in ["/-/login", "/-/forgotten", "/-/register", "/-/health", "/robots.txt", "/-/assets/stemma.css"] {
            let answer = try eve.get(address)
            #expect(answer.status == 200, "\(address)")
            #expect(!answer.text.contains(Self.secret) && !answer.text.contains("/-/pages"), "\(address)")
        }
        let page = try eve.get("/-/login?next=/\(Self.secret)-Page")
        #expect(try WebForm(page)["next"] == "/\(Self.secret)-Page")
        #expect(!page.text.contains("sled") && !page.text.contains("sidebar"))
        try eve.logsIn("ada")
        let read = try eve.get("/\(Self.secret)-Page")
        #expect(read.html.plain.contains("is a sled") && read["cache-control"]?.contains("private") == true)
        #expect(try eve.get("/-/edit/\(Self.secret)-Page").status == 403, "a reader reads")
    }

    @Test func clonesAreForMembers() throws {
        let place = wiki.place
        func clone(_ address: String, _ name: String) throws -> ChildProcess.Result {
            try GitFolder.outcome(["clone", "--quiet", address, place.path(name)])
        }
        #expect(try clone(wiki.cloneAddress(), "a").code != 0)
        let wrong = try clone(wiki.cloneAddress("ada", token: "stm_\(String(repeating: "A", count: 43))"), "b")
        #expect(wrong.code != 0 && wrong.errors.contains("Please give an access token as the password."))
        #expect(try clone(wiki.cloneAddress("ada", token: "several%20quiet%20words"), "c").code != 0, "a password is no token")
        let token = try wiki.token("ada", "read")
        #expect(try clone(wiki.cloneAddress("ada", token: token), "d").code == 0)
        #expect(try GitFolder(path: place.path("d")).text("\(Self.secret)-Page.md").contains("sled"))
        for path in ["HEAD", "config", "objects/info/packs", "packed-refs", "info/refs", "refs/heads/main", "../community.sqlite", ""] {
            let answer = try Visitor(wiki).get("/wiki.git/\(path)")
            #expect([303, 400, 401, 403, 404].contains(answer.status), "\(path): \(answer.status)")
            #expect(!answer.text.contains("refs/heads"), "\(path)")
        }
        let wanted = Array("0014command=ls-refs\n0000".utf8)
        let kind = ("Content-Type", "application/x-git-upload-pack-request")
        let asked = try Visitor(wiki).send("POST", "/wiki.git/git-upload-pack", [kind, ("Git-Protocol", "version=2")], wanted)
        #expect(asked.status == 401)
    }
}
