import Testing

@testable import StaticExport

/// What a page shows may change with its own text untouched: the site that follows is the one that is made from nothing.
struct FollowingTests {
    /// Makes a site of files and brings it up to date after each step; a text that is nil is gone.
    /// - Parameter look: sees the site after the step of a number; 0 for how it began.
    private func follow(
        _ files: [String: String], _ steps: [[String: String?]], _ options: SiteOptions = SiteWiki.options(),
        look: (_ number: Int, _ tree: FileTree) -> Void = { _, _ in }, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        var files = files
        try await SiteWiki.with(files) { site in
            try await site.export("followed", options)
            look(0, try site.tree("followed"))
            for (number, changes) in steps.enumerated() {
                for (path, text) in changes { files[path] = text }
                try await site.commit(files)
                try await site.export("followed", options)
                try await site.export("anew-\(number)", options)
                let (one, other) = (try site.tree("followed"), try site.tree("anew-\(number)"))
                #expect(
                    one == other, "step \(number + 1), followed (+) and anew (-):\n\(one.difference(from: other))",
                    sourceLocation: sourceLocation)
                #expect(SiteLinks(one).brokenFiles == [], "step \(number + 1)", sourceLocation: sourceLocation)
                look(number + 1, one)
            }
        }
    }

    @Test func aRedirectLeadsToAFolderWithoutAPage() async throws {
        let files = ["Home.md": "[[R4]]\n", "R4.md": "---\nredirect: G\n---\n", "G/One.md": "One.\n"]
        try await follow(files, [["G/Two.md": "Two.\n"], ["G/One.md": nil, "G/Two.md": nil], ["G/One.md": "One.\n"]]) { number, tree in
            #expect(tree.text("R4.html").contains("url=G/index.html") == (number != 2), "\(number)")
        }
    }

    @Test func whatShowsAPageShowsItsLinks() async throws {
        let files = [
            "Home.md": "![[P]]\n", "P.md": "[[New]]\n", "_Sidebar.md": "[[Home]]\n", "Q.md": "![[Home]] ![[D]]\n", "D.md": "[[E]]\n",
        ]
        let (draft, shown) = ("---\ndraft: true\n---\nx\n", "x\n")
        try await follow(
            files,
            [["sub/New.md": shown], ["sub/New.md": draft], ["sub/New.md": shown], ["sub/New.md": nil, "E.md": shown], ["E.md": draft]]
        ) { number, tree in
            #expect(tree.text("index.html").contains("sub/New.html") == [1, 3].contains(number), "\(number)")
        }
    }

    @Test func aPageGivesItsFolderToAnother() async throws {
        let files = [
            "Home.md": "# Home\n", "README.md": "# Read\n", "A/B/README.md": "---\naliases: [Role]\n---\nr\n", "A/Z.md": "z\n",
            "_Sidebar.md": "[[Home]]\n",
            "L/P.md": "[t](/A/B/README) [[A/B/README]] [[Role]] [[Home]] [r](/README)\n", "L/E.md": "![[P]]\n",
        ]
        try await follow(
            files,
            [
                ["A/B/index.md": "# Index\n"], ["A/B/index.md": "# Index\n\nMore.\n"], ["A/B/index.md": "---\nredirect: Home\n---\n"],
                ["A/B/index.md": "# Index\n", "A/B/README.md": nil], ["A/B/README.md": "r\n"], ["A/B.md": "# Beside\n"], ["A/B.md": nil],
                ["A/B/index.md": nil], ["Home.md": nil], ["Home.md": "# Home\n"],
            ]
        ) { number, tree in
            let target = [0, 3, 8, 9, 10].contains(number) ? "A/B/index.html" : "A/B/README.html"
            #expect(tree.text("L/P.html").contains("href=\"../\(target)\"") || number == 4, "\(number)")
        }
    }

    /// Lists of pages stand beside pages that do not name each other.
    @Test(arguments: ["SUMMARY.md", "mkdocs.yml"]) func aListThatStandsBesidePagesIsFollowed(list: String) async throws {
        let text = list == "SUMMARY.md" ? "- [[Home]]\n- [A](sub/A.md)\n- [[B]]\n" : "nav:\n  - Home.md\n  - A: sub/A.md\n  - B.md\n"
        let files = ["Home.md": "# Home\n", "Far.md": "x\n", "sub/A.md": "a\n", "B.md": "b\n", "deep/C.md": "c\n", list: text]
        try await follow(
            files,
            [
                ["sub/A.md": nil], ["sub/A.md": "a\n"], ["sub/A.md": "---\ndraft: true\n---\na\n"], ["sub/A.md": "# Another\n"],
                ["B.md": "# Called otherwise\n"], ["sub/A.md": "---\nredirect: B\n---\n"], ["sub/A.md": "a\n", list: nil],
                ["deep/\(list)": text, list: text], ["deep/\(list)": nil], ["_Sidebar.md": "[[Far]]\n"], ["_Sidebar.md": nil],
            ]
        ) { number, tree in
            let isListed = tree.text("Far.html").contains("href=\"sub/A.html\"")
            if [0, 2, 4, 5, 8, 9].contains(number) { #expect(isListed, "\(number)") }
            if [1, 3, 6].contains(number) { #expect(!isListed, "\(number)") }
        }
    }

    /// A list that is a draft itself orders pages all the same.
    @Test func aListThatIsNotShownIsFollowed() async throws {
        let files = [
            "Home.md": "h\n", "Far.md": "x\n", "sub/A.md": "a\n", "SUMMARY.md": "---\ndraft: true\n---\n- [[Home]]\n- [[A]]\n",
        ]
        try await follow(
            files,
            [
                ["SUMMARY.md": "---\ndraft: true\n---\n- [[Home]]\n- [[Far]]\n"], ["Home.md": "# Other\n"],
                ["SUMMARY.md": nil, "sub/SUMMARY.md": "---\ndraft: true\n---\n- [[Home]]\n- [[Far]]\n"],
            ])
    }

    /// Words come from commits that changed other pages, too: none of these has a difference here.
    @Test(arguments: [HistoryDepth.recent, .full]) func wordsLeadToWhatCommitsDidToTheirPage(history: HistoryDepth) async throws {
        let passage = Self.passage
        let files = ["Home.md": "h\n", "X/Q.md": "# Q\n\n\(passage)\n", "Y/P.md": "# P\n"]
        try await follow(
            files,
            [
                ["X/Q.md": "# Q\n", "Y/P.md": "# P\n\n\(passage)\n"], ["X/Q.md": "---\nredirect: Y/P\n---\n"], ["Home.md": "more\n"],
            ], SiteWiki.options(history)
        ) { number, tree in
            if number > 0 { #expect(tree.text("-/authors/Y/P.html").contains("baker"), "\(number)") }
        }
    }

    /// The page from which words came is named as it is now, and not at all where the site does not show it.
    @Test(arguments: [HistoryDepth.recent, .full]) func theSourceOfWordsIsFollowed(history: HistoryDepth) async throws {
        let (with, without) = ("# Q\n\n\(Self.passage)\n", "# Q\n\nLittle is left of it.\n")
        let files = ["Home.md": "h\n", "X/Q.md": with, "Y/P.md": "# P\n"]
        try await follow(
            files,
            [
                ["X/Q.md": without, "Y/P.md": "# P\n\n\(Self.passage)\n"], ["X/Q.md": nil, "Z/R.md": without],
                ["Z/R.md": "# Called otherwise\n\nLittle is left of it.\n"], ["Z/R.md": "---\ndraft: true\n---\n\(without)"],
                ["Z/R.md": without], ["Z/R.md": nil], ["Home.md": "more\n"], ["Z/R.md": "Another.\n"],
            ], SiteWiki.options(history)
        ) { number, tree in
            let text = tree.text("-/authors/Y/P.html")
            #expect(text.contains("/Z/R.html\"") == [2, 3, 5, 8].contains(number), "\(number)")
            #expect(text.contains("Called otherwise") == (number == 3), "\(number)")
        }
    }

    /// Words enough to be known again elsewhere.
    private static let passage = """
        The baker rises before the sun and weighs the flour by the light of one lamp. Water from the well goes in slowly,
        then salt, then the leaven that was fed the evening before, and all of it rests under a cloth until the window is grey.
        """
}
