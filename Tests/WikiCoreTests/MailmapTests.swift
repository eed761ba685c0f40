import Git
import TestSupport
import Testing
import WikiCore

@Suite struct MailmapTests {
    private let map = Mailmap(
        Array(
            """
            # People
            Proper Name <commit@old.org>
            <proper@new.org> <commit@two.org>
            Full Name <full@new.org> <commit@three.org>
            One Person <one@new.org> Nick Name <shared@host.org>  # a note
            Zoë  van   Dam <Z@E.org>
            rubbish without an address
            <broken

            """.utf8))

    @Test(arguments: [
        ("anything", "commit@old.org", "Proper Name", "commit@old.org"), ("Ann", "COMMIT@TWO.ORG", "Ann", "proper@new.org"),
        ("Ann", "commit@three.org", "Full Name", "full@new.org"), ("nick name", "Shared@host.org", "One Person", "one@new.org"),
        ("Other", "shared@host.org", "Other", "shared@host.org"), ("z", "z@e.ORG", "Zoë van Dam", "z@e.ORG"),
        ("Ann", "ann@x.org", "Ann", "ann@x.org"),
    ])
    func names(_ name: String, _ email: String, _ properName: String, _ properEmail: String) {
        let proper = map.proper(name: name, email: email)
        #expect(proper.name == properName && proper.email == properEmail)
    }

    /// The real git reads the same map the same way, on a history of such people.
    @Test func gitAgrees() async throws {
        let history = try History()
        let people = [
            ("anything", "commit@old.org"), ("Ann", "commit@two.org"), ("Bea", "commit@three.org"), ("Nick Name", "shared@host.org"),
            ("Other", "shared@host.org"),
        ]
        let text =
            "Proper Name <commit@old.org>\n<proper@new.org> <commit@two.org>\nFull Name <full@new.org> <commit@three.org>\nOne Person <one@new.org> Nick Name <shared@host.org>\n"
        try history.commitToMain([".mailmap": .text(text), "P.md": "0\n"], author: ("Full Name", "full@new.org"))
        for (number, person) in people.enumerated() { try history.commitToMain(["P.md": "\(number + 1)\n"], author: person) }
        let names = try history.git("-c", "mailmap.blob=main:.mailmap", "log", "--use-mailmap", "--format=%aN", "main", "--", "P.md").split(
            separator: "\n"
        ).map(String.init)
        try await withWiki(history.data) { wiki in
            let contributors = try await wiki.contributors("P")
            #expect(try await wiki.revisions("P").map(\.author) == names)
            #expect(contributors.map(\.name).first == "Full Name" && contributors.first?.edits == 2)
            #expect(!contributors.contains { $0.name.contains("@") })
            // The map changes: everybody is who it says, at once.
            try history.commitToMain([".mailmap": "Same <s@x> <commit@old.org>\nSame <s@x> <commit@two.org>\n"])
            try await wiki.indexer.catchUp()
            #expect(try await wiki.contributors("P").first { $0.name == "Same" }?.edits == 2)
        }
        try await expectRebuildIsSame(history.data)
    }
}
