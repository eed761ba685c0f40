import Git
import TestSupport
import Testing
import WikiCore

/// Whose a commit is: an account's where its author's address counts for one, else a name out of git.
@Suite struct CreditTests {
    private let ann = CreditedAccount(id: 7, name: "ann", displayName: "Ann Lovelace")

    /// What lists say of people: name, account, a mark where unconfirmed, number of edits.
    private func people(_ wiki: Wiki, _ page: String = "P") async throws -> [String] {
        try await wiki.contributors(page).map { "\($0.name)|\($0.account ?? "-")|\($0.isUnconfirmed ? "?" : "")\($0.edits)" }
    }

    @Test func anAddressThatCountsJoinsTheAccount() async throws {
        let history = try History()
        let book = NoteBook()
        book.write("ann@example.org", ann)
        book.write("7+ann@users.noreply.localhost", ann)
        try history.commitToMain(["P.md": "1\n"], author: ("Ann", "ANN@example.org"))
        try history.commitToMain(["P.md": "2\n"], author: ("ann l.", "7+ann@users.noreply.localhost"))
        try history.commitToMain(["P.md": "3\n"], author: ("Ben", "ben@example.org"))
        try history.commitToMain(["P.md": "4\n"], author: ("Ann", "ann@elsewhere.org"))
        try await withWiki(history.data, credits: book) { wiki in
            #expect(try await people(wiki) == ["Ann Lovelace|ann|2", "Ann|-|1", "Ben|-|1"])
            let revisions = try await wiki.revisions("P")
            #expect(revisions.map(\.author) == ["Ann", "Ben", "Ann Lovelace", "Ann Lovelace"])
            #expect(revisions.map(\.account) == [nil, nil, "ann", "ann"])
            #expect(!revisions.contains { $0.isUnconfirmed })
            let commits = try await wiki.read { try $0.index.recent(limit: 10) }
            #expect(commits.map(\.account) == [nil, nil, "ann", "ann"])
            let page = try await wiki.page("P").id
            #expect(try await wiki.read { try $0.index.contributorCount(of: page) } == 3)
            #expect(!"\(revisions)\(commits)\(try await wiki.contributors("P"))".contains("@"))
        }
        try await expectRebuildIsSame(history.data, credits: book)
    }

    @Test func accountsGoBeforeTheMailmapAndTheMailmapBeforeGit() async throws {
        let history = try History()
        let book = NoteBook()
        book.write("ann@example.org", ann)
        // Whoever may push a map may name others, and gives nobody's work to an account by that.
        let map = "Renamed <ann@example.org>\nProper <ben@example.org>\nTaken <ann@example.org> <carl@example.org>\n"
        try history.commitToMain([".mailmap": .text(map), "P.md": "1\n"], author: ("Ann", "ann@example.org"))
        try history.commitToMain(["P.md": "2\n"], author: ("Ben", "ben@example.org"))
        try history.commitToMain(["P.md": "3\n"], author: ("Carl", "carl@example.org"))
        try await withWiki(history.data, credits: book) { wiki in
            let revisions = try await wiki.revisions("P")
            #expect(revisions.map(\.author) == ["Taken", "Proper", "Ann Lovelace"])
            #expect(revisions.map(\.account) == [nil, nil, "ann"])
        }
        try await expectRebuildIsSame(history.data, credits: book)
    }

    @Test func anUnconfirmedCommitStandsUnderGitsName() async throws {
        let history = try History()
        let book = NoteBook()
        book.write("ann@example.org", ann)
        try history.commitToMain(["P.md": "1\n"])
        let pushed = try history.commitToMain(["P.md": "2\n"])
        let later = try history.commitToMain(["P.md": "3\n"])
        for commit in [pushed, later] { book.write(commit, isUnconfirmed: true) }
        try await withWiki(history.data, credits: book) { wiki in
            #expect(try await people(wiki) == ["Ann|-|?2", "Ann Lovelace|ann|1"])
            #expect(try await wiki.revisions("P").map(\.isUnconfirmed) == [true, true, false])
            book.write(pushed, isUnconfirmed: false)
            try await wiki.rejoinCredits(commits: [pushed, .zero])
            #expect(try await people(wiki) == ["Ann Lovelace|ann|2", "Ann|-|?1"])
            #expect(try await wiki.read { try $0.index.commit(pushed)?.account } == "ann")
        }
        try await expectRebuildIsSame(history.data, credits: book)
        try await withWiki(history.data, credits: book) { wiki in
            book.write(later, isUnconfirmed: false)
            try await wiki.rejoinCredits(commits: [later])
            #expect(try await people(wiki) == ["Ann Lovelace|ann|3"])
        }
        try await expectRebuildIsSame(history.data, credits: book)
    }

    /// The first commit of a spelling, by which the index knows it, may be the one that is confirmed.
    @Test func confirmingTheFirstOfMany() async throws {
        let history = try History()
        let book = NoteBook()
        book.write("ann@example.org", ann)
        let commits = try (0..<9).map { try history.commitToMain(["P.md": "\($0)\n"]) }
        for commit in commits[0..<5] { book.write(commit, isUnconfirmed: true) }
        for round in [[0], [1, 3], [4, 2]] {
            try await withWiki(history.data, credits: book) { wiki in
                for number in round { book.write(commits[number], isUnconfirmed: false) }
                try await wiki.rejoinCredits(commits: round.map { commits[$0] })
            }
            try await expectRebuildIsSame(history.data, "\(round)", credits: book)
        }
    }

    @Test func aConfirmedAddressJoinsWhatWasBefore() async throws {
        let history = try History()
        let book = NoteBook()
        for number in 0..<4 { try history.commitToMain(["P.md": "\(number)\n"]) }
        try await withWiki(history.data, credits: book) { wiki in
            #expect(try await people(wiki) == ["Ann|-|4"])
            let epoch = wiki.creditEpoch
            book.write("ann@example.org", ann)
            try await wiki.rejoinCredits(emails: ["Ann@Example.org"])
            #expect(try await people(wiki) == ["Ann Lovelace|ann|4"])
            #expect(wiki.creditEpoch == epoch + 1)
            #expect(try await wiki.read { $0.creditEpoch } == epoch + 1)
            try await wiki.rejoinCredits(emails: ["ann@example.org", "nobody@example.org"])
            #expect(wiki.creditEpoch == epoch + 1)

            book.write("ann@example.org", CreditedAccount(id: 7, name: "ann", displayName: "Countess"))
            try await wiki.rejoinCredits(account: 7)
            #expect(try await people(wiki) == ["Countess|ann|4"])

            book.write("ann@example.org", nil)
            try await wiki.rejoinCredits(account: 7)
            #expect(try await people(wiki) == ["Ann|-|4"])
        }
        try await expectRebuildIsSame(history.data, credits: book)
    }

    @Test func whatNobodyToldIsFoundOnceAsked() async throws {
        let history = try History()
        let book = NoteBook()
        let first = try history.commitToMain(["P.md": "1\n"])
        book.write(first, isUnconfirmed: true)
        try history.commitToMain(["P.md": "2\n"], author: ("Ben", "ben@example.org"))
        try await withWiki(history.data, credits: book) { wiki in
            #expect(try await people(wiki) == ["Ben|-|1", "Ann|-|?1"])
            book.write(first, isUnconfirmed: false)
            book.write("ann@example.org", ann)
            book.write("ben@example.org", CreditedAccount(id: 8, name: "ben", displayName: "Ben"))
            // A new commit finds that its author's address counts now, and the old ones with it.
            try history.commitToMain(["P.md": "3\n"], author: ("Ben", "ben@example.org"))
            try await wiki.indexer.catchUp()
            #expect(try await people(wiki) == ["Ben|ben|2", "Ann|-|?1"])
            try await wiki.rejoinAllCredits()
            #expect(try await people(wiki) == ["Ben|ben|2", "Ann Lovelace|ann|1"])
        }
        try await expectRebuildIsSame(history.data, credits: book)
    }

    @Test func onlyWhatAnUpdateTouchesIsAskedFor() async throws {
        let history = try History()
        let book = NoteBook()
        for number in 0..<30 { try history.commitToMain(["P.md": "\(number)\n"], author: ("N\(number)", "n\(number)@example.org")) }
        try await withWiki(history.data, credits: book) { wiki in
            #expect(book.questions().commits.count == 30)
            let saved = try await wiki.save("Q", "q\n", base: nil, by: "N3").saved()
            let asked = book.questions()
            #expect(asked.emails == ["n3@example.org"] && asked.commits == [saved.revision])
            try await wiki.rejoinCredits(emails: ["n4@example.org"])
            #expect(book.questions().emails == ["n4@example.org"])
            try await wiki.rejoinCredits(commits: [saved.revision])
            #expect(book.questions().commits == [saved.revision])
        }
    }

    /// Two normal forms of one name are one person, however the index grew, and the database agrees with Swift.
    @Test func spellingsThatLookAlike() async throws {
        let history = try History()
        let names = ["Zoe\u{308}", "Zo\u{EB}"]
        for (number, name) in (names + names).enumerated() {
            try history.commitToMain(["P.md": "\(number)\n"], author: (name, "\(name)@example.org"))
            try await withWiki(history.data) { _ in }
        }
        let contributors = try await withWiki(history.data) { try await $0.contributors("P") }
        #expect(contributors.map(\.edits) == [4])
        try await expectRebuildIsSame(history.data)
    }

    /// Whatever happens to history and to credit, and in whatever order, the rows are those of a rebuild.
    @Test(arguments: 0..<12) func grownEqualsRebuiltWhateverIsConfirmed(_ seed: Int) async throws {
        var random = RandomHistory(seed: UInt64(1000 + seed), history: try History())
        let data = random.history.data
        let book = NoteBook()
        let emails = ["ann@example.org", "ben@example.org", "b@home.org"]
        try await withWiki(data, credits: book) { wiki in
            for _ in 0..<40 {
                let before = random.commits.count
                try random.step()
                let fresh = Array(random.commits[before...])
                for commit in fresh where random.generator.oneIn(2) {
                    book.write(commit, isUnconfirmed: true, confirmed: random.generator.oneIn(3) ? ["ben@example.org"] : [])
                }
                if random.generator.oneIn(2) { try await wiki.indexer.catchUp() }
                if random.generator.oneIn(3), let email = random.generator.one(of: emails) {
                    let (id, number) = (Int64(random.generator.below(3)), random.generator.below(9))
                    book.write(email, id == 0 ? nil : CreditedAccount(id: id, name: "a\(id)", displayName: "A \(number)"))
                    try await wiki.rejoinCredits(emails: emails)
                }
                if random.generator.oneIn(3) {
                    let all = random.commits
                    let some = all.filter { _ in random.generator.oneIn(4) }
                    for commit in some {
                        let confirmed: Set<String> = random.generator.oneIn(2) ? ["ann@example.org"] : []
                        book.write(commit, isUnconfirmed: random.generator.oneIn(3), confirmed: confirmed)
                    }
                    try await wiki.rejoinCredits(commits: some)
                }
            }
            try await wiki.indexer.catchUp()
        }
        try await expectRebuildIsSame(data, "seed \(seed)", credits: book)
    }
}
