import TestSupport
import Testing
import WikiCore

@testable import StaticExport

/// The list of pages says how many words each has, and whose they are.
struct PageWordsTests {
    /// The pages of a site's list as `path words name=share…`, read by somebody else's reader.
    private static func listed(_ site: SiteWiki, _ name: String = "site") throws -> [String] {
        let script = """
            for page in json.loads(data):
                print(page['path'] or '/', page.get('words'), *['%s=%.4f' % (who['name'], who['share']) for who in page['contributors']])
            """
        return try PythonReader.lines(script, of: try site.tree(name).files["index.json"] ?? []).sorted()
    }

    @Test func whoWroteAPageIsListedWithTheirShare() async throws {
        var files = ["Home.md": "One two three.\n", "Other.md": "Alpha beta\n"]
        try await SiteWiki.with(files) { site in
            try await site.export()
            #expect(try Self.listed(site) == ["/ 3 Ada=1.0000", "Other 2 Ada=1.0000"])
            files["Home.md", default: ""] += "\nMercury Venus Earth Mars Jupiter.\n"
            try await site.commit(files, by: "Ben", "Edit\n\nCo-authored-by: Zoe <zoe@example.org>\n")
            try await site.export()
            #expect(try Self.listed(site) == ["/ 8 Ada=0.3750 Ben=0.3125 Zoe=0.3125", "Other 2 Ada=1.0000"])
            #expect(try site.tree().paths(holding: "@example.org") == [])
            files[".mailmap"] = "Ada Lovelace <ada@example.org>\n"
            try await site.commit(files, by: "Ben")
            try await site.export()
            #expect(try Self.listed(site) == ["/ 8 Ada Lovelace=0.3750 Ben=0.3125 Zoe=0.3125", "Other 2 Ada Lovelace=1.0000"])
        }
    }

    /// One walk finds for all pages what is found for each.
    @Test(arguments: [21, 22]) func allPagesAreAsEachOfThem(seed: Int) async throws {
        var random = RandomSite(seed: seed)
        try await SiteWiki.with(random.files) { site in
            for _ in 1...15 {
                let (author, message) = random.step()
                try await site.commit(random.files, by: author, "\(message)\n\nCo-authored-by: Zoe <zoe@example.org>\n")
            }
            try await site.wiki.attribution.fill()
            try await site.wiki.read { snapshot in
                let all = try snapshot.index.everyPageWords()
                let pages = try snapshot.index.everyPage()
                #expect(!all.isEmpty && Set(all.keys).isSubset(of: pages.map(\.id)))
                for page in pages {
                    let people = try snapshot.index.wordShares(of: page) ?? []
                    #expect(all[page.id]?.writers.map(\.name) ?? [] == people.map(\.name), "\(page.path)")
                    #expect(all[page.id]?.writers.map(\.share) ?? [] == people.map(\.share), "\(page.path)")
                    #expect(Double(all[page.id]?.count ?? 0) == people.reduce(0) { $0 + $1.words }.rounded(), "\(page.path)")
                }
            }
        }
    }
}
