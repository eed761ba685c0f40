import Git
import TestSupport
import Testing
import WikiCore

/// Whatever a history looks like and however it arrived, the index is the one that a rebuild makes.
@Suite(.serialized) struct RandomHistoryTests {
    @Test(arguments: 0..<40) func grownEqualsRebuilt(_ seed: Int) async throws {
        var random = RandomHistory(seed: UInt64(seed), history: try History())
        let data = random.history.data
        for _ in 0..<3 {
            try await withWiki(data) { wiki in
                for _ in 0..<(4 + random.generator.below(12)) {
                    try random.step()
                    if random.generator.oneIn(2) { try await wiki.indexer.catchUp() }
                }
                try await wiki.indexer.catchUp()
                #expect(try wiki.indexedTip == random.history.main())
            }
            try await expectRebuildIsSame(data, "seed \(seed)")
        }
    }
}
