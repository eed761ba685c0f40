import TestSupport
import Testing
import WikiCore

/// Names that are addresses are shown without them.
@Suite struct AuthorNameTests {
    @Test(arguments: [
        ("Ada Lovelace", "Ada Lovelace"), ("ada@example.org", "ada"), ("<ada@example.org>", "ada"),
        ("Ada <ada@example.org>", "Ada"), ("Ada ada@example.org", "Ada ada"), ("@ada", "@ada"), ("", ""), ("@", "@"), ("a@", "a"),
    ])
    func shown(_ name: String, _ expected: String) {
        #expect(AuthorName.shown(name) == expected)
    }

    @Test func listsAndMailmapsShowNoAddress() async throws {
        let history = try History()
        try history.commitToMain(["P.md": "one\n"], author: ("grace@example.org", "grace@example.org"))
        try history.commitToMain(
            ["P.md": "two\n", ".mailmap": "linus@example.org <linus@example.org>\n"], author: ("Linus", "linus@example.org"))
        try await withWiki(history.data) { wiki in
            let (people, authors) = (try await wiki.contributors("P").map(\.name), try await wiki.revisions("P").map(\.author))
            #expect(people.sorted() == ["grace", "linus"])
            #expect(authors == ["linus", "grace"])
        }
        try await expectRebuildIsSame(history.data)
    }
}
