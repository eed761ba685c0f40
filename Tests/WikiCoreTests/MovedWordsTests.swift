import Git
import TestSupport
import Testing
import WikiCore

/// Words that go from page to page keep their first writer, and say where they came from.
@Suite struct MovedWordsTests {
    private let ann = (name: "Ann", email: "ann@example.org")
    private let ben = (name: "Ben", email: "ben@example.org")
    private let eve = (name: "Eve", email: "eve@example.org")
    private let kept = "The kettle stands beside the copper stove in the northern kitchen of the old house.\n"
    private let moved = """
        Every morning somebody carries fresh water from the courtyard well up the narrow stairs.
        Whoever drinks the last cup of tea also washes the whole set of blue porcelain by hand.

        """
    private let other = "A ladder leans against the orchard wall until the harvest is brought in before the frost.\n"

    @Test func aSplitPageKeepsItsAuthors() async throws {
        let history = try History()
        try history.commitToMain(["Tea.md": .text(kept + "\n" + moved)], author: ann)
        try history.commitToMain(["Tea.md": .text(kept), "Water.md": .text(moved)], author: ben)
        try await withWiki(history.data) { wiki in
            try await wiki.attribution.fill()
            let pieces = try await wiki.authored("Water")
            #expect(pieces.allSatisfy { $0.hasPrefix("Ann from Tea: ") }, "\(pieces)")
            #expect(try await wiki.shares("Water") == ["Ann 100"])
            #expect(try await wiki.shares("Tea") == ["Ann 100"])
        }
    }

    @Test func aMergedPageKeepsItsAuthors() async throws {
        let history = try History()
        try history.commitToMain(["Tea.md": .text(kept)], author: ann)
        try history.commitToMain(["Water.md": .text(moved)], author: eve)
        try history.commitToMain(["Tea.md": .text(kept + "\n" + moved), "Water.md": .gone], author: ben)
        try await withWiki(history.data) { wiki in
            let pieces = try await wiki.authored("Tea")
            #expect(Set(pieces.map { $0.prefix { $0 != ":" } }) == ["Ann", "Eve from Water"])
        }
    }

    @Test func copiedWordsAreTheirFirstWriters() async throws {
        let history = try History()
        try history.commitToMain(["Tea.md": .text(moved)], author: ann)
        try history.commitToMain(["Garden.md": .text(other)], author: eve)
        try history.commitToMain(["Copy.md": .text(moved + "\n" + other)], author: ben)
        // From a copy on: still the first page, however far the words went.
        try history.commitToMain(["Tea.md": .gone], author: ben)
        try history.commitToMain(["Far.md": .text(moved)], author: eve)
        try await withWiki(history.data) { wiki in
            try await wiki.attribution.fill()
            let copied = try await wiki.authored("Copy")
            #expect(Set(copied.map { $0.prefix { $0 != ":" } }) == ["Ann from Tea", "Eve from Garden"])
            let far = try await wiki.authored("Far")
            #expect(far.allSatisfy { $0.hasPrefix("Ann from Tea: ") }, "\(far)")
        }
    }

    /// Ann's words go to another page, are edited there, and come home together with others that she wrote there in the same
    /// commit: what she wrote here is from nowhere else.
    @Test func wordsThatComeHomeAreFromThisPage() async throws {
        let start = "The old harbour wall was built of grey granite by prisoners who"
        let wall = "\(start) came from the northern islands in the spring, and its mortar was mixed with the blood of many oxen."
        let built = "\(start) were paid in bread, slept in the hold of a rotting frigate, and never once spoke with any villager."
        let history = try History()
        try history.commitToMain(["A.md": .text("\(kept)\n\(wall)\n"), "B.md": .text("\(other)\n\(moved)")], author: ann)
        try history.commitToMain(["A.md": .text(kept), "B.md": .text("\(other)\n\(moved)\n\(wall)\n")], author: ben)
        try history.commitToMain(["B.md": .text("\(other)\n\(moved)\n\(built)\n")], author: eve)
        try history.commitToMain(["A.md": .text("\(kept)\n\(moved)\n\(built)\n"), "B.md": .text(other)], author: ben)
        try await withWiki(history.data) { wiki in
            try await wiki.attribution.fill()
            #expect(try await wiki.found("A").runs.allSatisfy { $0.change != nil })
            let pieces = try await wiki.authored("A")
            #expect(Set(pieces.map { $0.prefix { $0 != ":" } }) == ["Ann", "Ann from B", "Eve from B"], "\(pieces)")
            #expect(pieces.contains { $0.hasPrefix("Ann: ") && $0.contains(start) }, "\(pieces)")
        }
    }

    @Test func wordsThatGoBackAndForthComeToAnEnd() async throws {
        let history = try History()
        try history.commitToMain(["A.md": .text(kept + "\n" + moved), "B.md": .text(other)], author: ann)
        for turn in 0..<6 {
            let isBack = turn % 2 == 1
            try history.commitToMain(
                [
                    "A.md": .text(isBack ? kept + "\n" + moved : kept), "B.md": .text(isBack ? other : other + "\n" + moved),
                ], author: turn % 2 == 0 ? ben : eve)
        }
        try await withWiki(history.data) { wiki in
            try await wiki.attribution.fill()
            #expect(try await wiki.shares("A") == ["Ann 100"])
            #expect(try await wiki.shares("B") == ["Ann 100"])
        }
    }

    @Test func shortWordsAreNobodysCopy() async throws {
        let history = try History()
        try history.commitToMain(["A.md": "# See also\n\n* yes\n"], author: ann)
        try history.commitToMain(["B.md": "# See also\n\n* yes\n"], author: ben)
        try await withWiki(history.data) { wiki in
            try await wiki.attribution.fill()
            #expect(try await wiki.shares("B") == ["Ben 100"])
        }
    }
}
