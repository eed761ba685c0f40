import Testing

/// What stands at which address.
@Suite("Addresses")
struct AddressStories {
    private static let files = [
        "Home.md": "# Welcome\n", "Guides/README.md": "# The guides\n\n[Bread](Bread.md)\n",
        "Guides/Bread.md": "---\ntitle: Good bread\n---\nFlour.\n",
        "Tools/Oven.md": "Hot.\n", "Tools/oven.png": "picture", "Both.md": "The page beside.\n", "Both/Home.md": "The page inside.\n",
        "Foo.md": "Foo.\n", "Bar.md.md": "A page named Bar.md.\n", "Bar.md": "Bar.\n", "Two Words.md": "Spaced.\n", "Words/x.md": "x\n",
        "Old.md": "---\nredirect: Foo\n---\n", "Self.md": "---\nredirect: Self\n---\nI am here.\n", "Empty.md": "",
        "_Sidebar.md": "[Foo](Foo)\n",
        ".hidden/x.md": "x\n", "_private/x.md": "x\n", "data.txt": "data\n",
    ]

    private func serve() throws -> Visitor { Visitor(try RunningWiki(files: Self.files)) }

    @Test func pagesAndFolders() throws {
        let ada = try serve()
        #expect(try ada.get("/").html.plain.contains("Welcome"))
        #expect(try ada.get("/Guides").html.plain.contains("The guides"))
        #expect(try ada.get("/Guides").html.addresses.contains("/Guides/Bread"))
        #expect(try ada.get("/Guides/Bread").html.tags("h1").count == 1)
        #expect(try ada.get("/Tools").html.addresses.contains("/Tools/Oven"))
        #expect(try ada.get("/Tools").html.addresses.contains("/Tools/oven.png"))
        #expect(try ada.get("/Both").html.plain.contains("The page beside."))
        #expect(try ada.get("/Both/Home").html.plain.contains("The page inside."))
        #expect(try ada.get("/Empty").html.plain.contains("This page is empty."))
    }

    @Test func linksOnTheFolderPageLeadFromInsideTheFolder() throws {
        let links = "[a](./Bread) [b](Beer) [c](./Top) [d](Top) [e](../Top) ![f](./pic.png)\n"
        let ada = Visitor(
            try RunningWiki(files: [
                "Home.md": "# Home\n", "Guides.md": links, "Guides/Bread.md": "x\n", "Guides/Beer.md": "x\n", "Top.md": "x\n",
                "Beer.md": "x\n", "Guides/pic.png": "p", "Kitchen/README.md": links, "Kitchen/Bread.md": "x\n",
            ]))
        func linked(_ answer: Answer) -> [String] {
            answer.html.tags("a").filter { ["a", "b", "c", "d", "e"].contains(answer.html.text(of: $0)) }.compactMap { $0["href"] }
        }
        let fromInside = ["/Guides/Bread", "/Guides/Beer", "/Guides/Top", "/Top", "/Top"]
        #expect(try linked(ada.get("/Guides")) == fromInside)
        #expect(try ada.get("/Guides").html.tags("img").first?["src"] == "/Guides/pic.png")
        #expect(try linked(ada.get("/Guides?rev=\(ada.wiki.git.id())")) == fromInside)
        #expect(try linked(ada.get("/Kitchen")) == ["/Kitchen/Bread", "/Beer", "/Kitchen/Top", "/Top", "/Top"])
        // Without a folder it is a page like any other, and so it is said when one goes.
        for page in ["Guides/Bread", "Guides/Beer"] { _ = try ada.follow(try ada.confirm("/-/delete/\(page)")) }
        #expect(try linked(ada.get("/Guides")) == ["/Bread", "/Beer", "/Top", "/Top"])
    }

    @Test(arguments: [
        ("/Home", "/"), ("/Guides/README", "/Guides"), ("/Guides/", "/Guides"), ("/Guides/Bread/", "/Guides/Bread"),
        ("/guides/bread", "/Guides/Bread"),
        ("/Two_Words", "/Two%20Words"), ("/two%20words", "/Two%20Words"), ("/TWO-WORDS", "/Two%20Words"), ("/guides", "/Guides"),
        ("/home", "/"),
    ])
    func oneAddressEach(asked: String, given: String) throws {
        let answer = try serve().get(asked)
        #expect(answer.status == 302)
        #expect(answer.location == given)
        #expect(answer["cache-control"] == "no-cache")
    }

    @Test func markdownAndFiles() throws {
        let ada = try serve()
        for address in ["/Foo.md", "/Foo?raw", "/Foo?file"] {
            let answer = try ada.get(address)
            #expect(answer.text == "Foo.\n", "\(address)")
            #expect(answer["content-type"]?.hasPrefix("text/markdown") == true, "\(address)")
            let tag = try #require(answer["etag"])
            #expect(try ada.get(address, ("If-None-Match", tag)).status == 304)
        }
        #expect(try ada.get("/?raw").text == "# Welcome\n")
        #expect(try ada.get("/Guides?raw").text.hasPrefix("# The guides"))
        #expect(try ada.get("/Guides/Bread?raw").text.hasPrefix("---\ntitle"))
        #expect(try ada.get("/Bar.md").html.plain.contains("A page named Bar.md."))
        #expect(try ada.get("/Bar.md?file").text == "Bar.\n")
        #expect(try ada.get("/Bar.md.md").text == "A page named Bar.md.\n")
        #expect(try ada.get("/data.txt").text == "data\n")
    }

    @Test func redirects() throws {
        let ada = try serve()
        let moved = try ada.get("/Old")
        #expect([301, 302].contains(moved.status))
        #expect(moved.location.hasPrefix("/Foo"))
        #expect(try ada.get(moved.location).html.plain.contains("You came here from"))
        #expect(try ada.get("/Self").html.plain.contains("redirects to itself"))
    }

    @Test func whatIsHiddenIsNotServed() throws {
        let ada = try serve()
        for address in [
            "/.hidden/x", "/.hidden/x.md", "/.git/config", "/_private/x", "/wiki.git/config", "/stemma.yaml", "/index.sqlite", "/-/nothing",
        ] {
            #expect(try ada.get(address).status == 404, "\(address)")
        }
        #expect(try ada.get("/_Sidebar").status == 200, "parts can be read and edited")
        #expect(try ada.get("/-/edit/_Sidebar").status == 200)
        for list in ["/-/pages", "/-/search?q=Foo", "/-/feed/recent"] {
            #expect(try !ada.get(list).html.addresses.contains("/_Sidebar"), "\(list)")
        }
    }

    @Test(arguments: [
        "/%2e%2e/%2e%2e/etc/passwd", "/../../etc/passwd", "/..%2f..%2fetc%2fpasswd", "/%252e%252e/x", "/-/assets/../../theme.yaml",
        "/-/assets/%2e%2e/theme.yaml", "/-/assets/..%2ftheme.yaml", "/-/help/..%2f..%2fPackage.swift", "/-/help/%2e%2e/README.md",
        "/-/assets/katex/../../../../etc/passwd",
        "/-/history/../../x", "/%00", "/a%00.md", "/./Foo", "/Foo/../Home",
    ])
    func nothingOutsideIsReached(address: String) throws {
        let answer = try serve().get(address)
        #expect([400, 404].contains(answer.status), "\(answer.status)")
        #expect(!answer.text.contains("root:") && !answer.text.contains("swift-tools-version"))
    }

    @Test func severalThatAreAlike() throws {
        let wiki = try RunningWiki(files: ["Home.md": "x\n", "Red-Bread.md": "1\n", "red_bread.md": "2\n"])
        let answer = try Visitor(wiki).get("/red%20bread")
        #expect(answer.status == 300)
        #expect(Set(answer.html.addresses).isSuperset(of: ["/Red-Bread", "/red_bread"]))
    }

    @Test func aMissingPageInvites() throws {
        let ada = try serve()
        let answer = try ada.get("/Guides/Beer")
        #expect(answer.status == 404)
        let form = try WebForm(try ada.get(try ada.link("Write this page", in: answer)))
        #expect(form["base"] == "")
        #expect(form["path"] == "Guides/Beer")
        let alike = try WebForm(try ada.get(try ada.link("Write this page", in: try ada.get("/guides/Beer"))))
        #expect(alike["path"] == "Guides/Beer", "in the folder that is there")
        #expect(answer["x-robots-tag"] != nil || answer.text.contains("noindex"))
    }

    @Test func aNewPageIsNamedInItsForm() throws {
        let ada = try serve()
        #expect(try ada.get("/-/new").status == 200)
        var form = try WebForm(try ada.get("/-/new?path=Guides/Rye+Bread"))
        form["path"] = "Guides/Dark Bread"
        form.write("Rye.\n")
        let saved = try ada.post(form)
        #expect(saved.status == 303)
        #expect(try ada.get(saved.location).html.plain.contains("Rye."))
        #expect(try ada.wiki.git.files().contains { $0.hasPrefix("Guides/Dark") })
        #expect(try !ada.wiki.git.files().contains { $0.hasPrefix("Guides/Rye") })
    }

    @Test func whatBrowsersAndRobotsAsk() throws {
        let ada = try serve()
        #expect(try ada.get("/robots.txt").text.contains("Disallow: /-/"))
        #expect(try [200, 302].contains(ada.get("/favicon.ico").status))
        #expect(try ada.follow(try ada.get("/favicon.ico")).status == 200)
        #expect(try ada.get("/.well-known/security.txt").status == 404)
        #expect(try ada.get("/-/health").status == 200)
    }

    @Test func aCommitByPlainGitIsThereOnTheNextRequest() throws {
        let ada = try serve()
        #expect(try ada.get("/Foo").html.plain.contains("Foo."))
        let clone = try GitFolder.clone(ada.wiki.git.path, to: ada.wiki.place.path("clone"))
        try clone.commit(["Foo.md": "Changed from outside.\n", "Fresh.md": "New [Foo](Foo)\n"], message: "From outside")
        try clone.run("push", "--quiet")
        #expect(try ada.get("/Foo").html.plain.contains("Changed from outside."))
        #expect(try ada.get("/Fresh").status == 200)
        #expect(try ada.get("/-/recent").text.contains("From outside"))
        try clone.run("reset", "--quiet", "--hard", "HEAD~1")
        try clone.run("push", "--quiet", "--force")
        #expect(try ada.get("/Foo").html.plain.contains("Foo."))
        #expect(try ada.get("/Fresh").status == 404)
        #expect(try !ada.get("/-/recent").text.contains("From outside"))
    }

    @Test func homePagesByTheRule() throws {
        let readme = Visitor(
            try RunningWiki(files: ["README.md": "# Read me\n", "docs/index.md": "# Index of docs\n", "docs/Home.md": "# Not this\n"]))
        #expect(try readme.get("/").html.plain.contains("Read me"))
        #expect(try readme.get("/docs").html.plain.contains("Index of docs"))
        let chosen = Visitor(try RunningWiki(files: Self.files, settings: "home: Guides/Bread\n"))
        #expect(try chosen.get("/").html.plain.contains("Flour."))
        let none = Visitor(try RunningWiki(files: ["Some.md": "Some\n"]))
        #expect(try none.get("/").html.addresses.contains("/Some"))
    }
}
