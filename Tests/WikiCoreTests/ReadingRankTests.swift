import TestSupport
import Testing
import WikiCore

/// Names and weights compare as readers expect, and no two names are alike.
@Suite struct ReadingRankTests {
    private func rank(_ name: String, _ weight: Double? = nil, isFolder: Bool = false) -> ReadingRank {
        ReadingRank(Array(name.utf8), weight: weight, isFolder: isFolder)
    }

    @Test(arguments: [
        ["2-b", "10-a"], ["v1", "v1.2", "v1.10", "v2"], ["Apfel", "Äpfel", "apple"], ["e9", "É10", "éclair", "f"], ["a", "a-b", "ab"],
        ["File 9", "File_10", "file-100000000000000000000000000001"], ["07", "8", "09", "10"], ["٢", "3", "٤"], ["", "0", "1", "a", "漢"],
    ])
    func naturalOrder(_ names: [String]) {
        #expect(names.shuffled().sorted { rank($0) < rank($1) } == names)
    }

    @Test func lessWeightComesFirstAndNoneLast() {
        let weights: [Double?] = [-1e300, -2.5, -1, 0, 1e-9, 0.5, 1, 2, 10, 1e300, nil]
        let ranks = weights.enumerated().map { rank("z\(9 - $0.offset)", $0.element) }
        #expect(ranks.shuffled().sorted() == ranks)
        #expect(rank("a", -0.0) == rank("a", 0) && rank("a", .nan) == rank("a") && rank("a", .infinity) == rank("a"))
        #expect(rank("a", 1).isWeighted && !rank("a").isWeighted)
    }

    @Test func aPageStandsRightBeforeTheFolderOfItsName() {
        let between = ["Guide", "guide", "Guides", "GUIDE", "Guide 0", "Guid\u{E9}", "Guide\u{301}"].map { rank($0) }
        for weight in [nil, 1.0] as [Double?] {
            let (page, folder) = (rank("Guide", weight), rank("Guide", weight, isFolder: true))
            #expect(page < folder)
            #expect(!between.contains { page < $0 && $0 < folder })
        }
    }

    /// Random names out of parts that are easily mixed up: each has a place of its own, and numbers count as numbers.
    @Test(arguments: 0..<20) func everyNameHasItsPlace(_ seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let parts = ["a", "A", "\u{E4}", "a\u{308}", "0", "00", "1", "9", "10", " ", "-", "_", ".", "ß", "ss", "٣", "3"]
        var names: Set<[UInt8]> = []
        for _ in 0..<300 { names.insert((0...generator.below(5)).flatMap { _ in Array((generator.one(of: parts) ?? "").utf8) }) }
        let ranks = names.map { ReadingRank($0, weight: nil) }
        #expect(Set(ranks).count == names.count)
        for _ in 0..<300 {
            let (one, other) = (generator.below(3000), generator.below(3000))
            let zeros = String(repeating: "0", count: generator.below(3))
            #expect((rank("Part \(zeros)\(one).x") < rank("part-\(other).x")) == (one < other) || one == other)
        }
    }
}
