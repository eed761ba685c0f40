import Testing

/// What happened to a page, and what can be made of it.
@Suite("History")
struct HistoryStories {
    @Test func aLongHistoryIsPaged() throws {
        var history = HandmadeHistory()
        history.commit([("Home.md", .text("# Home\n"))])
        for number in 1...120 { history.commit([("Page.md", .text("Text \(number).\n"))], message: "Edit \(number).") }
        let ada = Visitor(try RunningWiki(history))
        for start in ["/-/history/Page", "/-/recent"] {
            var (address, seen, pages): (String?, Set<String>, Int) = (start, [], 0)
            while let current = address, pages < 10 {
                let answer = try ada.get(current)
                #expect(answer.status == 200)
                for number in 1...120 where answer.html.plain.contains("Edit \(number).") { seen.insert("\(number)") }
                let older = answer.html.tags("button").first { $0["name"] == "after" }
                address = older.map { "\($0["formaction"] ?? "")?after=\($0["value"] ?? "")" }
                address = address ?? answer.html.tags("a").first { $0["rel"] == "next" }?["href"]
                pages += 1
            }
            #expect(seen.count == 120 && pages == 3, "\(start): \(seen.count) in \(pages)")
        }
        #expect(try ada.get("/-/history/Page").html.plain.contains("120 revisions"))
    }

    @Test func anyTwoRevisionsAreCompared() throws {
        let wiki = try RunningWiki()
        let ada = Visitor(wiki)
        var ids: [String] = []
        for text in ["One apple.\n", "One pear.\n", "Two pears.\n"] {
            try ada.saves("Page", text)
            ids.append(try wiki.git.id())
        }
        let all = try ada.get("/-/diff/Page?from=\(ids[0])&to=\(ids[2])").html
        #expect(all.plain.contains("apple") && all.plain.contains("pears"))
        #expect(all.tags("del").count + all.tags("ins").count > 0, "the changed words are marked")
        #expect(try ada.get("/-/diff/Page?from=\(ids[0].prefix(7))&to=\(ids[1].prefix(7))").html.plain.contains("apple"))
        #expect(try ada.get("/-/diff/Page?to=\(ids[1])").html.plain.contains("apple"))
        #expect(try ada.get("/-/diff/Page?from=\(ids[1])&to=\(ids[1])").html.plain.contains("The two revisions are the same."))
        #expect(try ada.get("/-/diff/Page?from=\(ids[2])&to=\(ids[0])").status == 200)
        #expect(try ada.get("/-/diff/Page?from=\(ids[0])&to=\(ids[2])&view=split").html.plain.contains("apple"))
        for wrong in ["from=ffffffff", "to=ffffffff", "from=\(ids[0].prefix(3))", "from=zz"] {
            #expect(try [400, 404].contains(ada.get("/-/diff/Page?\(wrong)").status), "\(wrong)")
        }
    }

    @Test func revisionsFarApartAreCompared() throws {
        var history = HandmadeHistory()
        history.commit([("Home.md", .text("# Home\n"))])
        for number in 1...120 { history.commit([("Page.md", .text("Text \(number).\n"))], message: "Edit \(number).") }
        let ada = Visitor(try RunningWiki(history))
        func radios(_ answer: Answer, _ name: String) -> [HTMLText.Tag] { answer.html.tags("input").filter { $0["name"] == name } }
        func picked(_ answer: Answer, _ name: String) -> String? { radios(answer, name).first { $0["checked"] != nil }?["value"] }
        let first = try ada.get("/-/history/Page")
        let to = try #require(radios(first, "to")[3]["value"])
        let older = try #require(first.html.tags("button").first { $0["name"] == "after" })
        #expect(older["formaction"] == "/-/history/Page")
        let query = "from=\(picked(first, "from") ?? "")&to=\(to)"
        let second = try ada.get("/-/history/Page?\(query)&after=\(older["value"] ?? "")")
        #expect(picked(second, "to") == to, "the pick went along")
        #expect(radios(second, "to").count == 52 && second.html.plain.contains("Edit 117. picked"))
        let from = try #require(radios(second, "from").last?["value"])
        let diff = try ada.get("/-/diff/Page?from=\(from)&to=\(to)").html.plain
        #expect(diff.contains("Text 21 .") || diff.contains("21") && diff.contains("117"), "\(diff.suffix(300))")
        let back = try ada.get("/-/history/Page?from=\(from)&to=\(to)")
        #expect(picked(back, "from") == from && picked(back, "to") == to)
        #expect(radios(back, "to").count == 51)
        for stranger in ["ffffffff", "x", "", try ada.wiki.git.id("HEAD~120")] {
            let answer = try ada.get("/-/history/Page?from=\(stranger)")
            #expect(answer.status == 200 && radios(answer, "from").count == 50, "\(stranger)")
        }
    }

    @Test func onlyCommitsOfTheBranchAreShown() throws {
        var history = HandmadeHistory()
        let first = history.commit([("Home.md", .text("# Home\n")), ("Page.md", .text("Public.\n"))])
        history.commit([("Page.md", .text("Secret.\n"))], branch: "private", from: first)
        let place = try TemporaryFolder()
        let source = try GitFolder.new(place.path("source.git"))
        try history.write(to: source)
        let wiki = try RunningWiki(from: source.path, in: place)
        let secret = try source.id("private")
        let ada = Visitor(wiki)
        for address in [
            "/Page?rev=\(secret)", "/-/commit/\(secret)", "/-/diff/Page?to=\(secret)", "/-/revert/\(secret)",
            "/-/restore/Page?rev=\(secret)",
            "/-/api/v1/pages/Page?rev=\(secret)", "/-/api/v1/diff/Page?to=\(secret)",
        ] {
            let answer = try ada.get(address)
            #expect(answer.status == 404, "\(address): \(answer.status)")
            #expect(!answer.text.contains("Secret."))
        }
        #expect(try ada.get("/Page?rev=\(try source.id("main"))").html.plain.contains("Public."))
    }

    @Test func aRenamedPageKeepsItsHistoryAndItsOldName() throws {
        let long = (1...30).map { "Line \($0) of the page.\n" }.joined()
        var history = HandmadeHistory()
        history.commit([("Home.md", .text("# Home\n")), ("Old.md", .text(long))], message: "Begin it")
        history.commit([("Old.md", .text(long + "More.\n"))], message: "Go on with it")
        history.commit([("Old.md", .delete), ("Folder/New.md", .text(long + "More.\n"))], message: "Move it")
        history.commit([("Folder/New.md", .text(long + "Most.\n"))], message: "Finish it")
        let ada = Visitor(try RunningWiki(history))
        let listed = try ada.get("/-/history/Folder/New").html.plain
        for summary in ["Begin it", "Go on with it", "Move it", "Finish it"] { #expect(listed.contains(summary)) }
        #expect(try ada.follow(try ada.get("/Old")).html.plain.contains("Most."))
        let second = try ada.wiki.git.id("HEAD~2")
        let then = try ada.get("/Folder/New?rev=\(second)").html.plain
        #expect(then.contains("More.") && then.contains("The page was at Old then."), "\(then.prefix(500))")
        let now = try ada.get("/Folder/New?rev=\(try ada.wiki.git.id())").html.plain
        #expect(now.contains("You are reading revision") && !now.contains("The page was at"))
        #expect(try ada.confirm("/-/restore/Folder/New?rev=\(second)").status == 303)
        #expect(try ada.markdown("Folder/New") == long + "More.\n")
        #expect(try !ada.wiki.git.files().contains("Old.md"))
    }

    @Test func aCommitOfManyPagesIsUndoneAsAWhole() throws {
        var history = HandmadeHistory()
        history.commit([("Home.md", .text("# Home\n")), ("A.md", .text("A\n")), ("B.md", .text("B\n")), ("f.txt", .text("1\n"))])
        history.commit(
            [("A.md", .text("AA\n")), ("B.md", .delete), ("C.md", .text("C\n")), ("f.txt", .text("2\n"))], message: "Too much at once")
        let ada = Visitor(try RunningWiki(history))
        let id = try ada.wiki.git.id()
        #expect(try ada.get("/-/commit/\(id)").html.plain.contains("Too much at once"))
        let question = try ada.get("/-/revert/\(id)")
        #expect(question.html.plain.contains("Undo a commit"))
        _ = try ada.follow(try ada.post(try WebForm(question)))
        #expect(try ada.wiki.git.run("diff", "--stat", "\(id)~1", "HEAD").output.isEmpty, "all is as it was before")
        let again = try ada.confirm("/-/revert/\(id)")
        #expect([303, 409].contains(again.status))
        #expect(try ada.wiki.git.subjects().count == 3)
    }

    @Test func aCommitWithAVeryLongSummaryIsUndone() throws {
        let long = String(repeating: "wörds ", count: 200)
        var history = HandmadeHistory()
        history.commit([("Home.md", .text("# Home\n"))])
        for page in ["A", "B"] {
            history.commit([("\(page).md", .text("Text.\n"))], message: page + long, author: "\(long) <ada@example.org>")
        }
        let ada = Visitor(try RunningWiki(history))
        let (first, second) = (try ada.wiki.git.id("HEAD~1"), try ada.wiki.git.id())
        #expect(try ada.confirm("/-/revert/\(first)").status == 303)
        let fields = [("Content-Type", "application/json")]
        let undone = try Visitor(ada.wiki).send("POST", "/-/api/v1/commits/\(second)/revert", fields, Array("{}".utf8))
        #expect(undone.status == 200, "\(undone.text)")
        #expect(try ada.confirm("/-/restore/A?rev=\(first)").status == 303, "its author's name is as long")
        for subject in try ada.wiki.git.subjects().prefix(3) {
            #expect(subject.unicodeScalars.count <= 500 && subject.hasSuffix("…"), "\(subject)")
        }
        #expect(try ada.wiki.git.subjects()[2].hasPrefix("Undo \(first.prefix(7)): Awörds"))
        #expect(try Set(ada.wiki.git.files()) == ["Home.md", "A.md"])
    }

    @Test func aCommitWithoutPagesLeadsToItself() throws {
        var history = HandmadeHistory()
        history.commit([("Home.md", .text("# Home\n"))])
        history.commit([("picture.png", .text("x"))], message: "Only a picture")
        let ada = Visitor(try RunningWiki(history))
        let recent = try ada.get("/-/recent")
        let commit = "/-/commit/\(try ada.wiki.git.id())"
        for words in ["1 file", "Only a picture"] { #expect(try ada.link(words, in: recent) == commit, "\(words)") }
        let actions = recent.html.tags("p").first { $0["class"] == "revision-actions" }
        let links = try HTMLText(recent.html.content(of: #require(actions))).addresses
        #expect(links == [commit], "neither the home page's changes nor its history")
        #expect(try ada.get(commit).html.plain.contains("picture.png"))
    }

    @Test func mergesAreShownForWhatTheyDid() throws {
        var history = HandmadeHistory()
        let base = history.commit([("Home.md", .text("# Home\n")), ("Page.md", .text("One\n\nTwo\n\nThree\n"))], message: "Base")
        let left = history.commit([("Page.md", .text("One!\n\nTwo\n\nThree\n"))], message: "Left")
        let right = history.commit([("Page.md", .text("One\n\nTwo\n\nThree!\n"))], message: "Right", branch: "side", from: base)
        history.commit([("Page.md", .text("One!\n\nTwo\n\nThree!\n"))], message: "Both", from: left, merging: right)
        let ada = Visitor(try RunningWiki(history))
        let listed = try ada.get("/-/history/Page").html.plain
        for summary in ["Base", "Left", "Right", "Both"] { #expect(listed.contains(summary)) }
        for revision in ["HEAD", "HEAD^1", "HEAD^2", "HEAD~2"] {
            let id = try ada.wiki.git.id(revision)
            for address in ["/-/commit/\(id)", "/-/diff/Page?to=\(id)", "/Page?rev=\(id)", "/-/revert/\(id)"] {
                #expect(try ada.get(address).status == 200, "\(revision) \(address)")
            }
        }
    }

    @Test func aMailmapJoinsNamesAndHidesAddresses() throws {
        var history = HandmadeHistory()
        history.commit([("Home.md", .text("# Home\n"))], author: "ada <ada@old.example>")
        history.commit([("Home.md", .text("# Home!\n"))], author: "Ada L <ada@new.example>")
        history.commit(
            [(".mailmap", .text("Ada Lovelace <ada@new.example> <ada@old.example>\nAda Lovelace <ada@new.example>\n"))],
            author: "Ada L <ada@new.example>")
        let ada = Visitor(try RunningWiki(history))
        #expect(try ada.get("/").html.plain.contains("Ada Lovelace"))
        // The page tells edits until it knows whose words are whose; the API tells them always.
        let people = try ada.call("GET", "pages/Home", token: nil).json()["contributors"]
        #expect(people?.items.count == 1 && people?[0]?["name"]?.text == "Ada Lovelace" && people?[0]?["edits"]?.number == 2)
        for address in [
            "/", "/-/history/Home", "/-/recent", "/-/feed/recent", "/-/api/v1/history/Home", "/-/commit/\(try ada.wiki.git.id())",
        ] {
            #expect(try !ada.get(address).text.contains("@new.example"), "\(address)")
        }
        #expect(try ada.get("/.mailmap").status == 404)
    }

    @Test func aPageThatIsKeptNamesPeopleAsTheyAreCalledNow() throws {
        var history = HandmadeHistory()
        history.commit([("Home.md", .text("# Home\n"))], author: "Grace <ada@example.org>")
        let visitor = Visitor(try RunningWiki(history))
        for _ in 1...2 { #expect(try visitor.get("/").html.plain.contains("Grace")) }
        let clone = try GitFolder.clone(visitor.wiki.git.path, to: visitor.wiki.place.path("clone"))
        // Neither commit touches the page: the newest spelling of a name holds, and then what .mailmap says.
        try clone.commit(["Other.md": "Words.\n"])
        try clone.run("push", "--quiet", "origin", "HEAD")
        let renamed = try visitor.get("/").html.plain
        #expect(renamed.contains("Ada") && !renamed.contains("Grace"))
        try clone.commit([".mailmap": "Lady Lovelace <ada@example.org>\n"])
        try clone.run("push", "--quiet", "origin", "HEAD")
        #expect(try visitor.get("/").html.plain.contains("Lady Lovelace"))
    }
}
