import Glibc
import Testing

/// Somebody publishes a wiki as plain files.
@Suite("The static site")
struct StaticSiteStories {
    private let place: TemporaryFolder
    private var wiki: String { place.path("wiki") }
    private var out: String { place.path("www/site") }

    init() throws { place = try TemporaryFolder() }

    private func make(_ files: [String: String]) throws -> GitFolder {
        let source = try GitFolder.new(place.path("source"), bare: false)
        try source.commit(files, message: "Write")
        let made = try StemmaProgram.run("init", wiki, "--from", source.path, "--name", "Kitchen")
        #expect(made.code == 0, "\(made.errors)")
        return source
    }

    /// Commits to the wiki with nothing but git.
    private func commit(_ files: [String: String], from source: GitFolder) throws {
        try source.commit(files)
        try GitFolder(path: "\(wiki)/wiki.git").run("fetch", "--quiet", source.path, "main:main")
    }

    private func export(_ options: String...) throws -> ChildProcess.Result {
        try StemmaProgram.run(["export", "site", wiki, out] + options)
    }

    private func text(_ file: String) -> String { String(decoding: TemporaryFolder.bytes("\(out)/\(file)") ?? [], as: UTF8.self) }

    /// Expects a refusal for the way in which the command is called.
    private func expectUsage(_ result: ChildProcess.Result, saying word: String, sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(result.code == 64 && result.errors.contains(word), "\(result.code): \(result.errors)", sourceLocation: sourceLocation)
    }

    // MARK: The command

    @Test func aSiteIsMadeAndBroughtUpToDate() throws {
        let source = try make(["Home.md": "# Home\n\n[[Bread]]\n", "Bread.md": "Flour.\n"])
        let made = try export()
        #expect(made.code == 0 && made.errors == "", "\(made.errors)")
        #expect(made.lines.count == 1 && made.text.hasPrefix("\(out): 2 pages, ") && made.text.contains(" files written"), "\(made.text)")
        #expect(text("Bread.html").contains("Flour."))
        let again = try export()
        #expect(again.code == 0 && again.text == "\(out) is up to date: 2 pages.\n")
        try commit(["Bread.md": "Flour and water.\n"], from: source)
        let followed = try export()
        #expect(followed.code == 0 && followed.text.contains(" files written"), "\(followed.text)")
        #expect(text("Bread.html").contains("Flour and water."))
        try source.run("rm", "--quiet", "Bread.md")
        try commit(["Salt.md": "Of the sea.\n"], from: source)
        let shorter = try export()
        #expect(shorter.code == 0 && shorter.text.contains(" removed, 1 link to nowhere"), "\(shorter.text)")
        #expect(shorter.errors == "Home: Bread (no such page)\n")
        #expect(access("\(out)/Bread.html", F_OK) != 0 && TemporaryFolder.names(place.path("www")) == [".site.stemma", "site"])
    }

    @Test func whatCannotBeIsSaid() throws {
        _ = try make(["Home.md": "# Home\n\n[[Nope]] [x](gone.png)\n"])
        try place.write("mine/notes.txt", "mine")
        try StemmaProgram.run("export", "site", wiki, place.path("mine")).expectRefusal(64, saying: "no export made", "nothing was changed")
        try StemmaProgram.run("export", "site", wiki, "\(wiki)/wiki.git").expectRefusal(64, saying: "belongs to the wiki")
        try StemmaProgram.run("export", "site", wiki, place.path("mine/notes.txt/x")).expectRefusal(74, saying: "notes.txt")
        try StemmaProgram.run("export", "site", place.path("nowhere"), out).expectRefusal(74, saying: "does not exist")
        try export("--theme", "nope").expectRefusal(74, saying: "nope")
        for option in ["--base-url", "--wiki-url"] { expectUsage(try export(option, "javascript:x"), saying: "http") }
        expectUsage(try export("--history", "some"), saying: "history")
        #expect(place.text("mine/notes.txt") == "mine" && access(out, F_OK) != 0, "what was refused leaves nothing")
        let strict = try export("--strict")
        #expect(strict.code == 1)
        let said = "Home: Nope (no such page)\nHome: gone.png (no such file)\nstemma: 2 links lead nowhere. The site is as it was.\n"
        #expect(strict.errors == said, "\(strict.errors)")
        #expect(access(out, F_OK) != 0)
        #expect(try export().code == 0)
        try StemmaProgram.run("export", "site", wiki, "\(out)/inner").expectRefusal(64, saying: "lies in the site", "nothing was changed")
        let other = place.path("other")
        #expect(try StemmaProgram.run("init", other).code == 0)
        try StemmaProgram.run("export", "site", other, out).expectRefusal(64, saying: "another wiki")
        #expect(text("index.html").contains("Kitchen"))
    }

    @Test func theProgressIsToldOffATerminal() throws {
        _ = try make(Dictionary(uniqueKeysWithValues: (1...150).map { ("Page-\($0).md", "Words of \($0).\n") }))
        let made = try export("--history", "none")
        #expect(made.code == 0)
        let lines = made.errors.split(separator: "\n")
        #expect((2...12).contains(lines.count) && lines.allSatisfy { $0.hasPrefix("Setting pages: ") }, "\(made.errors)")
        #expect(made.errors.unicodeScalars.allSatisfy { $0.value >= 32 || $0 == "\n" })
        #expect(made.lines.count == 1)
    }

    @Test func everybodyMayReadWhatIsPublished() throws {
        _ = try make(["Home.md": "x\n", "Guides/Bread.md": "y\n"])
        let program = try #require(StemmaProgram.path)
        let made = try ChildProcess("sh", ["-c", "umask 077; exec \"$@\"", "sh", program, "export", "site", wiki, out]).wait()
        #expect(made.code == 0, "\(made.errors)")
        for (name, mode) in [("", 0o755), ("/Guides", 0o755), ("/Guides/Bread.html", 0o644), ("/index.html", 0o644)] {
            var info = stat()
            try #require(lstat(out + name, &info) == 0)
            #expect(info.st_mode & 0o777 == mode_t(mode), "\(name)")
        }
    }

    @Test func aKilledRunLeavesAWholeSite() throws {
        func files(_ word: String) -> [String: String] {
            Dictionary(uniqueKeysWithValues: (1...150).map { ("Page-\($0).md", "\(word) word.\n") })
        }
        let source = try make(files("Old"))
        #expect(try export().code == 0)
        try commit(files("New"), from: source)
        for step in ["Setting pages: 1", "Setting pages: "] {
            let run = try StemmaProgram.start(["export", "site", wiki, out])
            _ = run.errors(containing: step)
            run.signal(SIGKILL)
            _ = try run.wait()
            let words = Set((1...150).map { text("Page-\($0).html").contains("Old word.") })
            #expect(words.count == 1, "all pages are of one time")
        }
        #expect(try export().code == 0)
        #expect((1...150).allSatisfy { text("Page-\($0).html").contains("New word.") })
        #expect(try export().text.contains("up to date"))
    }

    @Test func aWatchedSiteFollowsGit() throws {
        let source = try make(["Home.md": "# Home\n", "Bread.md": "Flour.\n"])
        let watch = try StemmaProgram.start(["export", "site", wiki, out, "--watch"])
        #expect(try watch.wait(for: "Following the wiki").contains("2 pages"))
        for text in ["Flour and water.", "Flour, water and salt."] {
            try commit(["Bread.md": "\(text)\n"], from: source)
            #expect(Patience.wait { self.text("Bread.html").contains(text) }, "\(watch.said(containing: ""))")
        }
        _ = try watch.wait(for: "files written, ")
        watch.signal(SIGTERM)
        let ended = try watch.wait()
        #expect(ended.code == 0 && ended.errors == "", "\(ended.errors)")
    }

    @Test func aWatchedSiteTellsWhatBreaks() throws {
        let source = try make(["Home.md": "# Home\n\n[[Old]]\n"])
        let watch = try StemmaProgram.start(["export", "site", wiki, out, "--watch", "--history", "none"])
        _ = try watch.wait(for: "Following the wiki")
        try commit(["Bread.md": "[[Nobody]]\n"], from: source)
        #expect(Patience.wait { self.text("Bread.html").contains("Nobody") })
        try commit(["Salt.md": "[x](gone.png)\n"], from: source)
        #expect(Patience.wait { self.text("Salt.html").contains("gone.png") })
        watch.signal(SIGTERM)
        let ended = try watch.wait()
        let told = ended.errors.split(separator: "\n")
        #expect(told == ["Home: Old (no such page)", "Bread: Nobody (no such page)", "Salt: gone.png (no such file)"])
    }

    @Test func aStrictWatchSaysWhyInWords() throws {
        let source = try make(["Home.md": "# Home\n"])
        let watch = try StemmaProgram.start(["export", "site", wiki, out, "--watch", "--strict", "--history", "none"])
        _ = try watch.wait(for: "Following the wiki")
        try commit(["Bread.md": "[[Nobody]]\n"], from: source)
        try commit(["Home.md": "# Home\n\n[[Nobody]] again\n"], from: source)
        try commit(["Nobody.md": "Somebody.\n"], from: source)
        #expect(Patience.wait { self.text("Nobody.html").contains("Somebody.") })
        watch.signal(SIGTERM)
        let ended = try watch.wait()
        #expect(!ended.errors.contains("StaticExport") && !ended.errors.contains("brokenLinks"), "\(ended.errors)")
        let lines = ended.errors.split(separator: "\n")
        let isPlain = lines.allSatisfy { $0.hasSuffix(": Nobody (no such page)") || $0.hasSuffix("nowhere. The site is as it was.") }
        #expect(isPlain, "\(ended.errors)")
    }

    // MARK: While it is served

    private static let settings = "editing: accounts\nexport:\n  folder: public\n  history: recent\n"

    @Test func aServedWikisSiteFollowsEdits() throws {
        let wiki = try RunningWiki(files: ["Home.md": "# Home\n", "Bread.md": "Flour.\n"], settings: Self.settings)
        func page(_ file: String) -> String { wiki.place.text("wiki/public/\(file)") }
        #expect(Patience.wait { page("Bread.html").contains("Flour.") }, "\(wiki.log())")
        let ben = try wiki.member("ben")
        try ben.saves("Bread", "Flour and water.\n")
        #expect(Patience.wait { page("Bread.html").contains("Flour and water.") })
        try ben.saves("Bread", "---\ndraft: true\n---\nNot yet.\n")
        #expect(Patience.wait { page("Bread.html") == "" && !page("index.html").isEmpty }, "a draft goes")
        #expect(!page("-/search/index.js").isEmpty && !page("llms.txt").contains("Bread"))
    }

    @Test func anAdminExportsTheSiteNow() throws {
        let wiki = try RunningWiki(files: ["Home.md": "# Home\n", "Bread.md": "[[Nope]]\n"], settings: Self.settings)
        let ada = try wiki.member("ada", "admin")
        var shown = try ada.get("/-/admin/export")
        #expect(
            try Patience.wait {
                shown = try ada.get("/-/admin/export"); return shown.html.plain.contains("Export the site now")
            })
        #expect(shown.status == 200 && shown.html.plain.contains("public"))
        let sent = try ada.fill("/-/admin/export", to: "/-/admin/export")
        #expect(sent.status == 303 && sent.location.hasSuffix("/-/admin/export"))
        #expect(
            try Patience.wait {
                shown = try ada.get("/-/admin/export")
                return shown.html.plain.contains("commit ") && shown.html.plain.contains("Export the site now")
            }, "\(shown.html.plain)")
        #expect(shown.html.plain.contains("Nope"), "what leads nowhere is listed")
        #expect(try ada.get("/-/admin/audit").html.plain.contains("exported the site"))
        #expect(try wiki.member("ben").get("/-/admin/export").status == 403)
        let stranger = try Visitor(wiki).get("/-/admin/export")
        #expect(stranger.status != 200 && !stranger.html.plain.contains("public"), "\(stranger.status)")
    }

    @Test func aBookIsDownloadedInABrowser() throws {
        let wiki = try RunningWiki(files: [
            "Home.md": "# Home\n", "Book.md": "---\nbook: true\n---\n# Baking\n\n- [[Bread]]\n", "Bread.md": "# Bread\n\nFlour.\n",
        ])
        let visitor = Visitor(wiki)
        let offered = try visitor.get("/Book").html.tags("a").contains { $0["href"]?.hasPrefix("/-/book/Book") == true }
        #expect(offered, "the page offers its book")
        #expect(try visitor.get("/-/book/Home").status == 404, "no other page is one")
        let sent = try visitor.fill("/-/book/Book", to: "/-/book/Book", ["format": "epub"])
        #expect(sent.status == 303, "\(sent.html.plain)")
        var link: String?
        let isMade = try Patience.wait {
            let shown = try visitor.get(sent.location)
            link = shown.html.tags("a").compactMap { $0["href"] }.first { $0.contains("file=") }
            return link != nil
        }
        #expect(isMade)
        let file = try visitor.get(try #require(link))
        #expect(file.status == 200 && file.body.starts(with: [0x50, 0x4B, 3, 4]))
        #expect(file["content-type"] == "application/epub+zip" && file["content-disposition"]?.contains("Book.epub") == true)
        #expect(try visitor.get("/-/book/Book?file=nothing").status == 404)
    }
}
