import Git
import TestSupport
import Testing
import WikiCore

/// Whose the words of a page are, over everything that a history does to them.
@Suite struct AttributionTests {
    private let ann = (name: "Ann", email: "ann@example.org")
    private let ben = (name: "Ben", email: "ben@example.org")
    private let eve = (name: "Eve", email: "eve@example.org")
    private let first = "The kettle stands beside the copper stove in the northern kitchen.\n"
    private let second = "Every morning somebody carries fresh water from the courtyard well.\n"
    private let third = "Whoever drinks the last cup also washes the whole set of porcelain.\n"

    @Test func eachHasTheirWords() async throws {
        let history = try History()
        try history.commitToMain(["P.md": .text(first)], author: ann)
        let edit = try history.commitToMain(["P.md": .text(first + "\n" + second)], author: ben)
        try await withWiki(history.data) { wiki in
            #expect(try await wiki.authored("P") == ["Ann: \(line(first))", "Ben: \(line(second))"])
            #expect(try await wiki.shares("P") == nil)
            try await wiki.attribution.fill()
            #expect(try await wiki.shares("P") == ["Ann 52", "Ben 48"])
            let authors = try await wiki.found("P")
            #expect(authors.changes.last?.commit.id == edit)
            #expect(authors.runs.map(\.range).reduce(0) { $1.lowerBound == $0 ? $1.upperBound : -1 } == authors.text.count)
            #expect(!"\(authors)".contains("@"))
        }
    }

    @Test func aRevertGivesWordsBack() async throws {
        let history = try History()
        try history.commitToMain(["P.md": .text(first + "\n" + second)], author: ann)
        let vandal = try history.commitToMain(["P.md": "nonsense\n"], author: eve)
        try history.commitToMain(["P.md": .text(first + "\n" + second)], author: ben)
        try await withWiki(history.data) { wiki in
            try await wiki.attribution.fill()
            #expect(try await wiki.shares("P") == ["Ann 100"])
            #expect(try await wiki.authored("P", at: vandal) == ["Eve: nonsense"])
        }
    }

    @Test func aPageDeletedAndMadeAgainKeepsItsPeople() async throws {
        let history = try History()
        try history.commitToMain(["P.md": .text(first)], author: ann)
        try history.commitToMain(["P.md": .gone], author: eve)
        try history.commitToMain(["P.md": .text(first)], author: ben)
        try await withWiki(history.data) { wiki in
            try await wiki.attribution.fill()
            #expect(try await wiki.shares("P") == ["Ann 100"])
        }
    }

    @Test func aRenameChangesNothing() async throws {
        let history = try History()
        try history.commitToMain(["P.md": .text(first)], author: ann)
        try history.commitToMain(["P.md": .gone, "Folder/Q.md": .text(first)], author: ben)
        try history.commitToMain(["Folder/Q.md": .text(first + "\n" + second)], author: ben)
        try await withWiki(history.data) { wiki in
            let pieces = try await wiki.authored("Folder/Q")
            #expect(pieces == ["Ann: \(line(first))", "Ben: \(line(second))"])
        }
    }

    @Test func anOlderRevisionIsAsItWas() async throws {
        let history = try History()
        let one = try history.commitToMain(["P.md": .text(first)], author: ann)
        let two = try history.commitToMain(["P.md": .text(first + "\n" + second)], author: ben)
        try history.commitToMain(["P.md": .text(third)], author: eve)
        try await withWiki(history.data) { wiki in
            #expect(try await wiki.authored("P", at: one) == ["Ann: \(line(first))"])
            #expect(try await wiki.authored("P", at: two) == ["Ann: \(line(first))", "Ben: \(line(second))"])
            #expect(try await wiki.found("P", at: two).isOld)
            try await wiki.attribution.fill()
            #expect(try await wiki.authored("P", at: one) == ["Ann: \(line(first))"])
        }
    }

    @Test func aMergeKeepsTheWordsOfBothSides() async throws {
        let history = try History()
        let base = try history.commit(["P.md": .text(first)], author: ann)
        let left = try history.commit(["P.md": .text(first + "\n" + second)], onto: [base], author: ben)
        let right = try history.commit(["P.md": .text(third + "\n" + first)], onto: [base], author: eve)
        let merge = try history.commit(["P.md": .text(third + "\n" + first + "\n" + second)], onto: [left, right], author: ann)
        try history.setMain(merge)
        try await withWiki(history.data) { wiki in
            let pieces = try await wiki.authored("P")
            #expect(pieces == ["Eve: \(line(third))", "Ann: \(line(first))", "Ben: \(line(second))"])
        }
    }

    /// A merge that drops one side leaves the other's text, which is not that of the newest revision.
    @Test func aMergeThatDropsASideLeavesTheOther() async throws {
        let history = try History()
        let base = try history.commit(["P.md": .text(first)], author: ann)
        let left = try history.commit(["P.md": .text(first + "\n" + second)], onto: [base], author: ben)
        let right = try history.commit(["P.md": .text(third)], onto: [base], author: eve)
        try history.setMain(history.commit(onto: [left, right]))
        try await withWiki(history.data) { wiki in
            try await wiki.attribution.fill()
            #expect(try await wiki.authored("P") == ["Ann: \(line(first))", "Ben: \(line(second))"])
            #expect(try await wiki.shares("P") == ["Ann 52", "Ben 48"])
        }
    }

    @Test func whatIsTooLargeOrNoTextHasNoAuthors() async throws {
        let history = try History()
        try history.commitToMain([
            "Big.md": .text(String(repeating: "word ", count: 500_000)), "Odd.md": .bytes([0x61, 0xFF, 0x0A], mode: 0o100644),
        ])
        try await withWiki(history.data) { wiki in
            try await wiki.attribution.fill()
            for page in ["Big", "Odd"] {
                let answer = try await wiki.authors(of: GitPath(page), revision: nil, patience: nil)
                guard case .unreadable = answer else {
                    Issue.record("\(page): \(answer)")
                    continue
                }
                #expect(try await wiki.shares(page) == nil)
            }
            #expect(try await wiki.attribution.progress().isComplete)
        }
    }

    @Test func whoCannotWaitIsToldSo() async throws {
        let history = try History()
        // More texts than a slice of work reads.
        for number in 0..<40 {
            try history.commitToMain(["P.md": .text(String(repeating: "\(number) \(first)", count: 400))], author: ann)
        }
        try await withWiki(history.data) { wiki in
            let answer = try await wiki.authors(of: GitPath("P"), revision: nil, patience: .zero)
            guard case .notReady(let path, _, _) = answer else { throw try #require(nil as (any Error)?, "\(answer)") }
            #expect(path == GitPath("P"))
            let progress = try await wiki.attribution.progress()
            #expect(progress.left == 1)
            #expect(progress.done == 0)
        }
    }

    private func line(_ text: String) -> String { String(text.dropLast()) }
}
