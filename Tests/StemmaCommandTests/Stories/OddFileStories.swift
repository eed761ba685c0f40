import Testing

/// Files that are no ordinary pages are shown for what they are.
@Suite("Odd files in a history")
struct OddFileStories {
    @Test func linksSubmodulesAndPointersAreShownAndNeverFollowed() throws {
        var history = HandmadeHistory()
        let pointer =
            "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n"
        history.commit([
            ("Home.md", .text("# Home\n\n![[link.png]] [l](Link) [m](module)\n")), ("Link.md", .link("/etc/passwd")),
            ("link.png", .link("../../../etc/passwd")),
            ("folder", .link("/etc")), ("module", .submodule(String(repeating: "1", count: 40))),
            ("Sub.md", .submodule(String(repeating: "2", count: 40))),
            ("large.bin", .text(pointer)),
            (".gitmodules", .text("[submodule \"module\"]\n\tpath = module\n\turl = https://example.org/\n")),
        ])
        let ada = Visitor(try RunningWiki(history))
        for (address, words) in [
            ("/link.png", "symbolic link to ../../../etc/passwd"), ("/folder", "symbolic link to /etc"), ("/module", "another repository"),
            ("/large.bin", "12 KiB"),
            ("/Link.md", "symbolic link to /etc/passwd"), ("/Sub.md", "another repository"),
        ] {
            let answer = try ada.get(address)
            #expect(answer.status == 200, "\(address)")
            #expect(answer.html.plain.contains(words), "\(address): \(answer.html.plain.suffix(400))")
            #expect(!answer.text.contains("root:x:"))
        }
        for address in ["/", "/folder/passwd", "/-/pages", "/-/recent", "/-/edit/Link", "/-/history/Link", "/-/search?q=root"] {
            let answer = try ada.get(address)
            #expect(answer.status < 500, "\(address)")
            #expect(!answer.text.contains("root:x:"))
        }
        let form = WebForm(action: "/-/edit/Link", [("csrf", ada.cookies["stemma-csrf"] ?? ""), ("markdown", "x"), ("base", "")])
        #expect(try (400..<500).contains(ada.post(form).status))
        #expect(try ada.wiki.git.run("ls-tree", "HEAD", "Link.md").text.hasPrefix("120000"))
    }

    @Test func whatPagesShowFromOutsideTheirFolder() throws {
        var history = HandmadeHistory()
        history.commit([
            ("docs/Home.md", .text("# Home\n\n![Logo](../logo.png) [code](../main.c)\n\n![Key](../private.key)\n")),
            ("docs/logo.png", .text("inside")), ("logo.png", .text("outside")), ("art/one.svg", .text("<svg/>")), ("main.c", .text("code")),
            ("private.key", .text("secret")),
            ("unused.png", .text("unused")),
        ])
        let ada = Visitor(try RunningWiki(history, initial: ["--pages-root", "docs"]))
        let pictures = try ada.get("/").html.tags("img").compactMap { $0["src"] }
        #expect(pictures == ["/-/file/logo.png"])
        let picture = try ada.get("/-/file/logo.png")
        #expect(picture.status == 200 && picture.text == "outside" && picture["content-type"] == "image/png")
        #expect(try ada.get("/-/file/logo.png", ("If-None-Match", picture["etag"] ?? "")).status == 304)
        #expect(try ada.get("/logo.png").text == "inside")
        let others = [
            "unused.png", "private.key", "main.c", "docs/Home.md", "docs/logo.png", "art/one.svg", "None.png", "%2e%2e/x.png", "",
        ]
        for other in others {
            #expect(try [400, 404].contains(ada.get("/-/file/\(other)").status), "\(other)")
        }
        // As long as a page shows it: no longer, and no sooner.
        try ada.saves("Home", "# Home\n\n![[one.svg]]\n")
        #expect(try ada.get("/-/file/logo.png").status == 404)
        #expect(try ada.get("/-/file/art/one.svg")["content-type"] == "image/svg+xml")
        #expect(try !StemmaProgram.run("check", ada.wiki.folder).text.contains("one.svg"))
    }

    @Test func pagesThatAreNotUTF8() throws {
        var history = HandmadeHistory()
        let latin: [UInt8] = Array("# Gr".utf8) + [0xFC, 0xDF] + Array("e\n".utf8)
        history.commit([("Home.md", .text("# Home\n[[Latin]]\n")), ("Latin.md", .bytes(latin)), ("Binary.md", .bytes([0, 1, 2, 0xFF]))])
        history.commit([("Latin.md", .bytes(latin + [0xE4]))], message: "More")
        let ada = Visitor(try RunningWiki(history))
        let id = try ada.wiki.git.id()
        for address in [
            "/Latin", "/Binary", "/-/history/Latin", "/-/diff/Latin", "/-/edit/Latin", "/-/commit/\(id)", "/Latin?rev=\(id)", "/",
        ] {
            let answer = try ada.get(address)
            #expect(answer.status == (address == "/-/edit/Latin" ? 422 : 200), "\(address)")
            #expect(String(validating: answer.body, as: UTF8.self) != nil, "\(address)")
        }
        #expect(try ada.get("/Latin").html.plain.contains("not UTF-8"))
        #expect(try ada.get("/Latin?raw").body == latin + [0xE4])
        #expect(try ada.get("/Latin.md").body == latin + [0xE4])
        #expect(try ada.get("/-/edit/Latin").html.textarea("markdown") == nil, "a form would bring other bytes back")
        #expect(try ada.confirm("/-/delete/Binary").status == 303)
    }

    @Test(arguments: [
        ("mediawiki", "MediaWiki"), ("wiki", "MediaWiki"), ("textile", "Textile"), ("org", "Org"), ("creole", "Creole"),
        ("asciidoc", "AsciiDoc"), ("ADOC", "AsciiDoc"), ("pod", "Pod"), ("rest", "reStructuredText"), ("rst", "reStructuredText"),
        ("rdoc", "RDoc"),
    ])
    func pagesOfOtherWikisShowTheirSource(ending: String, format: String) throws {
        let text = "= Old page =\n\n<script>alert(1)</script> \"quoted\" & ''bold''\n"
        let wiki = try RunningWiki(files: ["Home.md": "[old](Old%20page.\(ending))\n", "Old page.\(ending)": text])
        let ada = Visitor(wiki)
        let shown = try ada.get(try ada.link("old", in: try ada.get("/")))
        #expect(shown.status == 200)
        #expect(shown["content-type"]?.hasPrefix("text/html") == true && shown["content-disposition"] == nil)
        #expect(shown.html.plain.contains("This page is written in \(format), so you see its source."))
        #expect(shown.html.plain.contains("<script>alert(1)</script> \"quoted\" & ''bold''"))
        CrawlStories.expectHeaders(shown, ending)
        let file = try ada.get(try ada.link("Download the file", in: shown))
        #expect(file.text == text)
        #expect(file["content-type"]?.hasPrefix("text/html") == false)
        #expect(try ada.get("/Old%20page.\(ending)?raw").text == text)
    }

    @Test func whatOnlyEndsLikeAPageOfAnotherWikiIsAFile() throws {
        var history = HandmadeHistory()
        history.commit([("Home.md", .text("x\n")), ("Picture.wiki", .bytes([0x89, 0x50, 0xFF, 0xFE])), ("Link.org", .link("/etc/passwd"))])
        let ada = Visitor(try RunningWiki(history))
        #expect(try ada.get("/Picture.wiki").body == [0x89, 0x50, 0xFF, 0xFE])
        #expect(try ada.get("/Link.org").html.plain.contains("symbolic link to /etc/passwd"))
    }

    @Test func emptyAndLargePages() throws {
        let long = String(repeating: "word ", count: 210_000)
        let lines = String(repeating: "A line of text, again and again and again.\n", count: 48_000)
        let wiki = try RunningWiki(files: [
            "Home.md": "# Home\n", "Empty.md": "", "Newline.md": "\n", "One-Line.md": long, "Many-Lines.md": lines,
            "Too-Large.md": lines + lines, "Space.md": " ",
        ])
        let ada = Visitor(wiki)
        for page in ["Empty", "Newline", "Space"] {
            #expect(try ada.get("/\(page)").html.plain.contains("This page is empty."), "\(page)")
            #expect(try ada.get("/-/history/\(page)").status == 200)
            try ada.saves(page, "Now some words.\n")
        }
        for (page, text) in [("One-Line", long), ("Many-Lines", lines)] {
            #expect(try ada.get("/\(page)").status == 200)
            #expect(try ada.get("/\(page)?raw").body.count == text.utf8.count)
            #expect(try ada.get("/-/edit/\(page)").html.textarea("markdown") == Array(text.utf8))
            for view in ["history", "diff"] { #expect(try ada.get("/-/\(view)/\(page)").status == 200) }
            try ada.saves(page, text.replacing("word word", with: "word, word", maxReplacements: 1) + "End.\n", summary: "Long")
            #expect(try ada.get("/-/diff/\(page)").status == 200)
        }
        #expect(try ada.get("/Too-Large").html.plain.contains("too large to be shown as a page"))
        #expect(try ada.get("/-/edit/Too-Large").status < 500)
        #expect(try ada.get("/-/search?q=words").html.addresses.contains("/Empty"))
    }

    @Test func lineEndsAndMarksOfTheFileStay() throws {
        var history = HandmadeHistory()
        let windows = "\u{FEFF}---\r\ntitle: W\r\n---\r\nOne\r\nTwo\r\nThree"
        history.commit([("Home.md", .text("x")), ("Windows.md", .text(windows)), ("Mixed.md", .text("a\r\nb\nc\r\n"))])
        let ada = Visitor(try RunningWiki(history))
        var form = try ada.editForm("Windows")
        form["markdown"] = form["markdown"]?.replacing("\r\n", with: "\n").replacing("Two", with: "2")
        #expect(try ada.post(form).status == 303)
        #expect(try ada.wiki.git.text("Windows.md") == windows.replacing("Two", with: "2"))
        var mixed = try ada.editForm("Mixed")
        mixed["markdown"] = mixed["markdown"]?.replacing("\r\n", with: "\n").replacing("b", with: "B")
        #expect(try ada.post(mixed).status == 303)
        #expect(try ada.wiki.git.text("Mixed.md") == "a\r\nB\nc\r\n")
        var home = try ada.editForm("Home")
        home["markdown"] = "y"
        #expect(try ada.post(home).status == 303)
        #expect(try ada.wiki.git.text("Home.md") == "y")
        let unchanged = try ada.wiki.git.id()
        #expect(try ada.post(try ada.editForm("Windows")).status == 303)
        #expect(try ada.wiki.git.id() == unchanged, "a save without a change makes no commit")
    }

    @Test func filesAndFoldersThatCrossEachOther() throws {
        let wiki = try RunningWiki(files: [
            "Home.md": "x\n", "A.md/B.md": "B in a folder named A.md\n", "C": "a file without an ending\n", "D.MARKDOWN": "# Loud\n",
        ])
        let ada = Visitor(wiki)
        #expect(try ada.get("/A.md/B").html.plain.contains("B in a folder"))
        #expect(try ada.get("/C").text == "a file without an ending\n")
        #expect(try ada.get("/D").html.plain.contains("Loud"))
        #expect(try ada.get("/A").status < 500)
        var form = try ada.editForm("New")
        form.write("Under a file.\n")
        form["path"] = "C/Below"
        let answer = try ada.post(form)
        #expect([409, 422].contains(answer.status))
        #expect(try WebForm(answer)["markdown"]?.contains("Under a file.") == true)
        try ada.saves("D", "# Less loud\n")
        #expect(try wiki.git.text("D.MARKDOWN") == "# Less loud\n")
    }
}
