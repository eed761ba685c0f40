import Git
import TestSupport
import Testing

@testable import WikiCore

/// Who changed a sentence, those too of whose words none are left.
@Suite struct SentenceTouchesTests {
    private let ann = (name: "Ann", email: "ann@example.org")
    private let ben = (name: "Ben", email: "ben@example.org")
    private let eve = (name: "Eve", email: "eve@example.org")
    private let sentence = "The kettle stands beside the copper stove in the northern kitchen.\n"
    private let other = "\nEvery morning somebody carries fresh water from the well.\n"

    private func touches(_ wiki: Wiki, at words: String = "copper stove", revision: ObjectID? = nil) async throws -> (
        who: [String], isWhole: Bool
    ) {
        let authors = try await wiki.found("P", at: revision)
        let (text, wanted) = (authors.text, Array(words.utf8))
        let place = try #require((0...text.count - wanted.count).first { text[$0..<$0 + wanted.count].elementsEqual(wanted) })
        let touches = try await wiki.read { try $0.touches(of: place..<place + wanted.count, in: authors) }
        return (touches.revisions.map { "\($0.author): \($0.summary)" }, touches.isWhole)
    }

    @Test func wordsThatCameAndWent() async throws {
        let history = try History()
        try history.commitToMain(["P.md": .text(sentence + other)], author: ann)
        try history.commitToMain(["P.md": .text("The old" + sentence.dropFirst(3) + other)], "Old\n", author: ben)
        try history.commitToMain(["P.md": .text("The old" + sentence.dropFirst(3) + other + "More.\n")], "More\n", author: ben)
        try history.commitToMain(["P.md": .text(sentence + other + "More.\n")], "Not old\n", author: eve)
        try history.commitToMain(["P.md": .text(sentence + "\nTea." + other)], "Tea\n", author: eve)
        try await withWiki(history.data) { wiki in
            let found = try await touches(wiki)
            #expect(found.who == ["Eve: Not old", "Ben: Old"] && found.isWhole)
            #expect(try await touches(wiki, at: "fresh water").who == [])
            #expect(try await touches(wiki, revision: wiki.commits(of: "P")[2]).who == ["Ben: Old"])
        }
    }

    @Test func overBlankingsAndDeletions() async throws {
        let history = try History()
        try history.commitToMain(["P.md": .text(sentence + other)], author: ann)
        try history.commitToMain(["P.md": .text(sentence.replacing("northern", with: "cold northern") + other)], "Cold\n", author: ben)
        try history.commitToMain(["P.md": "nonsense\n"], "Blank\n", author: eve)
        try history.commitToMain(["P.md": .text(sentence.replacing("northern", with: "cold northern") + other)], "Back\n", author: ann)
        try history.commitToMain(["P.md": .gone], "Delete\n", author: eve)
        try history.commitToMain(["P.md": .text(sentence + other)], "Undelete\n", author: ann)
        try await withWiki(history.data) { wiki in
            let found = try await touches(wiki)
            #expect(found.who == ["Ann: Undelete", "Ben: Cold"] && found.isWhole)
        }
    }

    /// Its changes count for the merge, as in what the merge changed.
    @Test func whatAMergeBrought() async throws {
        let history = try History()
        let base = try history.commitToMain(["P.md": .text(sentence + other)], author: ann)
        let main = try history.commitToMain(["P.md": .text(sentence + other + "\nMore.\n")], "More\n", author: eve)
        let changed = sentence.replacing("northern", with: "cold")
        let side = try history.commit(["P.md": .text(changed + other)], onto: [base], "Cold\n", author: ben)
        let merge = try history.commit(["P.md": .text(changed + other + "\nMore.\n")], onto: [main, side], "Merge\n", author: eve)
        try history.setMain(merge)
        try await withWiki(history.data) { wiki in
            let found = try await touches(wiki)
            #expect(found.who == ["Eve: Merge"])
        }
    }

    @Test func howFarItIsLooked() async throws {
        let history = try History()
        try history.commitToMain(["P.md": .text(sentence)], author: ann)
        try history.commitToMain(["P.md": .text("Old: " + sentence)], "Old\n", author: ben)
        try history.commitToMain(["P.md": .text(sentence)], "Not old\n", author: eve)
        for number in 0..<SentenceTouches.revisionLimit {
            try history.commitToMain(["P.md": .text(sentence + "\nLine \(number).\n")], author: ann)
        }
        try await withWiki(history.data) { wiki in
            let found = try await touches(wiki)
            #expect(found.who == [] && !found.isWhole)
            let wide = try await wiki.found("P")
            #expect(try await wiki.read { try $0.touches(of: 0..<0, in: wide) }.isWhole)
        }
    }
}
