import Testing

/// Where a wiki comes from: every kind of source that `init` and `serve` take, and what they refuse.
@Suite("Beginning a wiki")
struct BeginningStories {
    private let place: TemporaryFolder

    init() throws {
        place = try TemporaryFolder()
    }

    /// A repository with two pages and three commits.
    private func source(branch: String = "main") throws -> GitFolder {
        let folder = try GitFolder.new(place.path("source"), bare: false, branch: branch)
        try folder.commit(["Home.md": "# Welcome\n"], message: "First")
        try folder.commit(["Guides/Bread.md": "Flour and water.\n"], message: "Second")
        try folder.commit(["Guides/Bread.md": "Flour, water, salt.\n"], message: "Third")
        return folder
    }

    private func expectTheWholeHistory(from address: String) throws {
        let wiki = try RunningWiki(from: address, in: place)
        #expect(try wiki.git.subjects() == ["Third", "Second", "First"])
        let visitor = Visitor(wiki)
        #expect(try visitor.get("/").html.plain.contains("Welcome"))
        #expect(try visitor.get("/Guides/Bread").html.plain.contains("Flour, water, salt."))
        try visitor.saves("Guides/Bread", "Flour, water, salt, time.\n", summary: "Fourth")
        #expect(try wiki.git.subjects() == ["Fourth", "Third", "Second", "First"])
    }

    @Test func fromAWorkingFolder() throws {
        let source = try source()
        try expectTheWholeHistory(from: source.path)
        #expect(try source.subjects() == ["Third", "Second", "First"])
        #expect(try source.run("status", "--porcelain").output.isEmpty)
    }

    @Test func fromAnAddress() throws { try expectTheWholeHistory(from: "file://\(try source().path)") }

    @Test func fromABareRepository() throws {
        _ = try GitFolder.clone(try source().path, to: place.path("bare.git"), "--bare")
        try expectTheWholeHistory(from: place.path("bare.git"))
    }

    @Test func fromABundle() throws {
        try source().run("bundle", "create", place.path("wiki.bundle"), "--all")
        try expectTheWholeHistory(from: place.path("wiki.bundle"))
    }

    @Test func fromPacksAndPackedReferences() throws {
        let source = try source()
        try source.run("gc", "--quiet")
        try source.run("pack-refs", "--all")
        try expectTheWholeHistory(from: source.path)
    }

    @Test func fromAFolderOfMarkdown() throws {
        try place.write("notes/Home.md", "# My notes\n")
        try place.write("notes/Deep/Er/Page.md", "Deep.\n")
        try place.write("notes/picture.png", [0x89, 0x50, 0x4E, 0x47])
        let wiki = try RunningWiki(from: place.path("notes"), in: place)
        let visitor = Visitor(wiki)
        #expect(try visitor.get("/").html.plain.contains("My notes"))
        #expect(try visitor.get("/Deep/Er/Page").html.plain.contains("Deep."))
        #expect(try visitor.get("/picture.png")["content-type"] == "image/png")
        #expect(TemporaryFolder.names(place.path("notes")) == ["Deep", "Home.md", "picture.png"])
    }

    @Test func theBranchOfTheSourceStays() throws {
        let wiki = try RunningWiki(from: try source(branch: "trunk").path, in: place)
        #expect(try wiki.git.run("symbolic-ref", "HEAD").lines == ["refs/heads/trunk"])
        try Visitor(wiki).saves("New", "Here.\n")
        #expect(try wiki.git.subjects("trunk").count == 4)
    }

    @Test func anotherBranchIsChosen() throws {
        let source = try source()
        try source.run("checkout", "--quiet", "-b", "docs")
        try source.commit(["Docs.md": "Only on this branch.\n"], message: "Docs")
        try source.run("checkout", "--quiet", "main")
        let wiki = try RunningWiki(from: source.path, in: place, initial: ["--branch", "docs"])
        #expect(try Visitor(wiki).get("/Docs").html.plain.contains("Only on this branch."))
    }

    @Test func aSourceThatNamesNoBranchIsAsked() throws {
        let source = try source()
        try source.run("branch", "other")
        try source.run("branch", "-m", "main", "third")
        try source.run("symbolic-ref", "HEAD", "refs/heads/main")
        let refused = try StemmaProgram.run("init", place.path("wiki"), "--from", source.path)
        refused.expectRefusal(64, saying: "other", "third", "--branch")
        #expect(TemporaryFolder.names(place.path("wiki")) == nil)
        let unknown = try StemmaProgram.run("init", place.path("wiki"), "--from", source.path, "--branch", "nowhere")
        #expect(unknown.code != 0)
        #expect(TemporaryFolder.names(place.path("wiki")) == nil)
    }

    @Test(arguments: ["main", "master"])
    func theUsualBranchIsTakenWhereHeadNamesNone(branch: String) throws {
        let source = try source()
        try source.run("branch", "other")
        if branch == "master" { try source.run("branch", "-m", "main", "master") }
        try source.run("symbolic-ref", "HEAD", "refs/heads/gone")
        let wiki = try RunningWiki(from: source.path, in: place)
        #expect(try wiki.git.run("symbolic-ref", "HEAD").lines == ["refs/heads/\(branch)"])
        #expect(try Visitor(wiki).get("/Guides/Bread").html.plain.contains("Flour, water, salt."))
    }

    @Test(
        arguments: [
            ([:], "localhost"), (["STEMMA_SITE_URL": "https://wiki.example.org:8443/cooking"], "wiki.example.org"),
            (["STEMMA_SITE_URL": "https://wiki.example.org/", "STEMMA_IDENTITY_DOMAIN": "people.example.org"], "people.example.org"),
            (["STEMMA_SITE_URL": "http://[::1]:8080/"], "localhost"),
        ] as [([String: String], String)])
    func theDomainOfPeopleIsFixedFromTheBeginning(environment: [String: String], domain: String) throws {
        #expect(try StemmaProgram.run(["init", place.path("wiki")], environment: environment).code == 0)
        #expect(place.text("wiki/stemma.yaml").contains("\n  domain: \(domain)\n"))
        let wiki = try RunningWiki(in: place, environment: ["STEMMA_SITE_URL": "https://later.example.org/", "STEMMA_EDITING": "open"])
        let ada = Visitor(wiki)
        var form = try ada.editForm("Page")
        form.write("Words.\n", author: "Ada")
        #expect(try ada.post(form).status == 303)
        let addresses = try wiki.git.run("log", "--format=%ae %ce").lines.flatMap { $0.split(separator: " ") }
        #expect(addresses.count == 4 && addresses.allSatisfy { $0.hasSuffix("@users.noreply.\(domain)") }, "\(addresses)")
    }

    @Test func anEmptyRepositoryIsAFineBeginning() throws {
        _ = try GitFolder.new(place.path("empty.git"))
        let wiki = try RunningWiki(from: place.path("empty.git"), in: place)
        let visitor = Visitor(wiki)
        let home = try visitor.get("/")
        #expect(home.status < 500)
        for address in ["/-/recent", "/-/pages", "/-/search?q=x", "/-/feed/recent", "/-/new", "/-/edit/Home"] {
            #expect(try visitor.get(address).status == 200, "\(address)")
        }
        try visitor.saves("Home", "# The first page\n")
        #expect(try visitor.get("/").html.plain.contains("The first page"))
        #expect(try wiki.git.subjects().count == 1)
    }

    @Test func aShallowHistoryIsServedAndSaidToBe() throws {
        let source = try source()
        _ = try GitFolder.clone("file://\(source.path)", to: place.path("shallow"), "--depth", "1")
        let made = try StemmaProgram.run("init", place.path("wiki"), "--from", place.path("shallow"))
        #expect(made.code == 0)
        #expect(made.text.contains("shallow"))
        let wiki = try RunningWiki(in: place)
        let visitor = Visitor(wiki)
        #expect(try visitor.get("/Guides/Bread").status == 200)
        #expect(try visitor.get("/-/history/Guides/Bread").status == 200)
        try visitor.saves("Guides/Bread", "Changed.\n")
    }

    @Test func pagesUnderARoot() throws {
        let source = try source()
        try source.commit(["docs/Home.md": "# The documents\n", "docs/Use.md": "How to use.\n", "README.md": "# Code\n"], message: "Docs")
        let wiki = try RunningWiki(from: source.path, in: place, initial: ["--pages-root", "docs"])
        let visitor = Visitor(wiki)
        #expect(try visitor.get("/").html.plain.contains("The documents"))
        #expect(try visitor.get("/Use").status == 200)
        #expect(try visitor.get("/README").status == 404)
        #expect(try visitor.get("/docs/Use").status == 404)
        try visitor.saves("More", "More.\n")
        #expect(try wiki.git.files().contains("docs/More.md"))
    }

    @Test func addressesUnderWhichTheWikiStoodBeforeAreFound() throws {
        let pages = ["Bread", "Beer", "Soup"]
        let links = pages.map { "[x](https://old.example/cooking/wiki/\($0)) [y](/wiki/\($0)) [z](https://en.example/\($0)/more)\n" }
            .joined()
        try place.write("notes/Home.md", "# Home\n\n" + links)
        for page in pages { try place.write("notes/\(page).md", "Words.\n") }
        let made = try StemmaProgram.run("init", place.path("wiki"), "--from", place.path("notes"))
        #expect(made.code == 0 && made.text.contains("https://old.example/cooking/wiki/"), "\(made.text)\(made.errors)")
        #expect(!made.text.contains("en.example"))
        let html = try Visitor(try RunningWiki(in: place)).get("/").html
        // Sidebar and foot lead there, too.
        let article = try #require(html.tags("article").first)
        let end = try #require(html.bytes[article.range.upperBound...].firstRange(of: Array("</article".utf8)))
        let addresses = HTMLText(Array(html.bytes[article.range.upperBound..<end.lowerBound])).addresses
        for page in pages { #expect(addresses.filter { $0 == "/\(page)" }.count == 2, "\(page)") }
        #expect(addresses.contains("https://en.example/Soup/more"))
    }

    @Test func linksThatReadTextFirstAreCounted() throws {
        try place.write("notes/Home.md", "[[the bread|Bread]] and [[the beer|Beer]]\n")
        try place.write("notes/Bread.md", "Flour.\n")
        try place.write("notes/Beer.md", "Malt.\n")
        let made = try StemmaProgram.run("init", place.path("wiki"), "--from", place.path("notes"))
        #expect(made.text.contains("text-first"))
        let wiki = try RunningWiki(in: place)
        #expect(try Visitor(wiki).get("/").html.addresses.contains("/Beer"))
    }
}
