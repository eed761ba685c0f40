import Testing

@testable import StaticExport

/// A link by a name that a page had leads where the page at its old address does, for as long as that does.
struct FormerNameTests {
    private static let options = SiteWiki.options { $0.isStrict = true }
    private static let begin = [
        "Home.md": "# Home\n\n[[Old]] [o](Old.md#part) [[Guides/Loaf|L]]\n", "Old.md": "# Old\n\n## Part\n\nOf flour.\n",
        "Guides/Loaf.md": "A loaf. [up](../Old.md)\n", "Other.md": "Something else.\n",
    ]

    private static func moved(_ change: (inout [String: String]) -> Void = { _ in }) -> [String: String] {
        var files = begin
        files["New.md"] = files.removeValue(forKey: "Old.md")
        files["Bread/Loaf.md"] = files.removeValue(forKey: "Guides/Loaf.md")
        change(&files)
        return files
    }

    @Test func linksByFormerNamesLeadOn() async throws {
        try await SiteWiki.with(Self.begin) { site in
            try await site.commit(Self.moved())
            let report = try await site.export("site", Self.options)
            #expect(report.broken == [], "strictly none is broken")
            let home = try site.tree().text("index.html")
            #expect(home.contains("href=\"New.html\"") && home.contains("href=\"New.html#part\""))
            #expect(home.contains("href=\"Bread/Loaf.html\"") && !home.contains("class=\"missing\""))
            #expect(SiteLinks(try site.tree()).broken == [])
        }
    }

    @Test func aSiteThatFollowsIsLikeOneMadeAnew() async throws {
        let states = [
            Self.moved(), Self.moved { $0["New.md"] = "---\ndraft: true\n---\n# Old\n\n## Part\n\nOf flour.\n" }, Self.moved(),
            Self.moved { $0["Old.md"] = "Another page.\n" }, Self.moved(), Self.moved { $0["New.md"] = nil },
            Self.moved { $0["Newest.md"] = $0.removeValue(forKey: "New.md") },
            Self.moved { $0["Bread/Loaf.md"] = "---\nredirect: Other\n---\n" },
            Self.moved { $0["Bread/Loaf.md"] = "---\nredirect: Nobody\n---\n" },
        ]
        try await SiteWiki.with(Self.begin) { site in
            try await site.export("followed")
            for (number, files) in states.enumerated() {
                try await site.commit(files)
                let followed = try await site.export("followed")
                let anew = try await site.export("anew-\(number)")
                let (one, other) = (try site.tree("followed"), try site.tree("anew-\(number)"))
                #expect(one == other, "step \(number):\n\(one.difference(from: other))")
                #expect(followed.broken == anew.broken && SiteLinks(one).brokenFiles == [], "step \(number)")
            }
        }
    }
}
