import Git
import TestSupport
import Testing
import WikiCore

/// Those whom a commit names share its words.
@Suite struct CoAuthorTests {
    private let text = "The kettle stands beside the copper stove in the northern kitchen.\n"

    private func people(_ message: String, credits: NoteBook? = nil, mailmap: String? = nil) async throws -> [String] {
        let history = try History()
        var files: [String: History.Change] = ["P.md": .text(text)]
        if let mailmap { files[".mailmap"] = .text(mailmap) }
        try history.commitToMain(files, message)
        let shares = try await withWiki(history.data, credits: credits) { wiki in
            try await wiki.attribution.fill()
            return try await wiki.shares("P")
        }
        try await expectRebuildIsSame(history.data, credits: credits, isFilled: true)
        return try #require(shares)
    }

    @Test func theyShareEqually() async throws {
        #expect(try await people("Edit\n\nCo-authored-by: Ben <ben@example.org>\n") == ["Ann 50", "Ben 50"])
        let three =
            "Edit\n\nWhy.\n\nSigned-off-by: X <x@x.org>\nco-AUTHORED-by:Ben <ben@example.org>\r\nCo-Authored-By: Eve <eve@example.org>\n"
        #expect(Set(try await people(three)) == ["Ann 33", "Ben 33", "Eve 33"])
    }

    @Test func onlyTheLastBlockCounts() async throws {
        for message in [
            "Co-authored-by: Ben <ben@example.org>\n", "Edit\n\nCo-authored-by: Ben <ben@example.org>\n\nMore words.\n",
            "Edit\n\nCo-authored-by: Ben\n", "Edit\n\nCo-authored-by: <ben@example.org>\n", "\n\nCo-authored-by: Ben <ben@example.org>\n",
        ] {
            #expect(try await people(message) == ["Ann 100"], "\(message)")
        }
    }

    @Test func nobodyIsNamedTwiceAndFewAreNamedAtAll() async throws {
        let twice =
            "Edit\n\nCo-authored-by: Ann <ann@example.org>\nCo-authored-by: Ben <ben@example.org>\nCo-authored-by: B. <ben@example.org>\n"
        #expect(try await people(twice).map { $0.suffix(2) } == ["50", "50"])
        let crowd = (0..<500).map { "Co-authored-by: P\($0) <p\($0)@example.org>\n" }.joined()
        #expect(try await people("Edit\n\n\(crowd)").count == 21)
    }

    @Test func changesNameThem() async throws {
        let history = try History()
        let message =
            "Edit\n\nCo-authored-by: Ben <ben@example.org>\nCo-authored-by: A. <ann@example.org>\nCo-authored-by: Eve <eve@example.org>\n"
        let first = try history.commitToMain(["P.md": .text(text), ".mailmap": "Ann <ann@example.org>\n"], message)
        try history.commitToMain(["P.md": .text(text + "More.\n")])
        try await withWiki(history.data) { wiki in
            let page = try await wiki.page("P")
            let (revisions, recent, commit) = try await wiki.read { snapshot in
                (
                    try snapshot.index.revisions(of: page.id, limit: 9), try snapshot.index.recent(limit: 9),
                    try snapshot.index.commit(first)
                )
            }
            #expect(revisions.map { $0.coAuthors.map(\.name) } == [[], ["Ben", "Eve"]], "nobody beside themselves")
            #expect(recent.map { $0.coAuthors.map(\.name) } == [[], ["Ben", "Eve"]])
            #expect(commit?.coAuthors.map(\.name) == ["Ben", "Eve"])
        }
    }

    @Test func mailmapAndAccountsJoinThem() async throws {
        let message = "Edit\n\nCo-authored-by: B <old@example.org>\n"
        #expect(try await people(message, mailmap: "Ben Proper <ben@example.org> <old@example.org>\n") == ["Ann 50", "Ben Proper 50"])
        let book = NoteBook()
        book.write("old@example.org", CreditedAccount(id: 7, name: "ben", displayName: "Ben Account"))
        #expect(try await people(message, credits: book) == ["Ann 50", "Ben Account 50"])
    }

    @Test func eachOnesCreditIsConfirmedApart() async throws {
        let history = try History()
        let book = NoteBook()
        book.write("ann@example.org", CreditedAccount(id: 6, name: "ann", displayName: "Ann Account"))
        book.write("ben@example.org", CreditedAccount(id: 7, name: "ben", displayName: "Ben Account"))
        let message = "Edit\n\nCo-authored-by: Ben <ben@example.org>\nCo-authored-by: Eve <eve@example.org>\n"
        let first = try history.commitToMain(["P.md": .text(text)], message)
        try history.commitToMain(["Q.md": "Other words of somebody else.\n"], author: ("Ben", "ben@example.org"))
        let rounds: [(confirmed: Set<String>, names: Set<String>)] = [
            ([], ["Ann -?", "Ben -?", "Eve -?"]), (["ann@example.org"], ["Ann Account ann", "Ben -?", "Eve -?"]),
            (["ben@example.org"], ["Ann -?", "Ben Account ben", "Eve -?"]),
            (["ann@example.org", "eve@example.org"], ["Ann Account ann", "Ben -?", "Eve -"]),
        ]
        for (confirmed, names) in rounds {
            book.write(first, isUnconfirmed: true, confirmed: confirmed)
            try await withWiki(history.data, credits: book) { wiki in
                try await wiki.attribution.fill()
                try await wiki.rejoinCredits(commits: [first])
                #expect(try await credited("P", wiki) == names, "\(confirmed)")
            }
            try await expectRebuildIsSame(history.data, "\(confirmed)", credits: book, isFilled: true)
        }
        try await withWiki(history.data, credits: book) { wiki in
            #expect(try await wiki.read { try $0.index.commit(first)?.account } == "ann")
            book.write(first, isUnconfirmed: false)
            try await wiki.rejoinAllCredits()
            #expect(try await credited("P", wiki) == ["Ann Account ann", "Ben Account ben", "Eve -"])
        }
        try await expectRebuildIsSame(history.data, credits: book, isFilled: true)
    }

    /// Whose words stand on a page, with the account, and a mark where it waits.
    private func credited(_ path: String, _ wiki: Wiki) async throws -> Set<String> {
        let page = try await wiki.page(path)
        let shares = try await wiki.read { try $0.index.wordShares(of: page) } ?? []
        return Set(shares.map { "\($0.name) \($0.account ?? "-")\($0.isUnconfirmed ? "?" : "")" })
    }
}
