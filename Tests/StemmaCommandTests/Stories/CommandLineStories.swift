import Glibc
import Testing

/// The commands that look at a wiki without serving it.
@Suite("The command line")
struct CommandLineStories {
    private let place: TemporaryFolder
    private var wiki: String { place.path("wiki") }

    init() throws {
        place = try TemporaryFolder()
    }

    /// A wiki with a few revisions.
    private func make(_ files: [String: String] = [:]) throws {
        let source = try GitFolder.new(place.path("source"), bare: false)
        try source.commit(["Home.md": "# Welcome\n\n[Bread](Guides/Bread.md)\n"], message: "First")
        try source.commit(["Guides/Bread.md": "Flour and water.\n"].merging(files) { $1 }, message: "Second")
        try source.commit(["Guides/Bread.md": "Flour, water and salt.\n"], message: "Third\n\nWith a long explanation.")
        let made = try StemmaProgram.run("init", wiki, "--from", source.path)
        #expect(made.code == 0, "\(made.errors)")
    }

    @Test func historyOfAPage() throws {
        try make()
        let plain = try StemmaProgram.run("history", wiki, "Guides/Bread")
        #expect(plain.code == 0)
        #expect(plain.lines.count >= 2 && plain.text.contains("Third") && plain.text.contains("Second") && plain.text.contains("Ada"))
        #expect(!plain.text.contains("ada@example.org"))
        let json = try #require(JSONText(try StemmaProgram.run("history", wiki, "Guides/Bread", "--json").output))
        #expect(json["revisions"]?.items.compactMap { $0["summary"]?.text } == ["Third", "Second"])
        #expect(try StemmaProgram.run("history", wiki, "guides/bread").code == 0, "lookup forgives")
        let one = try StemmaProgram.run("history", wiki, "Guides/Bread", "--limit", "1")
        #expect(one.code == 0 && one.lines.count == 1 && one.text.contains("Third") && one.errors.contains("older"), "\(one.errors)")
        #expect(try StemmaProgram.run("history", wiki, "Guides/Bread", "--limit", "2").errors.isEmpty, "these are all")
        #expect(try StemmaProgram.run("history", wiki, "Guides/Bread", "--limit", "0").code == 64)
        try StemmaProgram.run("history", wiki, "Nobody").expectRefusal(1, saying: "Nobody")
    }

    @Test func diffOfAPage() throws {
        try make()
        let plain = try StemmaProgram.run("diff", wiki, "Guides/Bread")
        #expect(plain.code == 0)
        #expect(plain.text.contains("@ 1, line ") && plain.text.contains("Flour"))
        #expect(plain.text.contains(/\{\+[^}]*salt[^}]*\+\}/) && !plain.text.contains("\u{1B}"))
        let git = GitFolder(path: "\(wiki)/wiki.git")
        let (old, new) = (String(try git.id("HEAD~1").prefix(7)), String(try git.id().prefix(7)))
        #expect(plain.lines[0].hasPrefix("--- Guides/Bread.md  \(old)") && plain.lines[1].hasPrefix("+++ Guides/Bread.md  \(new)"))
        let first = try StemmaProgram.run("diff", wiki, "Guides/Bread", "--to", old)
        #expect(first.lines[0] == "--- nothing" && first.lines[1].contains(old), "\(first.text)")
        #expect(try StemmaProgram.run("diff", wiki, "Guides/Bread", "--from", new, "--to", new).text.contains("(no difference)"))
        let json = try #require(JSONText(try StemmaProgram.run("diff", wiki, "Guides/Bread", "--json").output))
        #expect(json["changes"]?.items.contains { $0["kind"]?.text == "changed" } == true)
        #expect(
            JSONText(try StemmaProgram.run("diff", wiki, "Guides/Bread", "--ignore-space", "--json").output)?["ignores_space"]
                == .bool(true))
        try StemmaProgram.run("diff", wiki, "Guides/Bread", "--from", "--output=x").expectUsage()
        try StemmaProgram.run("diff", wiki, "Guides/Bread", "--from", "zzzzzzz").expectRefusal(1, saying: "zzzzzzz", "stemma history")
        #expect(try StemmaProgram.run("diff", wiki, "Nobody").code == 1)
    }

    @Test func textsKeepTheirLetters() throws {
        try make(["Odd.md": "One 👩\u{200D}🚀 \u{202E}word.\r\n\tcode\r\n"])
        let diff = try StemmaProgram.run("diff", wiki, "Odd").text
        #expect(diff.contains("👩\u{200D}🚀 \u{FFFD}word.") && diff.utf8.contains(9) && !diff.utf8.contains(13), "\(diff)")
        let authors = try StemmaProgram.run("authors", wiki, "Odd", "--text")
        #expect(authors.lines.first?.hasSuffix("by 1 person") == true, "\(authors.text)")
        #expect(authors.text.contains("1 │ One 👩\u{200D}🚀 \u{FFFD}word.\n") && authors.text.contains("1 │ \tcode\n"), "\(authors.text)")
    }

    @Test func anOutputThatDoesNotArriveIsAFailure() throws {
        try make()
        let program = try #require(StemmaProgram.path)
        for command in ["history '\(wiki)' Home", "check '\(wiki)'", "maintain '\(wiki)'"] {
            let full = try ChildProcess("sh", ["-c", "exec '\(program)' \(command) > /dev/full"]).wait()
            #expect(full.code == 74 && full.errors.contains("No space left"), "\(command): \(full.code) \(full.errors)")
            let left = try ChildProcess("sh", ["-c", "exec '\(program)' \(command) | true"]).wait()
            #expect(left.errors.isEmpty, "\(command): \(left.errors)")
        }
    }

    @Test func whatIsWrongIsToldAsWhatItIs() throws {
        try make(["Twin Page.md": "1\n", "twin-page.md": "2\n"])
        for command in ["history", "diff"] {
            try StemmaProgram.run(command, wiki, "Twin_Page").expectRefusal(1, saying: "Twin Page", "twin-page")
            try StemmaProgram.run(command, wiki, "Evil\u{1B}[31m").expectRefusal(1, saying: "no page Evil\u{FFFD}")
            try StemmaProgram.run(command, place.path("nowhere"), "Home").expectRefusal(74, saying: "nowhere")
        }
        // A text that git lost is no missing page.
        let git = GitFolder(path: "\(wiki)/wiki.git")
        let id = try git.id("HEAD:Home.md")
        try git.run("unpack-objects", "-q", input: try packBytes(of: git))
        _ = try ChildProcess("rm", ["-f", "\(wiki)/wiki.git/objects/\(id.prefix(2))/\(id.dropFirst(2))"]).wait()
        for command in ["history", "diff"] { try StemmaProgram.run(command, wiki, "Home").expectRefusal(74, saying: "git") }
    }

    @Test func renderingAText() throws {
        let html = try StemmaProgram.run(["render"], input: "# Hi\n\n**bold** <script>x</script>\n")
        #expect(html.code == 0)
        #expect(html.text.contains("<strong>bold</strong>") && !html.text.contains("<script"))
        try place.write("page.md", "From a file\n")
        #expect(try StemmaProgram.run("render", place.path("page.md")).text.contains("From a file"))
        let json = try #require(JSONText(try StemmaProgram.run(["render", "--json"], input: "# Title\n\n## Hi\n").output))
        #expect(json["headings"]?[0]?["text"]?.text == "Hi")
        try StemmaProgram.run("render", place.path("missing.md")).expectRefusal(74, saying: "missing.md")
        try StemmaProgram.run(["render"], input: String(repeating: ">", count: 20_000)).expectRefusal(1, saying: "Standard input", "nested")
        let hostile = try StemmaProgram.run(
            ["render"], input: String(repeating: ">", count: 20_000) + String(repeating: "a*", count: 20_000))
        #expect(hostile.code == 0 || hostile.code == 1)
    }

    @Test func checkingAWiki() throws {
        try make(["Lost.md": "[nothing](Nowhere.md)\n"])
        let fine = try StemmaProgram.run("check", wiki)
        #expect(fine.code == 0, "\(fine.text)")
        #expect(fine.text.contains("Lost") && fine.text.contains("Nowhere"))
        #expect(try StemmaProgram.run("check", wiki, "--strict").code == 1)
        #expect(try !StemmaProgram.run("check", wiki, "--quiet").text.contains("Nowhere"))
        let json = try #require(JSONText(try StemmaProgram.run("check", wiki, "--json").output))
        #expect(json["findings"]?[0]?["path"]?.text == "Lost" && json["findings"]?[0]?["detail"]?.text?.contains("Nowhere") == true)
        #expect(json["wrong"]?.number == 0 && json["to_look_at"]?.number == 1)
        let strict = try StemmaProgram.run("check", wiki, "--json", "--strict")
        #expect(strict.code == 1 && JSONText(strict.output)?["findings"]?[0]?["is_wrong"] == .bool(true))
    }

    @Test func checkingFindsWhatIsWrong() throws {
        try make([
            "Broken.md": "---\ntitle: [\n---\nText.\n", "Away.md": "---\nredirect: Nowhere\n---\n",
            "Evil\u{1B}[31m.md": "[x](y\u{1B}[31m)\n",
        ])
        let wrong = try StemmaProgram.run("check", wiki)
        #expect(wrong.code == 1)
        #expect(wrong.text.contains("broken front matter: Broken (no YAML, near line 3)") && wrong.text.contains("Away"), "\(wrong.text)")
        #expect(!wrong.text.contains("\u{1B}"), "names can't steer the terminal")
    }

    @Test func checkingFindsADamagedObject() throws {
        try make()
        let id = try GitFolder(path: "\(wiki)/wiki.git").id("HEAD:Home.md")
        let git = GitFolder(path: "\(wiki)/wiki.git")
        try git.run("unpack-objects", "-q", input: try packBytes(of: git))
        let object = "wiki/wiki.git/objects/\(id.prefix(2))/\(id.dropFirst(2))"
        if place.read(object) != nil {
            _ = try ChildProcess("chmod", ["u+w", place.path(object)]).wait()
            try place.write(object, "garbage")
            #expect(try StemmaProgram.run("check", wiki).code == 1)
        }
    }

    @Test func checkingARepositoryThatCannotBeRead() throws {
        for damage in ["HEAD", "commit", "tree"] {
            _ = try ChildProcess("rm", ["-rf", wiki, place.path("source")]).wait()
            try make()
            let git = GitFolder(path: "\(wiki)/wiki.git")
            try git.run("unpack-objects", "-q", input: try packBytes(of: git))
            if damage == "HEAD" {
                try place.write("wiki/wiki.git/HEAD", "garbage\n")
            } else {
                let id = try git.id(damage == "commit" ? "HEAD" : "HEAD^{tree}")
                _ = try ChildProcess("rm", ["-f", "\(wiki)/wiki.git/objects/\(id.prefix(2))/\(id.dropFirst(2))"]).wait()
            }
            for name in ["index.sqlite", "index.sqlite-wal", "index.sqlite-shm"] { unlink(place.path("wiki/\(name)")) }
            let found = try StemmaProgram.run("check", wiki)
            #expect(found.code == 1, "\(damage): \(found.text)\(found.errors)")
            #expect(found.text.contains("damaged repository") && found.text.contains("1 wrong"), "\(damage): \(found.text)")
        }
        try place.write("wiki/stemma.yaml", "nonsense: 1\n")
        #expect(try StemmaProgram.run("check", wiki).code == 64, "the command itself was not understood")
    }

    /// The pack of a clone, taken away so that its objects can be unpacked.
    private func packBytes(of git: GitFolder) throws -> [UInt8] {
        let folder = "\(git.path)/objects/pack"
        guard let pack = TemporaryFolder.names(folder)?.first(where: { $0.hasSuffix(".pack") }) else { return [] }
        let bytes = TemporaryFolder.bytes("\(folder)/\(pack)") ?? []
        _ = try ChildProcess("rm", ["-rf", folder]).wait()
        return bytes
    }

    @Test func rebuildingEqualsWhatGrew() throws {
        try make()
        let served = try RunningWiki(in: place)
        let ada = Visitor(served)
        try ada.saves("Guides/Bread", "Flour, water, salt and time.\n")
        try ada.saves("New", "[[Guides/Bread]]\n")
        _ = try ada.follow(try ada.confirm("/-/delete/Home"))
        let views = [
            "/Guides/Bread", "/New", "/-/history/Guides/Bread", "/-/recent", "/-/pages", "/-/search?q=flour", "/-/api/v1/pages",
            "/-/feed/recent",
        ]
        // The address to clone from names the port, which is another one after each start.
        func shown(_ view: String) throws -> String { try ada.get(view).text.replacing(":\(served.port)/", with: ":0/") }
        try served.followsAuthors()
        let before = try views.map(shown)
        try served.stop()
        let rebuilt = try StemmaProgram.run("rebuild", wiki)
        #expect(rebuilt.code == 0)
        #expect(rebuilt.text.contains("2 pages") && rebuilt.text.contains("6 commits"), "\(rebuilt.text)")
        try served.start()
        ada.host = "localhost:\(served.port)"
        try served.followsAuthors()
        for (view, text) in zip(views, before) { #expect(try shown(view) == text, "\(view)") }
    }

    @Test func aLostOrDamagedIndexIsMadeAnew() throws {
        try make()
        for damage in ["", "not a database", String(repeating: "\u{0}", count: 5000)] {
            for name in ["index.sqlite-wal", "index.sqlite-shm"] { unlink(place.path("wiki/\(name)")) }
            try place.write("wiki/index.sqlite", damage)
            let wiki = try RunningWiki(in: place)
            #expect(try Visitor(wiki).get("/Guides/Bread").html.plain.contains("Flour, water and salt."))
            #expect(try wiki.stop().code == 0)
        }
    }
}

extension ChildProcess.Result {
    /// Expects that the call was taken for a wrong one.
    func expectUsage(sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(code == 64 || code == 1, "\(errors)", sourceLocation: sourceLocation)
    }
}
