import TestSupport
import Testing

@testable import StaticExport

/// A site holds what readers may see, and every link on it leads somewhere.
struct SiteExportTests {
    @Test(arguments: HistoryDepth.allCases) func draftsNeverLeave(history: HistoryDepth) async throws {
        try await SiteSample.with { site in
            try await site.export("site", SiteWiki.options(history) { $0.writesRedirects = true })
            let tree = try site.tree()
            for word in SiteSample.drafts {
                #expect(tree.paths(holding: word) == [], "\(word)")
                #expect(tree.files.keys.filter { $0.contains(word) } == [])
            }
            #expect(!tree.files.keys.contains { $0.contains("Secret") || $0.contains("Gone") })
            #expect(!tree.paths(holding: "Flour and water").isEmpty, "other words do")
        }
    }

    @Test(arguments: HistoryDepth.allCases) func noAddressOfAnAuthorLeaves(history: HistoryDepth) async throws {
        try await SiteSample.with { site in
            try await site.export("site", SiteWiki.options(history) { $0.baseURL = "https://example.com/" })
            let tree = try site.tree()
            #expect(tree.paths(holding: "@example.org") == [])
            #expect(!tree.paths(holding: "Ada L").isEmpty, "their names do")
        }
    }

    @Test(arguments: HistoryDepth.allCases) func everyLinkLeadsSomewhere(history: HistoryDepth) async throws {
        try await SiteSample.with { site in
            try await site.export("site", SiteWiki.options(history))
            let links = SiteLinks(try site.tree())
            #expect(links.broken == [])
            #expect(links.inner.count > 300)
        }
    }

    @Test func linksToTheWikiAreWholeAndOthersAreNone() async throws {
        try await SiteSample.with { site in
            try await site.export("here")
            let here = try site.tree("here").text("Salt.html")
            #expect(!here.contains("href=\"\"") && !here.contains("/-/edit/"))
            try await site.export("there", SiteWiki.options { $0.wikiURL = "https://wiki.example.com/w" })
            let there = try site.tree("there")
            #expect(there.text("Salt.html").contains("href=\"https://wiki.example.com/w/-/edit/Salt\""))
            #expect(SiteLinks(there).broken == [])
        }
    }

    @Test func addressesThatWereLeadOn() async throws {
        try await SiteSample.with { site in
            let report = try await site.export("site", SiteWiki.options { $0.writesRedirects = true })
            let tree = try site.tree()
            let moved = [
                "Old.html": "Guides/Bread.html", "Crust.html": "Guides/Bread.html", "Guides/Loaf.html": "../Guides/Bread.html",
                "Guides/Water.html": "../Guides/Milk.html", "Home.html": "index.html", "Guides/README.html": "../Guides/index.html",
            ]
            for (file, target) in moved {
                #expect(tree.text(file).contains("content=\"0; url=\(target)\""), "\(file)")
                #expect(tree.text(file).contains("<a href=\"\(target)\">"), "\(file)")
            }
            let rules = tree.text("_redirects").split(separator: "\n")
            #expect(rules.contains("/Guides/Water /Guides/Milk.html 301") && rules.count == moved.count)
            #expect(report.pages == 7)
        }
    }

    @Test func aFoldersFormerAddressLeadsOn() async throws {
        let begin = [
            "Home.md": "x\n", "G/README.md": "# Guide\n", "G/One.md": "one\n", "foo.md": "A page whose name grows.\n",
            "q?x.md": "A page with a question.\n", "K/README.md": "Of a folder that stays.\n", "K/Two.md": "two\n",
            "small/index.md": "A folder whose name grows.\n",
        ]
        try await SiteWiki.with(begin) { site in
            var files = begin
            for (old, new) in [
                ("G/README.md", "H/README.md"), ("G/One.md", "H/One.md"), ("foo.md", "Foo.md"), ("q?x.md", "q.md"),
                ("K/README.md", "K/About.md"), ("small/index.md", "Small/index.md"),
            ] { files[new] = files.removeValue(forKey: old) }
            try await site.commit(files)
            try await site.export("site", SiteWiki.options { $0.writesRedirects = true })
            let tree = try site.tree()
            #expect(tree.text("G/index.html").contains("content=\"0; url=../H/index.html\""))
            #expect(tree.text("G/README.html").contains("content=\"0; url=../H/index.html\""))
            #expect(!tree.text("K/index.html").contains("http-equiv=\"refresh\""), "the folder is there with its list")
            #expect(Set(tree.files.keys.map { $0.lowercased() }).count == tree.files.count, "no stub has another's name but for case")
            let rules = tree.text("_redirects").split(separator: "\n")
            for rule in [
                "/G /H/index.html", "/G/README /H/index.html", "/foo /Foo.html", "/foo.html /Foo.html", "/q%3Fx /q.html",
                "/small /Small/index.html", "/small/index.html /Small/index.html", "/K/README /K/About.html",
            ] { #expect(rules.contains("\(rule) 301"), "\(rule)\n\(tree.text("_redirects"))") }
            #expect(!rules.contains { $0.hasPrefix("/K ") })
        }
    }

    @Test func aFeedHasANameThatNoOtherHas() async throws {
        func names(_ site: SiteWiki, _ baseURL: String? = nil) async throws -> [String] {
            try await site.export("site", SiteWiki.options(.recent) { $0.baseURL = baseURL })
            let tree = try site.tree()
            return tree.paths(".xml").filter { $0.hasPrefix("-/feed/") }.compactMap { file in
                tree.text(file).firstMatch(of: /<id>([^<]*)<\/id>/).map { String($0.1) }
            }
        }
        let one = try await SiteSample.with { site in
            let whole = try await names(site, "https://example.com/")
            #expect(whole.contains("https://example.com/-/feed/recent.xml"))
            return try await names(site)
        }
        #expect(one.count > 5 && Set(one).count == one.count)
        let shape = /urn:git:[0-9a-f]{40}:[A-Za-z0-9\-._~!$()*,;=:@%]+/
        for name in one { #expect(name.wholeMatch(of: shape) != nil && !name.contains(".."), "\(name)") }
        let other = try await SiteWiki.with(["Home.md": "Another wiki.\n"]) { try await names($0) }
        #expect(!other.isEmpty && Set(one).isDisjoint(with: other))
    }

    @Test func keysThatDoNothingAreNotOffered() async throws {
        try await SiteWiki.with(["Home.md": "x\n"]) { site in
            func keys(_ history: HistoryDepth, _ wiki: String?) async throws -> [String] {
                try await site.export("site", SiteWiki.options(history) { $0.wikiURL = wiki })
                return try site.tree().text("index.html").matches(of: /<dt><kbd>([^<]*)<\/kbd>/).map { String($0.1) }
            }
            let alone = try await keys(.none, nil)
            #expect(alone == ["/", "?"])
            let recent = try await keys(.recent, nil)
            #expect(recent == ["h", "/", "n", "?"])
            let live = try await keys(.none, "https://wiki.example.com/")
            #expect(live == ["e", "h", "/", "n", "?"])
        }
    }

    @Test func filesAreAsTheyAre() async throws {
        try await SiteSample.with { site in
            try await site.export()
            let tree = try site.tree()
            for name in ["dot.png", "Food/data.txt", "pic.svg"] {
                #expect(tree.files[name] == SiteSample.begin[name].map { Array($0.utf8) }, "\(name)")
            }
            #expect(tree.text("x.html.txt") == "<script>alert(1)</script>" && tree.files["x.html"] == nil, "nothing of it runs")
            #expect(tree.text("index.html").contains("x.html.txt"))
        }
    }

    @Test func aPagesMarkdownStandsBesideIt() async throws {
        try await SiteSample.with { site in
            try await site.export()
            let tree = try site.tree()
            for (page, twin) in [("Home", "index"), ("Guides/Bread", "Guides/Bread"), ("Guides/README", "Guides/index"), ("C#", "C~23")] {
                #expect(tree.text("\(twin).md") == SiteSample.begin["\(page).md"], "\(page)")
            }
        }
    }

    @Test func eachFileHasItsPackedTwin() async throws {
        try await SiteSample.with { site in
            try await site.export("site", SiteWiki.options { $0.compresses = true })
            let tree = try site.tree()
            let plain = tree.files.keys.filter { GzipFile.isWorthIt($0) }
            #expect(plain.count > 50)
            for path in plain { #expect(tree.files["\(path).gz"] == GzipFile.compressed(tree.files[path] ?? []), "\(path)") }
            #expect(tree.files["dot.png.gz"] == nil)
        }
    }

    @Test func aPatternTakesSomeOfThePages() async throws {
        try await SiteSample.with { site in
            let report = try await site.export("site", SiteWiki.options(.full) { $0.pages = PathPattern("Guides/**") })
            #expect(report.pages == 3)
            let tree = try site.tree()
            #expect(tree.files["Guides/Bread.html"] != nil && tree.files["Salt.html"] == nil)
            #expect(tree.files["-/search/index.js"] != nil)
            #expect(tree.paths(holding: "From the sea").allSatisfy { $0.hasPrefix("Guides/Bread") }, "but where Bread shows it")
        }
    }

    @Test func aPatternThatFitsNothingIsAnError() async throws {
        try await SiteWiki.with(["Home.md": "x\n", "Guides/Bread.md": "y\n", "Later/One.md": "---\ndraft: true\n---\n"]) { site in
            try await site.export("site", SiteWiki.options { $0.pages = PathPattern("Guides/**") })
            let before = try site.tree()
            await #expect(throws: ExportError.noPageFits) {
                try await site.export("site", SiteWiki.options { $0.pages = PathPattern("Guide/**") })
            }
            let after = try site.tree()
            #expect(after == before && after.written(since: before) == [])
            let drafts = try await site.export("site", SiteWiki.options { $0.pages = PathPattern("Later/**") })
            #expect(drafts.pages == 0, "what is withdrawn goes")
        }
    }

    @Test func linksToNowhereAreAnErrorOnRequest() async throws {
        try await SiteSample.with { site in
            let loose = try await site.export()
            #expect(Set(loose.broken.map(\.target)) == ["Nobody.md", "Secret"])
            #expect(Set(loose.broken.map(\.page)) == [Array("Home".utf8)])
            let again = try await site.export()
            #expect(again.broken == loose.broken && !again.isChanged, "they are told again")
            let before = try site.tree()
            let error = await #expect(throws: ExportError.self) { try await site.export("site", SiteWiki.options { $0.isStrict = true }) }
            guard case .brokenLinks(let links) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(Set(links) == Set(loose.broken))
            let after = try site.tree()
            #expect(after == before && after.written(since: before) == [])
            await #expect(throws: ExportError.self) { try await site.export("new", SiteWiki.options { $0.isStrict = true }) }
            #expect(try site.tree("new").files.isEmpty)
        }
    }

    @Test func whatAuthorsPutAtTheRootCounts() async throws {
        try await SiteWiki.with(["Home.md": "x\n", "robots.txt": "mine\n", "404.md": "# Lost\n", "CITATION.cff": "cff\n"]) { site in
            try await site.export()
            let tree = try site.tree()
            #expect(tree.text("robots.txt") == "mine\n" && tree.text("CITATION.cff") == "cff\n")
            #expect(tree.text("404.html").contains("Lost"))
        }
    }

    @Test func theHandbookIsASiteWithoutABrokenLink() async throws {
        let handbook = try FileTree("\(SiteWiki.root)/Wiki").files.mapValues { String(decoding: $0, as: UTF8.self) }
        try await SiteWiki.with(handbook) { site in
            let report = try await site.export("site", SiteWiki.options(.full) { $0.isStrict = true })
            #expect(report.broken == [] && report.pages > 30)
            #expect(SiteLinks(try site.tree()).broken == [])
        }
    }

    /// The whole past of some pages only, since that of all takes minutes in a build for tests.
    @Test(
        .enabled("the Go wiki is not beside this repository") { Corpus.golangWiki.exists },
        arguments: [(HistoryDepth.none, nil, 160), (.full, "H*", 2)] as [(HistoryDepth, String?, Int)])
    func theGoWikiIsASiteWithoutALinkToNoFile(history: HistoryDepth, pattern: String?, pages: Int) async throws {
        try await SiteWiki.of(.golangWiki) { site in
            let report = try await site.export("site", SiteWiki.options(history) { $0.pages = pattern.map { PathPattern($0) } })
            #expect(report.pages >= pages)
            let links = SiteLinks(try site.tree())
            #expect(links.brokenFiles == [] && links.inner.count > pages * 30)
        }
    }
}
