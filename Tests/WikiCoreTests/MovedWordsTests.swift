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

    private let boat = "A boat with three oars lay upside down on the gravel behind the chapel."

    /// A sentence goes to a new page, changed on the way.
    @Test(arguments: [
        ("as it was", "A boat with three oars lay upside down on the gravel behind the chapel."),
        ("with a word changed", "A boat with three oars lay upside down on the grass behind the chapel."),
        ("laid out anew", "A boat with three oars\nlay upside down on the\ngravel behind the chapel."),
        ("in bold, as an item", "- A **boat** with three oars lay upside down on the gravel behind the chapel"),
    ]) func aSentenceThatMovesKeepsItsWriter(_ how: String, _ arrived: String) async throws {
        let history = try History()
        try history.commitToMain(["A.md": .text("# A\n\n\(kept)\n\(boat)\n\n\(other)")], author: ann)
        try history.commitToMain(["A.md": .text("# A\n\n\(kept)\n\(other)"), "B.md": .text("# B\n\n\(arrived)\n")], author: ben)
        try await withWiki(history.data) { wiki in
            try await wiki.attribution.fill()
            let pieces = try await wiki.authored("B")
            #expect(try await wiki.words(of: "Ann", in: "B") >= 13, "\(how): \(pieces)")
            #expect(try await wiki.shares("A") == ["Ann 100"])
        }
    }

    @Test func wordsThatAreWrittenWithoutSpacesKeepTheirWriter() async throws {
        let japanese = """
            港は一九五二年の長い冬に二度浚渫された。なぜ技師たちが外壁に花崗岩を選んだのか誰も覚えていない。\
            漁師たちは四つの村から来て、それぞれが自分の種類の船を持ってきた。霧が出るたびに礼拝堂の鐘が鳴らされた。
            """
        let thai = """
            ท่าเรือถูกขุดลอกสองครั้งในฤดูหนาวอันยาวนาน ไม่มีใครจำได้ว่าทำไมวิศวกรจึงเลือกหินแกรนิตสำหรับกำแพงด้านนอก \
            ชาวประมงมาจากสี่หมู่บ้าน และแต่ละคนก็นำเรือของตนมา
            """
        let history = try History()
        try history.commitToMain(["A.md": .text("# 港\n\n\(japanese)\n\n\(thai)\n")], author: ann)
        try history.commitToMain(
            [
                "A.md": "# 港\n", "J.md": .text("# 二\n\n\(japanese.replacing("長い冬", with: "長い夏"))\n"),
                "T.md": .text("# T\n\n\(thai.replacing("ฤดูหนาว", with: "ฤดูร้อน"))\n"),
            ], author: ben)
        try await withWiki(history.data) { wiki in
            try await wiki.attribution.fill()
            for page in ["J", "T"] {
                let (all, pieces) = (try await wiki.found(page).words, try await wiki.authored(page))
                #expect(try await wiki.words(of: "Ann", in: page) * 10 >= all * 9, "\(pieces)")
            }
        }
    }

    /// Git sees a page that goes, and another one that comes.
    @Test func aShortPageWithAnotherTitleKeepsItsWriter() async throws {
        let history = try History()
        try history.commitToMain(["Old.md": .text("# The boat\n\n\(boat)\n")], author: ann)
        let text = "# Boats on the beach\n\n\(boat.replacing("gravel", with: "grass"))\n"
        try history.commitToMain(["Old.md": .gone, "New.md": .text(text)], author: ben)
        try await withWiki(history.data) { wiki in
            try await wiki.attribution.fill()
            let pieces = try await wiki.authored("New")
            #expect(try await wiki.words(of: "Ann", in: "New") >= 13, "\(pieces)")
        }
    }

    @Test func manyPagesThatBecomeOneKeepTheirWriters() async throws {
        let notes = [
            "Anchors of forged iron hang on the wall behind the counter of the chandler.",
            "Every bell on the pier is rung twice when fog rolls in from the west.",
            "Cargo from the southern islands was weighed under a roof of slate and tar.",
            "Nets dry on poles that boys carry down to the shingle before breakfast.",
            "Lamps in the tower burn whale oil, which the keeper measures by the cup.",
            "Pilots drew lots each morning for the first ship that came over the bar.",
        ]
        let history = try History()
        for (number, note) in notes.enumerated() {
            try history.commitToMain(["N\(number).md": .text(note + "\n")], author: ("W\(number)", "w\(number)@example.org"))
        }
        var changes: [String: History.Change] = ["All.md": .text("# All\n\n" + notes.joined(separator: "\n\n") + "\n")]
        for number in notes.indices { changes["N\(number).md"] = .gone }
        try history.commitToMain(changes, author: ben)
        try await withWiki(history.data) { wiki in
            let pieces = try await wiki.authored("All")
            for number in notes.indices { #expect(pieces.contains { $0.hasPrefix("W\(number)") }, "\(number): \(pieces)") }
        }
    }

    /// As people move text in a browser: out of one page, then into the other.
    @Test func whatIsCutInOneEditAndPastedInTheNextKeepsItsWriter() async throws {
        let history = try History()
        try history.commitToMain(["Tea.md": .text(kept + "\n" + moved)], author: ann)
        try history.commitToMain(["Tea.md": .text(kept)], author: ben)
        try history.commitToMain(["Garden.md": .text(other)], author: eve)
        try history.commitToMain(["Water.md": .text(moved)], author: ben)
        try await withWiki(history.data) { wiki in
            try await wiki.attribution.fill()
            let pieces = try await wiki.authored("Water")
            #expect(pieces.allSatisfy { $0.hasPrefix("Ann from Tea: ") }, "\(pieces)")
        }
    }

    @Test func aPhraseThatTwoPagesShareIsNoCopy() async throws {
        let history = try History()
        try history.commitToMain(["A.md": "On the other hand, the kettle in the northern kitchen is older than the stove.\n"], author: ann)
        try history.commitToMain(
            ["B.md": "Most ladders are of ash. On the other hand, the ones in our orchard were made of larch by a cousin.\n"], author: ben)
        try await withWiki(history.data) { wiki in
            try await wiki.attribution.fill()
            #expect(try await wiki.shares("B") == ["Ben 100"])
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
