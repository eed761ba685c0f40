import Testing

@testable import StaticExport

/// Links to places that are not there, and redirects that lead nowhere, are told of: by every run, whatever it makes anew.
struct LostPlaceTests {
    /// Pages with places of every kind, and links to them in every way.
    private static let files = [
        "Home.md": """
        # Home

        [a](Bread.md#why) [b](Bread#Why) [[Bread#Why]] [[Loaf#why]] [[Old#Why]] [[Older#why]] [[words|Bread#why]] [c](Bread#bread)

        [d](Bread#spot) [e](Bread#user-content-spot) [f](#home) [[#Here]] [g](#sea) [h](#) [i](Bread#top) [j](dot.png#x) [k](./#here)

        ![[Salt]]

        ## Here

        """,
        "Bread.md": "---\naliases: [Loaf]\n---\n# Bread\n\n## Why\n\n<a name=\"spot\"></a> Words.[^1]\n\n[^1]: Of wheat. [x](Salt#sea)\n",
        "Salt.md": "# Salt\n\n## Sea\n\nFrom it.\n", "Old.md": "---\nredirect: Bread\n---\n", "Older.md": "---\nredirect: Old\n---\n",
        "dot.png": "x", "Guides/One.md": "One.\n",
    ]

    /// What a site says is wrong, in short words.
    private static func said(_ report: SiteReport) -> [String] {
        report.broken.map { "\(String(decoding: $0.page, as: UTF8.self)): \($0.target) \($0.kind.rawValue)" }.sorted()
    }

    @Test func whatIsThereIsNotNamed() async throws {
        try await SiteWiki.with(Self.files) { site in
            let report = try await site.export("site", SiteWiki.options { $0.isStrict = true })
            #expect(Self.said(report) == [])
            let tree = try site.tree()
            #expect(tree.text("index.html").contains("href=\"Bread.html#why\""), "a place is looked for where a redirect ends")
            #expect(!tree.text("index.html").contains("href=\"Old.html#") && SiteLinks(tree).brokenFiles == [])
        }
    }

    @Test func eachWayToWriteALinkIsNamed() async throws {
        let lost = [
            "[a](Bread.md#gone)", "[b](Bread#Not%20There)", "[[Bread#Not There]]", "[[Loaf#gone]]", "[[Old#gone]]",
            "[[Older#gone]]",
            "[[words|Bread#gone]]", "[c](#nowhere)", "[[#No Place]]", "[[Home#gone]]", "[[Guides#gone]]", "[[Home|#other]]",
            "[[Bread#sea]]",
            "<a href=\"Bread#html\">x</a>", "![[Salt#gone]]",
        ]
        var files = Self.files
        files["Home.md"] = "# Home\n\n\(lost.joined(separator: "\n\n"))\n"
        try await SiteWiki.with(files) { site in
            let report = try await site.export()
            let targets = [
                "Bread.md#gone", "Bread#Not There", "Loaf#gone", "Old#gone", "Older#gone", "Bread#gone", "#nowhere", "#No Place",
                "Home#gone",
                "Guides#gone", "Bread#sea", "Bread#html", "Salt#gone",
            ]
            #expect(Self.said(report) == targets.map { "Home: \($0) heading" }.sorted())
            let error = await #expect(throws: ExportError.self) { try await site.export("site", SiteWiki.options { $0.isStrict = true }) }
            #expect(error == .brokenLinks(report.broken))
        }
    }

    /// What is named is what a browser does not find.
    @Test func whatIsNamedIsWhatABrowserMisses() async throws {
        var files = Self.files
        files["Home.md", default: ""] += "[x](#gone) [y](Bread#gone) [[Salt#Gone]] [z](#Here) [w](Bread#Spot) [v](Bread#fn-1) [u](#Sea)\n"
        try await SiteWiki.with(files) { site in
            let report = try await site.export()
            let missed = SiteLinks(try site.tree()).broken.filter { !$0.contains("-top ") }
            #expect(missed.count == report.broken.count && missed.allSatisfy { $0.hasPrefix("index.html: ") }, "\(missed)")
            let targets = ["#gone", "Bread#gone", "Salt#Gone", "Bread#Spot", "#Sea"]
            #expect(Self.said(report) == targets.map { "Home: \($0) heading" }.sorted())
        }
    }

    @Test func aRedirectThatLeadsNowhereIsNamed() async throws {
        let files = [
            "Home.md": "[[Lost]] [[Circle]] [[Chain]] [[Hidden]]\n", "Lost.md": "---\nredirect: Nope\n---\n",
            "Circle.md": "---\nredirect: Square\n---\n", "Square.md": "---\nredirect: Circle\n---\n",
            "Chain.md": "---\nredirect: Lost\n---\n", "Hidden.md": "---\nredirect: Secret\n---\n",
            "Secret.md": "---\ndraft: true\n---\nHiddenword.\n", "Self.md": "---\nredirect: Self\n---\n",
        ]
        try await SiteWiki.with(files) { site in
            let report = try await site.export()
            #expect(
                Self.said(report) == [
                    "Circle: Square redirect", "Hidden: Secret redirect", "Lost: Nope redirect", "Self: Self redirect",
                    "Square: Circle redirect",
                ])
            let tree = try site.tree()
            #expect(SiteLinks(tree).broken == [] && tree.paths(holding: "Hiddenword") == [])
            #expect(tree.text("Chain.html").contains("url=Lost.html"))
        }
    }

    // MARK: One run after another

    /// Changes a wiki step by step, and holds a site that followed against one that is made anew.
    private func follow(
        _ files: [String: String], _ steps: [(changes: [String: String?], said: [String])],
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        var files = files
        try await SiteWiki.with(files) { site in
            try await site.export("followed")
            for (number, step) in steps.enumerated() {
                for (path, text) in step.changes { files[path] = text }
                try await site.commit(files)
                let followed = try await site.export("followed")
                let anew = try await site.export("anew-\(number)")
                #expect(Self.said(followed) == Self.said(anew), "step \(number)", sourceLocation: sourceLocation)
                #expect(Self.said(followed) == step.said.sorted(), "step \(number)", sourceLocation: sourceLocation)
                let (one, other) = (try site.tree("followed"), try site.tree("anew-\(number)"))
                #expect(one == other, "step \(number):\n\(one.difference(from: other))", sourceLocation: sourceLocation)
            }
        }
    }

    @Test func aHeadingThatGoesIsMissedByPagesThatStayAsTheyAre() async throws {
        let files = [
            "Home.md": "Words.\n", "Far.md": "[[Bread#Why]]\n", "Alias.md": "[x](Loaf#why)\n", "Moved.md": "[[Older#Why]]\n",
            "Embed.md": "[x](#why)\n\n![[Bread]]\n", "Bread.md": "---\naliases: [Loaf]\n---\n## Why\n",
            "Old.md": "---\nredirect: Loaf\n---\n", "Older.md": "---\nredirect: Old\n---\n", "Folder.md": "[x](/#why)\n",
        ]
        let all = ["Alias: Loaf#why heading", "Embed: #why heading", "Far: Bread#Why heading", "Moved: Older#Why heading"]
        let lost = "Folder: /#why heading"
        try await follow(
            files,
            [
                (["Bread.md": "---\naliases: [Loaf]\n---\n## How\n"], all + [lost]),
                (["Bread.md": "---\naliases: [Loaf]\n---\n<a name=\"why\"></a> <b id=\"Why\">x</b>\n"], ["Embed: #why heading", lost]),
                (["Bread.md": "---\naliases: [Loaf]\n---\n## Why\n", "Home.md": "## Why\n"], []),
                (["Old.md": "---\nredirect: Home\n---\n", "Bread.md": "---\naliases: [Loaf]\n---\nx\n"], Array(all.prefix(3))),
                (["Old.md": "---\nredirect: Nope\n---\n"], all + ["Old: Nope redirect"]),
                (["Nope.md": "## Why\n"], Array(all.prefix(3))),
                (["Nope.md": nil], all + ["Old: Nope redirect"]),
                (["Old.md": "---\nredirect: Older\n---\n"], all + ["Old: Older redirect", "Older: Old redirect"]),
            ])
    }

    /// Many pages stay as they are, and are not even looked at.
    @Test func onlyThoseThatLinkThereAreMadeAgain() async throws {
        var files = ["_Sidebar.md": "[[Home]]\n", "Home.md": "Words.\n", "Far.md": "[[Bread#Why]]\n", "Bread.md": "## Why\n"]
        for number in 1...40 { files["Page \(number).md"] = "Words of \(number). [x](Home#gone-\(number))\n" }
        try await SiteWiki.with(files) { site in
            #expect(try await site.export().broken.count == 40)
            let before = try site.tree()
            files["Bread.md"] = "## How\n"
            try await site.commit(files)
            let report = try await site.export()
            #expect(report.broken.count == 41 && report.made < 12, "\(report.made)")
            let changed = try site.tree().changed(from: before).filter { !$0.hasPrefix("-/") && $0.hasSuffix(".html") }
            #expect(Set(changed).isSubset(of: ["Bread.html", "Far.html"]), "\(changed)")
        }
    }

    // MARK: Drafts

    /// A draft is no page to its readers: no name of its own leads past or to it, before and after it goes.
    @Test(arguments: [nil, "https://wiki.example.com/"]) func anAliasOfADraftLeavesNothing(wikiURL: String?) async throws {
        var files = [
            "Home.md": "[[Crust]] [[Rind]] [[Peel]]\n", "Guides/One.md": "[[Crust]] ![[Rind]] [x](Secret) [[Guides]]\n",
            "Deep/Rind.md": "A rind.\n",
            "Secret.md": "---\ndraft: true\naliases: [Crust, Rind]\n---\nHiddenword.\n", "Peel.md": "---\naliases: [Skin]\n---\nOpen.\n",
            "Two.md": "[[Skin]] [[Secret#x]]\n", "Guides/README.md": "---\ndraft: true\n---\nHiddenword.\n",
        ]
        let options = SiteWiki.options { $0.wikiURL = wikiURL }
        try await SiteWiki.with(files) { site in
            let first = try await site.export("followed", options)
            let targets = [
                "Guides/One: Crust page", "Guides/One: Secret page", "Home: Crust page", "Two: Secret page",
            ]
            #expect(Self.said(first) == targets)
            #expect(try site.tree("followed").text("index.html").contains("href=\"Deep/Rind.html\""), "nor is another page hidden by it")
            let steps: [[String: String?]] = [
                ["Secret.md": nil, "Guides/README.md": nil],
                ["Peel.md": "---\ndraft: true\naliases: [Skin]\n---\nHiddenword.\n"], ["Peel.md": nil],
                ["Secret.md": "---\naliases: [Crust, Rind]\n---\nOpen.\n"],
                ["Secret.md": "---\ndraft: true\naliases: [Crust]\n---\nHiddenword.\n"],
                ["Secret.md": "---\ndraft: true\naliases: [Peel]\n---\nHiddenword.\n"], ["Secret.md": nil],
            ]
            for (number, changes) in steps.enumerated() {
                for (path, text) in changes { files[path] = text }
                try await site.commit(files)
                let followed = try await site.export("followed", options)
                let anew = try await site.export("anew-\(number)", options)
                #expect(Self.said(followed) == Self.said(anew), "step \(number)")
                let (one, other) = (try site.tree("followed"), try site.tree("anew-\(number)"))
                #expect(one == other, "step \(number):\n\(one.difference(from: other))")
                #expect(one.paths(holding: "Hiddenword") == [])
            }
        }
    }
}
