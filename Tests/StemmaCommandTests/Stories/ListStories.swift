import Testing

/// The index of all pages, which every page is reached from, however many there are and whatever they are called.
@Suite("Lists")
struct ListStories {
    /// Serves pages of these names, without their ending.
    private func serve(_ names: [[UInt8]]) throws -> Visitor {
        var history = HandmadeHistory()
        history.commit(
            bytes: names.map { ($0 + Array(".md".utf8), .text("Words.\n")) }, message: Array("Begin".utf8),
            author: Array("Ada <ada@example.org>".utf8))
        return Visitor(try RunningWiki(history))
    }

    private func serve(_ names: [String]) throws -> Visitor { try serve(names.map { Array($0.utf8) }) }

    /// What the links of a list and of all that follows it name, with their escapes resolved, and how many screens that took.
    private func listed(_ ada: Visitor, _ start: String) throws -> (names: [[UInt8]], screens: Int) {
        var (address, names, screens): (String?, [[UInt8]], Int) = (start, [], 0)
        while let current = address, screens < 10 {
            let answer = try ada.get(current)
            #expect(answer.status == 200, "\(current)")
            names += answer.html.addresses.map { WebForm.decoded(Array($0.utf8)) }
            address = answer.html.tags("a").first { $0["rel"] == "next" }?["href"]
            screens += 1
        }
        return (names, screens)
    }

    /// Expects each of some names among those of a list, once.
    private func expectOnce(_ wanted: [[UInt8]], in names: [[UInt8]], sourceLocation: SourceLocation = #_sourceLocation) {
        let counts = Dictionary(grouping: names) { $0 }.mapValues(\.count)
        let wrong = wanted.filter { counts[$0] != 1 }.map { "\(String(decoding: $0, as: UTF8.self)): \(counts[$0] ?? 0)" }
        #expect(wrong == [], sourceLocation: sourceLocation)
    }

    @Test func foldersWhoseNamesBeginAlike() throws {
        let ada = try serve(["A/p", "A b/p", "A-b/p", "A.c/p", "A/x/p", "B/p", "C/x/p", "C-d/p", "v1/p", "v1.2/p"])
        let folders = ["A", "A b", "A-b", "A.c", "B", "C", "C-d", "v1", "v1.2"]
        expectOnce(folders.map { Array("/-/pages/\($0)".utf8) }, in: try listed(ada, "/-/pages").names)
        expectOnce(folders.map { Array("/\($0)".utf8) }, in: try listed(ada, "/").names)
        expectOnce(["/-/pages/A/x", "/A/p"].map { Array($0.utf8) }, in: try listed(ada, "/-/pages/A").names)
        let offered = try ada.get("/-/new").html.tags("option").compactMap { $0["value"] }
        #expect(Set(offered) == Set(folders.map { "\($0)/" }))
        #expect(try ada.get("/-/pages").html.plain.contains("10 pages"))
    }

    @Test func moreFoldersThanOneScreenHolds() throws {
        let folders = (0..<510).map { "folder \($0)" } + ["a", "a-b"]
        let pages = ["Early", "folder 7 and a half", "zebra"]
        let ada = try serve((folders.map { "\($0)/p" } + ["a/x/p"] + pages).map { Array($0.utf8) } + [[0xFF]])
        let (names, screens) = try listed(ada, "/-/pages")
        #expect(screens == 2)
        expectOnce(folders.map { Array("/-/pages/\($0)".utf8) }, in: names)
        expectOnce(pages.map { Array("/\($0)".utf8) } + [[UInt8(ascii: "/"), 0xFF]], in: names)
        #expect(try ada.get("/").html.plain.contains("Show everything in this folder"))
        #expect(try ada.get("/-/pages?after=folder%20%FF%2F").status == 200)
    }

    @Test func morePagesThanOneScreenHolds() throws {
        let odd: [[UInt8]] = ["~tilde", "{brace", "|bar", "€uro", "“quoted”", "👩‍🌾 farm", "ßtraße", "Éclair", "漢字", "9 lives", "Zebra"].map {
            Array($0.utf8)
        }
        // None of them is text, so the cursor between two screens is none, either.
        let bytes = (0..<510).map { [0xFF] + Array("\($0)".utf8) }
        let ada = try serve(odd + bytes)
        let letters = try ada.get("/-/pages").html.addresses.filter { $0.contains("?letter=") }
        for letter in ["%23", "%C3%9F", "%C3%89", "Z"] {
            #expect(letters.filter { $0.hasSuffix("letter=\(letter)") }.count == 1, "\(letter)")
        }
        #expect(!letters.contains { $0.hasSuffix("letter=SS") })
        var (names, total): ([[UInt8]], Int) = ([], 0)
        for letter in letters {
            let (found, screens) = try listed(ada, letter)
            names += found
            total += screens
        }
        #expect(total == letters.count + 1)
        expectOnce((odd + bytes).map { [UInt8(ascii: "/")] + $0 }, in: names)
        #expect(try ada.get("/-/pages?letter=z").html.addresses.contains("/Zebra"))
    }

    @Test func redirectsAndPartsStandInNoList() throws {
        let ada = Visitor(
            try RunningWiki(files: [
                "Guides/Bread.md": "Flour.\n", "Guides/Loaf.md": "---\nredirect: Bread\n---\n", "Guides/_Sidebar.md": "[Bread](Bread)\n",
                "Old/Bread.md": "---\nredirect: Guides/Bread\n---\n",
            ]))
        for list in ["/-/pages", "/-/pages/Guides", "/", "/-/api/v1/pages"] {
            let text = try ada.get(list).text
            #expect(!text.contains("Loaf") && !text.contains("_Sidebar") && !text.contains("Old"), "\(list)")
        }
        #expect(try ada.get("/-/pages").html.plain.contains("1 page"))
        #expect(try ada.get("/Guides").html.addresses.contains("/Guides/Bread"))
        #expect(try ada.get("/Old").status == 200, "a folder stays where it is")
        // A redirect that becomes a page is listed from then on, and a page that becomes one no longer.
        try ada.saves("Guides/Loaf", "A text of its own.\n")
        _ = try ada.save("Guides/Bread", "---\nredirect: Loaf\n---\n")
        let names = try ada.get("/-/pages/Guides").html.addresses
        #expect(names.contains("/Guides/Loaf") && !names.contains("/Guides/Bread"))
    }

    @Test func aTagLeadsToAllPagesThatHaveIt() throws {
        let ada = Visitor(
            try RunningWiki(files: [
                "Bread.md": "---\ntags: [Baking at home]\n---\nFlour.\n", "Cake.md": "---\ntags: [baking at home, sweet]\n---\nSugar.\n",
                "Tea.md": "Baking at home goes well with it.\n",
            ]))
        let found = try ada.get(try ada.link("Baking at home", in: try ada.get("/Bread"))).html
        #expect(found.addresses.contains("/Bread") && found.addresses.contains("/Cake") && !found.addresses.contains("/Tea"))
        let paths = try ada.get("/-/api/v1/search?q=tag:sweet").json()["results"]?.items.map { $0["path"]?.text }
        #expect(paths == ["Cake"])
        let first = try ada.get("/-/api/v1/search?q=tag:%22baking+at+home%22&limit=1").json()
        let cursor = try #require(first["next"]?.text)
        let second = try ada.get("/-/api/v1/search?q=tag:%22baking+at+home%22&limit=1&after=\(cursor)").json()
        #expect(first["results"]?[0]?["path"]?.text == "Bread" && second["results"]?[0]?["path"]?.text == "Cake" && second["next"] == .null)
    }

    @Test func aCommitOfPartsAloneIsReachedAsACommit() throws {
        let ada = Visitor(try RunningWiki(files: ["Home.md": "# Home\n"]))
        try ada.saves("_Sidebar", "[Home](Home)\n", summary: "Begin a sidebar")
        let id = try ada.wiki.git.id()
        let recent = try ada.get("/-/recent").html
        #expect(recent.plain.contains("Begin a sidebar"))
        #expect(recent.addresses.contains("/-/commit/\(id)"))
        #expect(!recent.addresses.contains { $0.contains("_Sidebar") })
        #expect(try ada.get("/-/commit/\(id)").html.addresses.contains { $0.contains("_Sidebar") })
        let feed = try ada.get("/-/feed/recent").text
        #expect(!feed.contains("_Sidebar") && !feed.contains("Begin a sidebar"))
        let change = try #require(try ada.get("/-/api/v1/recent").json()["changes"]?[0])
        #expect(change["summary"]?.text == "Begin a sidebar" && change["pages"]?.items.isEmpty == true)
    }
}
