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
}
