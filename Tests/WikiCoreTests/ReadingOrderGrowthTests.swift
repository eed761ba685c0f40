import GRDB
import Git
import TestSupport
import Testing

@testable import WikiCore

/// The order follows every change of the wiki, at a cost that does not follow its size.
@Suite struct ReadingOrderGrowthTests {
    @Test func whatIsKeptFollowsEveryChange() async throws {
        let history = try History()
        var step = try history.commitToMain([
            "_Sidebar.md": "* [[One]]\n* [[Two]]\n* [[Three]]\n", "One.md": "1\n", "Two.md": "# Second\n\n2\n", "Three.md": "3\n",
            "Guide/a.md": "a\n", "Guide/b.md": "b\n",
        ])
        let first = step
        try await withWiki(history.data) { wiki in
            func order(_ changes: [String: History.Change] = [:]) async throws -> ReadOrder {
                if !changes.isEmpty { step = try history.commitToMain(changes) }
                try await wiki.indexer.catchUp()
                return try await ReadOrder(wiki)
            }
            #expect(try await order().steps["Two"] == "/One /Three")
            #expect(try await order(["Three.md": .gone, "Late/Three.md": "3\n"]).steps["Two"] == "/One /Late/Three")
            #expect(try await order(["Late/Three.md": "---\ndraft: true\n---\n3\n"]).steps["Two"] == "/One -")
            #expect(try await order(["Late/Three.md": "3\n", "One.md": "---\nredirect: Two\n---\n"]).steps["Two"] == "- /Late/Three")
            let title = try await wiki.read { snapshot -> String? in
                let page = try snapshot.index.page(path: GitPath("Late/Three"))
                return try page.flatMap {
                    try ReadingOrder(snapshot: snapshot, lists: wiki.readingLists).neighbours(of: $0).previous?.title
                }
            }
            #expect(title == "Second")
            #expect(try await order(["_Sidebar.md": "* [[Late/Three]]\n* [[Two]]\n"]).steps["Two"] == "/Late/Three -")
            let natural = try await order(["_Sidebar.md": .gone, "Guide.md": "---\nweight: 1\n---\n"])
            #expect(natural.pages == ["Guide", ".Guide/a", ".Guide/b", ".Late/Three", "Two"])
            // The folder loses its weight with its page, and a page inside takes its place.
            let inside = try await order(["Guide.md": .gone, "Guide/README.md": "r\n", "a.md": "a\n"])
            #expect(inside.pages == ["a", "Guide/README", ".Guide/a", ".Guide/b", ".Late/Three", "Two"])
            #expect(
                try await order(["Guide/README.md": "---\ndraft: true\n---\n", "mkdocs.yml": "nav: [Two.md, a.md]\n"]).steps["a"]
                    == "/Two -")
            #expect(try await order(["mkdocs.yml": "nav: [a.md, Two.md]\n"]).steps["a"] == "- /Two")
            #expect(try await order(["mkdocs.yml": .gone]).steps["a"] == "- /Guide/a")
            try history.setMain(first)
            #expect(try await order().steps["Two"] == "/One /Three")
            try history.setMain(step)
            #expect(try await order().steps["a"] == "- /Guide/a")
        }
        try await expectRebuildIsSame(history.data)
    }

    @Test(arguments: 100..<108) func anyHistory(_ seed: Int) async throws {
        var random = RandomHistory(seed: UInt64(seed), history: try History())
        try await withWiki(random.history.data) { wiki in
            for _ in 0..<12 {
                try random.step()
                try await wiki.indexer.catchUp()
                _ = try await ReadOrder(wiki)
            }
        }
        try await expectRebuildIsSame(random.history.data, "seed \(seed)")
    }

    /// How many statements the surroundings of a page take.
    private func statements(_ files: [String: History.Change], for path: String) async throws -> Int {
        let history = try History()
        try history.commitToMain(files)
        return try await withWiki(history.data) { wiki in
            try await wiki.read { snapshot in
                let page = try #require(try snapshot.index.page(path: GitPath(path)))
                let order = try ReadingOrder(snapshot: snapshot, lists: wiki.readingLists)
                // Lists are looked up by whoever comes first.
                _ = try order.neighbours(of: page)
                var count = 0
                snapshot.index.database.trace { _ in count += 1 }
                _ = try order.neighbours(of: page)
                _ = try order.sidebar(beside: page)
                snapshot.index.database.trace(options: [])
                return count
            }
        }
    }

    @Test func theCostDoesNotFollowTheWiki() async throws {
        func pages(_ count: Int, _ text: String) -> [String: History.Change] {
            Dictionary(uniqueKeysWithValues: (0..<count).map { ("n\($0).md", .text(text)) })
        }
        #expect(try await statements(pages(5000, "x\n"), for: "n2500") < 30)
        let weighted = try await statements(pages(5000, "---\nweight: 1\n---\nx\n"), for: "n2500")
        #expect(weighted < 60)
        let few = try await statements(pages(150, "---\nweight: 1\n---\nx\n"), for: "n75")
        #expect(weighted == few)
        var listed = pages(5000, "x\n")
        listed["_Sidebar.md"] = .text((0..<4000).map { "* [[n\($0)]]\n" }.joined())
        #expect(try await statements(listed, for: "n2500") < 30)
    }
}
