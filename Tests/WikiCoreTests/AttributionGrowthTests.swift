import Git
import TestSupport
import Testing
import WikiCore

/// However a wiki's authorship was kept, edit by edit, stretch by stretch, or over rewinds, it is what a rebuild makes.
@Suite(.serialized) struct AttributionGrowthTests {
    @Test(arguments: 0..<12) func grownEqualsRebuilt(_ seed: Int) async throws {
        var random = RandomHistory(seed: UInt64(1000 + seed), history: try History())
        let data = random.history.data
        for _ in 0..<2 {
            try await withWiki(data) { wiki in
                for _ in 0..<(4 + random.generator.below(12)) {
                    try random.step()
                    guard random.generator.oneIn(2) else { continue }
                    try await wiki.indexer.catchUp()
                    if random.generator.oneIn(2) { try await wiki.attribution.fill() }
                }
                try await wiki.indexer.catchUp()
                try await wiki.attribution.fill()
            }
            try await expectRebuildIsSame(data, "seed \(seed)", isFilled: true)
        }
    }

    @Test func eachEditEqualsAllAtOnce() async throws {
        let history = try History()
        let texts = ["The kettle stands beside the stove.\n", "Somebody carries fresh water from the well.\n", "The last cup is yours.\n"]
        try await withWiki(history.data) { wiki in
            var base: ObjectID?
            for count in [1, 2, 3, 2, 1, 3] {
                base = try await wiki.save("P", texts.prefix(count).joined(separator: "\n"), base: base, by: "N\(count)").saved().revision
                try await wiki.attribution.fill()
            }
            #expect(try await wiki.shares("P")?.count == 3)
        }
        try await expectRebuildIsSame(history.data, isFilled: true)
    }

    /// A push whose merge has the pusher's commit as first parent renumbers what came meanwhile.
    @Test func aRewoundLineLeavesNothingThatDangles() async throws {
        let history = try History()
        let first = try history.commit(["P.md": "The kettle stands beside the stove.\n", "Q.md": "Quiet.\n"])
        let theirs = try history.commit(["P.md": "The kettle stands beside the copper stove.\n"], onto: [first], author: ("Ben", "b@x.org"))
        let mine = try history.commit(["Q.md": "Quiet words about nothing.\n"], onto: [first], author: ("Eve", "e@x.org"))
        let foxtrot = try history.commit(["P.md": "The kettle stands beside the copper stove.\n"], onto: [mine, theirs])
        for (tip, isFilled) in [(theirs, true), (foxtrot, false)] {
            try history.setMain(tip)
            try await withWiki(history.data) { wiki in
                if isFilled { try await wiki.attribution.fill() } else { #expect(try await wiki.shares("P") == nil) }
            }
        }
        try await withWiki(history.data) { wiki in
            try await wiki.attribution.fill()
            #expect(try await wiki.authored("P").contains("Ben: copper"))
        }
        try await expectRebuildIsSame(history.data, isFilled: true)
    }
}
