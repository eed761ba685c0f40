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
        let files = ["Home.md": "![[P]]\n", "P.md": "[[New]]\n", "_Sidebar.md": "[[Home]]\n", "Q.md": "![[Home]] ![[D]]\n", "D.md": "[[E]]\n"]
        let (draft, shown) = ("---\ndraft: true\n---\nx\n", "x\n")
        try await follow(
            files, [["sub/New.md": shown], ["sub/New.md": draft], ["sub/New.md": shown], ["sub/New.md": nil, "E.md": shown], ["E.md": draft]]
        ) { number, tree in
            #expect(tree.text("index.html").contains("sub/New.html") == [1, 3].contains(number), "\(number)")
        }
    }

    @Test func aPageGivesItsFolderToAnother() async throws {
        let files = [
            "Home.md": "# Home\n", "README.md": "# Read\n", "A/B/README.md": "---\naliases: [Role]\n---\nr\n", "A/Z.md": "z\n", "_Sidebar.md": "[[Home]]\n",
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
}
