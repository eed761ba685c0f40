import GRDB
import Git
import TestSupport
import Testing
import WikiCore

/// Everyone who edited: in lists, by address, and with what there is to count.
@Suite struct PeopleTests {
    private let ann = CreditedAccount(id: 7, name: "ann", displayName: "Ann Lovelace")

    /// The people of a wiki as lines: address, name, number of edits, a mark where unconfirmed.
    private func people(
        _ wiki: Wiki, _ order: PeopleOrder = .recent, named text: String? = nil, leavingOut accounts: [Int64] = []
    ) async throws -> [String] {
        try await wiki.read { snapshot in
            try snapshot.index.people(order, named: text, leavingOut: accounts, limit: 100).people.map {
                "\($0.address)|\($0.name)|\($0.isUnconfirmed ? "?" : "")\($0.edits)"
            }
        }
    }

    private func person(_ wiki: Wiki, _ address: String) async throws -> Person {
        let found = try await wiki.read { try $0.index.person(at: address) }
        return try #require(found, "nobody is at \(address)")
    }

    @Test func everyoneWhoEditedInTheOrderOfTheirLastEdit() async throws {
        let history = try History()
        let book = NoteBook()
        book.write("ann@example.org", ann)
        book.write("nobody@example.org", CreditedAccount(id: 8, name: "nobody", displayName: "Nobody"))
        try history.commitToMain(["A.md": "1\n"], author: ("Zoë", "zoe@example.org"))
        try history.commitToMain(["A.md": "2\n"], author: ("Ann", "ann@example.org"))
        try history.commitToMain(["B.md": "1\n"], author: ("ben@example.org", "ben@example.org"))
        try history.commitToMain(["A.md": "3\n"], author: ("Zoë", "zoe@example.org"))
        try await withWiki(history.data, credits: book) { wiki in
            #expect(try await people(wiki) == ["Zoë|Zoë|2", "ben|ben|1", "ann|Ann Lovelace|1"])
            #expect(try await people(wiki, .name) == ["ann|Ann Lovelace|1", "ben|ben|1", "Zoë|Zoë|2"])
            #expect(try await people(wiki, named: "ZOE") == ["Zoë|Zoë|2"])
            #expect(try await people(wiki, named: "love a") == ["ann|Ann Lovelace|1"])
            #expect(try await people(wiki, named: "nobody") == [])
            #expect(try await people(wiki, .words, leavingOut: [7]).count == 2)
            #expect(try await wiki.read { try $0.index.peopleCount(bound: 10) } == 3)
            let first = try await person(wiki, "zoe")
            #expect(first.address == "Zoë" && first.first.time == 1_600_000_060 && first.last.time == 1_600_000_240)
            #expect(try await wiki.read { try $0.index.person(at: "nobody") } == nil)
            let revisions = try await wiki.revisions("A")
            #expect(revisions.map(\.person) == ["Zoë", "ann", "Zoë"])
            #expect(!"\(try await people(wiki))\(revisions)".contains("@"))
        }
        try await expectRebuildIsSame(history.data, credits: book)
    }

    @Test func aListIsReadPartByPart() async throws {
        let history = try History()
        for number in 0..<7 { try history.commitToMain(["P.md": "\(number)\n"], author: ("N\(number % 4)", "n\(number)@example.org")) }
        try await withWiki(history.data) { wiki in
            for order in PeopleOrder.allCases {
                var (seen, after): ([String], PeopleCursor?) = ([], nil)
                repeat {
                    let part = try await wiki.read { [after] in try $0.index.people(order, after: after, limit: 2) }
                    seen += part.people.map(\.address)
                    #expect(part.people.count <= 2)
                    after = try part.next.map { try #require(PeopleCursor($0.text)) }
                } while after != nil
                #expect(seen.count == 7 && Set(seen).count == 7, "\(order): \(seen)")
                #expect(try await people(wiki, order).map { String($0.prefix { $0 != "|" }) } == seen)
            }
        }
    }

    @Test(arguments: ["", "m", "mn", "n1", "m0n1", "mzzn1", "m00n-1", "m00n99999999999999999999", "c12", "m\u{0}n1"])
    func whatIsNoCursor(_ text: String) { #expect(PeopleCursor(text) == nil) }

    @Test func whoSharesANameHasASuffix() async throws {
        let history = try History()
        let book = NoteBook()
        try history.commitToMain(["A.md": "1\n"], author: ("Ann", "one@example.org"))
        let second = try history.commitToMain(["A.md": "2\n"], author: ("ann", "two@example.org"))
        let third = try history.commitToMain(["A.md": "3\n"], author: ("a/b", "three@example.org"))
        let fourth = try history.commitToMain(["A.md": "4\n"], author: ("a/../b", "four@example.org"))
        let short = { (id: ObjectID) in String(id.hex.prefix(7)) }
        try await withWiki(history.data, credits: book) { wiki in
            let all = ["~\(short(fourth))|a/../b|1", "~\(short(third))|a/b|1", "ann~\(short(second))|ann|1", "Ann|Ann|1"]
            let shown = try await people(wiki)
            #expect(shown == all)
            for line in all {
                let address = String(line.prefix { $0 != "|" })
                #expect(try await person(wiki, address).address == address)
            }
            // An older address, with another name, still leads to the person.
            #expect(try await person(wiki, "Whoever~\(short(second))").name == "ann")
            #expect(try await wiki.read { try $0.index.person(at: "Ann~0000000") } == nil)

            // The account of a name has its address, as soon as it has an edit.
            book.write("three@example.org", ann)
            try await wiki.rejoinCredits(emails: ["three@example.org"])
            let first = try history.repository.commit(second).parents[0]
            #expect(try await person(wiki, "ann").name == "Ann Lovelace")
            #expect(try await person(wiki, "ANN").name == "Ann")
            #expect(try await people(wiki).last == "Ann~\(short(first))|Ann|1")
        }
        try await expectRebuildIsSame(history.data, credits: book)
    }

    @Test func unconfirmedWorkStandsApart() async throws {
        let history = try History()
        let book = NoteBook()
        book.write("ann@example.org", ann)
        let pushed = try history.commitToMain(["P.md": "1\n"])
        try history.commitToMain(["P.md": "2\n"])
        book.write(pushed, isUnconfirmed: true)
        try await withWiki(history.data, credits: book) { wiki in
            let id = pushed.hex.prefix(7)
            #expect(try await people(wiki) == ["ann|Ann Lovelace|1", "Ann~\(id)|Ann|?1"])
            book.write(pushed, isUnconfirmed: false)
            try await wiki.rejoinCredits(commits: [pushed])
            #expect(try await people(wiki) == ["ann|Ann Lovelace|2"])
            let ann = try await person(wiki, "ann")
            #expect(ann.first.time == 1_600_000_060)
            // The address of what was unconfirmed leads on.
            #expect(try await person(wiki, "Ann~\(id)").address == "ann")
        }
        try await expectRebuildIsSame(history.data, credits: book)
    }

    /// A name that somebody without an account typed is nobody's, whatever it is, and holds no address.
    @Test func aTypedNameIsNobodys() async throws {
        let history = try History()
        let book = NoteBook()
        let typed = EditAuthor.unverified("Ann", domain: "wiki.example")
        let first = try history.commitToMain(["P.md": "1\n"], author: (typed.name, typed.email))
        try history.commitToMain(["P.md": "2\n"], author: ("Ann", "ann@example.org"))
        try history.commitToMain(["P.md": "3\n"], author: ("ANN", "Unverified+ann@users.noreply.elsewhere.example"))
        try await withWiki(history.data, credits: book) { wiki in
            let people = try await people(wiki)
            #expect(people.count == 3 && people[1] == "Ann|Ann|1" && people[2] == "Ann~\(first.hex.prefix(7))|Ann|?1")
            #expect(people[0].hasPrefix("ANN~") && people[0].hasSuffix("|ANN|?1"))
            #expect(try await person(wiki, "ann").address == "Ann")
            let revisions = try await wiki.revisions("P")
            #expect(revisions.map(\.isUnconfirmed) == [true, false, true])
            #expect(try await wiki.read { try $0.index.recent(limit: 3) }.map(\.isUnconfirmed) == [true, false, true])
            #expect(try await Set(wiki.contributors("P").map { "\($0.name)\($0.isUnconfirmed)" }) == ["ANNtrue", "Annfalse", "Anntrue"])
            try await wiki.attribution.fill()
            let page = try await wiki.page("P")
            let shares = try await wiki.read { try $0.index.wordShares(of: page) }
            #expect(shares?.allSatisfy(\.isUnconfirmed) == true)
        }
        try await expectRebuildIsSame(history.data, credits: book, isFilled: true)
    }

    /// The name of an account is its address from the first day, also where it has not edited.
    @Test func anAccountsNameIsNobodyElsesAddress() async throws {
        let history = try History()
        let book = NoteBook()
        let first = try history.commitToMain(["P.md": "1\n"], author: ("Ada B", "ada@example.org"))
        try await withWiki(history.data, credits: book) { wiki in
            #expect(try await people(wiki) == ["Ada B|Ada B|1"])
            let epoch = wiki.creditEpoch
            book.write(accountName: "ada-b", isTaken: true)
            try await wiki.rejoinCredits(newAccount: "ada_b")
            #expect(try await people(wiki) == ["Ada B~\(first.hex.prefix(7))|Ada B|1"])
            #expect(wiki.creditEpoch == epoch + 1, "pages that name the person are made anew")
            #expect(try await wiki.read { try $0.index.person(at: "ada b") } == nil)
            #expect(try await person(wiki, "Ada B~\(first.hex.prefix(7))").name == "Ada B")
            try await wiki.rejoinCredits(newAccount: "ada_b")
            #expect(wiki.creditEpoch == epoch + 1)
        }
        try await expectRebuildIsSame(history.data, credits: book)
        try await withWiki(history.data, credits: book) { wiki in
            book.write(accountName: "ada-b", isTaken: false)
            try await wiki.rejoinAllCredits()
            #expect(try await people(wiki) == ["Ada B|Ada B|1"])
        }
        try await expectRebuildIsSame(history.data, credits: book)
    }

    @Test func aPersonsPagesWeeksAndEdits() async throws {
        let history = try History()
        let week: Int64 = 604_800
        try history.commitToMain(["A.md": "1\n", "B.md": "1\n", "_Sidebar.md": "x\n"])
        try history.commitToMain(["A.md": "2\n"], author: ("Ann", "ANN@example.org"), time: 1_600_000_000 + week)
        try history.commitToMain(["C.md": "1\n"], time: 1_600_000_000 + week)
        try history.commitToMain(["C.md": .gone], time: 0)
        try history.commitToMain(["B.md": "2\n"], author: ("Ben", "ben@example.org"))
        try await withWiki(history.data) { wiki in
            let ann = try await person(wiki, "Ann")
            let (pages, count) = try await wiki.read { (try $0.index.pages(of: ann, limit: 9), try $0.index.pageCount(of: ann)) }
            #expect(pages.map { "\($0.page.path.display) \($0.edits)" } == ["A 2", "B 1"])
            #expect(count == 2 && ann.edits == 4)
            let weeks = try await wiki.read { try $0.index.weeks(of: ann, from: .min, through: .max) }
            let begun = CalendarWeek.of(1_600_000_000)
            #expect(weeks.map { [$0.week, $0.edits] } == [[0, 1], [begun, 1], [begun + 1, 2]])
            #expect(try await wiki.read { try $0.index.week(of: ann, before: begun) } == 0)
            #expect(try await wiki.read { try $0.index.week(of: ann, before: 0) } == nil)
            let edits = try await wiki.read { try $0.index.recent(by: ann, limit: 3) }
            #expect(edits.map(\.place) == [4, 3, 2])
            #expect(try await wiki.read { try $0.index.recent(by: ann, before: 2, limit: 3) }.map(\.place) == [1])
        }
        try await expectRebuildIsSame(history.data)
    }

    @Test func weeksBeginOnMonday() {
        #expect(CalendarWeek.of(0) == 0 && CalendarWeek.of(-259_200) == 0 && CalendarWeek.of(-259_201) == -1)
        #expect(CalendarWeek.of(345_599) == 0 && CalendarWeek.of(345_600) == 1)
        for week in [-102_737, -1, 0, 1, 2903] { #expect(CalendarWeek.of(CalendarWeek.beginning(of: week)) == week) }
        #expect(CalendarWeek.of(.min) == -102_737 && CalendarWeek.of(.max) == CalendarWeek.of(253_402_300_799))
        _ = CalendarWeek.beginning(of: .max) &+ CalendarWeek.beginning(of: .min)
    }

    /// A merge that takes the branch's own commits for its second parent gives commits other numbers: nothing dangles.
    @Test func rewindsTakeBackWhatTheyCounted() async throws {
        let history = try History()
        let first = try history.commit(["A.md": "1\n"])
        let kept = try history.commit(["A.md": "2\n"], onto: [first], author: ("Ben", "ben@example.org"))
        let other = try history.commit(["B.md": "1\n"], onto: [first], author: ("Zoe", "zoe@example.org"))
        let merged = try history.commit(["A.md": "2\n"], onto: [other, kept])
        try await withWiki(history.data) { wiki in
            for tip in [kept, merged, first] {
                try history.setMain(tip)
                try await wiki.indexer.catchUp()
                let expected = tip == first ? ["Ann"] : tip == kept ? ["Ann", "Ben"] : ["Ann", "Ben", "Zoe"]
                #expect(try await people(wiki, .name).map { String($0.prefix(3)) } == expected)
            }
        }
        try await expectRebuildIsSame(history.data)
    }

    /// Words and shares follow what is written of authorship, whatever happens to commits afterwards.
    @Test func wordsAreSharedAndFollow() async throws {
        let history = try History()
        let book = NoteBook()
        try history.commitToMain(["A.md": "1\n"])
        try history.commitToMain(["A.md": "2\n"], author: ("Ben", "ben@example.org"))
        try await withWiki(history.data, credits: book) { _ in }
        let queue = try DatabaseQueue(path: history.data.indexFile)
        try await queue.write { database in
            try database.execute(
                sql: """
                    PRAGMA recursive_triggers = ON;
                    DELETE FROM authorship_due;
                    INSERT INTO co_author("commit", ident, position) SELECT 1, id, 1 FROM ident WHERE name = 'Ben';
                    INSERT INTO authored(page, "commit", written, living) VALUES (1, 1, 11, 5), (1, 2, 4, 4);
                    UPDATE authored SET living = 3 WHERE "commit" = 1;
                    """)
        }
        try queue.close()
        func words(_ wiki: Wiki) async throws -> [String] {
            try await wiki.read { snapshot in
                try snapshot.index.people(.words, limit: 9).people.map { "\($0.name) \($0.edits) \($0.written) \($0.living)" }
            }
        }
        try await withWiki(history.data, credits: book) { wiki in
            #expect(try await words(wiki) == ["Ben 2 9 5", "Ann 1 6 2"])
            book.write("ann@example.org", ann)
            try await wiki.rejoinCredits(emails: ["ann@example.org"])
            #expect(try await words(wiki) == ["Ben 2 9 5", "Ann Lovelace 1 6 2"])
            try await wiki.rejoinAllCredits()
            let ben = try await person(wiki, "Ben")
            #expect(try await wiki.read { try $0.index.recent(by: ben, limit: 9) }.map(\.place) == [2, 1])
            #expect(ben.first.place == 1)
            #expect(try await wiki.read { try $0.index.hasCountedWords(of: ben) })
        }
        try await DatabaseQueue(path: history.data.indexFile).write {
            try $0.execute(sql: "INSERT OR IGNORE INTO authorship_due VALUES (1)")
        }
        try await withWiki(history.data, credits: book) { wiki in
            let ben = try await person(wiki, "Ben")
            #expect(try await wiki.read { try !$0.index.hasCountedWords(of: ben) })
        }
    }
}
