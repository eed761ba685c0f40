import Git
import Glibc
import TestSupport
import Testing
import WikiCore

/// Histories told step by step, each of a kind that was hard to get right.
@Suite struct IndexGrowthTests {
    /// Lets an index grow one commit of the branch at a time, and compares it with one made at once.
    private func expectSameHoweverItArrives(_ history: History, _ tips: [ObjectID], _ body: (Wiki) async throws -> Void = { _ in })
        async throws
    {
        try await withWiki(history.data) { wiki in
            for tip in tips {
                try history.setMain(tip)
                try await wiki.indexer.catchUp()
                #expect(wiki.indexedTip == tip)
            }
            try await body(wiki)
        }
        try await expectRebuildIsSame(history.data)
        try await withWiki(history.data) { try await body($0) }
    }

    private let text = "one\ntwo\nthree\nfour\nfive\n"

    @Test func savesPushesAndRebuildsWriteTheSame() async throws {
        let history = try History()
        try await withWiki(history.data) { wiki in
            var base = try await wiki.save("Home", "# Home\n\n[[A]] ![[B]]\n", base: nil).saved().revision
            base = try await wiki.save("A", "---\naliases: [Alpha]\ntags: [x, y]\n---\n# Title\n\n## Head\n", base: nil, by: "Ann").saved()
                .revision
            try history.commitToMain(["B.md": "b\n", "pic.png": "p", ".mailmap": "Anna <ann@example.org>\n", "_Sidebar.md": "* [[A]]\n"])
            base = try await wiki.save("Home", "# Home\n\n[[B]]\n", base: base).saved().revision
            _ = try await wiki.submit(.delete(path: GitPath("A"), base: base)).saved()
            _ = try await wiki.submit(.attach(path: GitPath("a/b.txt"), bytes: [1], replaces: false)).saved()
            _ = try await wiki.submit(.restore(path: GitPath("A"), revision: base)).saved()
            _ = try await wiki.countWords(wiki.revisions("Home"), of: wiki.page("Home").id)
        }
        try await expectRebuildIsSame(history.data)
    }

    @Test func aPageGoesAndAnotherOfTheSameTextTakesItsPlace() async throws {
        let history = try History()
        let first = try history.commit(["A.md": .text(text)])
        let moved = try history.commit(["A.md": .gone, "B.md": .text(text)], onto: [first])
        let copied = try history.commit(["A.md": .text(text)], onto: [moved])
        // The first index sees both at once: the file A.md is what it was, and another page.
        try await expectSameHoweverItArrives(history, [first, copied]) { wiki in
            let commits = try await wiki.commits(of: "B")
            #expect(commits == [moved, first])
            #expect(try await wiki.commits(of: "A") == [copied])
        }
    }

    @Test func renamesOfEveryKind() async throws {
        let history = try History()
        let first = try history.commit([
            "A.md": .text(text), "S.md": "line one\nline two\nline 3\n", "X.md": "x\nx\n", "Y.md": "y\ny\n", "M.md": "before\n",
        ])
        let exact = try history.commit(["A.md": .gone, "Guide/A.md": .text(text)], onto: [first])
        let similar = try history.commit(["S.md": .gone, "T.md": "line one\nline two\nline 3 changed\n"], onto: [exact])
        let swapped = try history.commit(["X.md": "y\ny\n", "Y.md": "x\nx\n"], onto: [similar])
        let redirected = try history.commit(
            ["T.md": "---\nredirect: U\n---\n", "U.md": "line one\nline two\nline 3 changed\n"], onto: [swapped])
        let said = try history.commit(["M.md": .gone, "N.md": "wholly other\n"], onto: [redirected], "Move\n\nMoved: M.md -> N.md\n")
        try await expectSameHoweverItArrives(history, [first, exact, similar, swapped, redirected, said]) { wiki in
            #expect(try await wiki.commits(of: "Guide/A") == [exact, first])
            #expect(try await wiki.commits(of: "U") == [redirected, similar, first])
            #expect(try await wiki.commits(of: "T") == [redirected])
            #expect(try await wiki.commits(of: "N") == [said, first])
            // Names that were exchanged in place are edits of both, to git and to us.
            #expect(try await wiki.commits(of: "X") == [swapped, first])
            let former = try await wiki.read { try $0.lookup.find(GitPath("A")) }
            #expect(former == .moved(GitPath("Guide/A")))
        }
    }

    @Test func aDeletedPathThatReturnsIsThePage() async throws {
        let history = try History()
        let first = try history.commit(["Home.md": "h\n", "A.md": .text(text)])
        let gone = try history.commit(["A.md": .gone], onto: [first])
        let again = try history.commit(["A.md": "other words\n"], onto: [gone])
        try await expectSameHoweverItArrives(history, [first, gone, again]) { wiki in
            let commits = try await wiki.commits(of: "A")
            #expect(commits == [again, gone, first])
            let numbers = try await wiki.revisions("A").map(\.number)
            #expect(numbers == [3, 2, 1])
        }
    }

    @Test func mergesOfEveryKind() async throws {
        let history = try History()
        let first = try history.commit(["A.md": .text(text), "B.md": "b\n"])
        let left = try history.commit(["A.md": .text("zero\n" + text)], onto: [first])
        let right = try history.commit(["A.md": .text(text + "six\n")], onto: [first])
        let merged = try history.commit(["A.md": .text("zero\n" + text + "six\n")], onto: [left, right])
        let side1 = try history.commit(["C.md": "c\n"], onto: [right])
        let side2 = try history.commit(["B.md": "b2\n"], onto: [first])
        let octopus = try history.commit(["C.md": "c\n", "B.md": "b2\n"], onto: [merged, side1, side2])
        let branch = try history.commit(["D.md": "d\n"], onto: [merged])
        let foxtrot = try history.commit(["C.md": "c\n", "B.md": "b2\n"], onto: [branch, octopus])
        try await expectSameHoweverItArrives(history, [first, left, merged, octopus, foxtrot]) { wiki in
            // `git rev-list --full-history --no-merges`, and the merge that differs from both of its parents.
            let commits = try await Set(wiki.commits(of: "A"))
            #expect(commits == [merged, right, left, first])
            #expect(try await wiki.commits(of: "B") == [side2, first])
            #expect(try await wiki.commits(of: "C") == [side1])
        }
    }

    @Test func crissCrossMerges() async throws {
        let history = try History()
        let first = try history.commit(["A.md": .text(text)])
        let left = try history.commit(["A.md": .text("zero\n" + text)], onto: [first])
        let right = try history.commit(["B.md": "b\n"], onto: [first])
        let one = try history.commit(["B.md": "b\n"], onto: [left, right])
        let other = try history.commit(["A.md": .text("zero\n" + text)], onto: [right, left])
        let both = try history.commit(onto: [one, other])
        try await expectSameHoweverItArrives(history, [left, one, both]) { wiki in
            let commits = try await wiki.commits(of: "A")
            #expect(commits == [left, first])
            #expect(try await wiki.commits(of: "B") == [right])
        }
    }

    @Test func rewoundAndForwardElsewhere() async throws {
        let history = try History()
        let first = try history.commit(["A.md": .text(text), "P.md": "p\n"])
        let second = try history.commit(["A.md": .gone, "_Sidebar.md": .text(text)], onto: [first], author: ("Only Here", "only@here.org"))
        let third = try history.commit(["New.md": "n\n", "P.md": .gone], onto: [second])
        let elsewhere = try history.commit(["A.md": "changed\n"], onto: [first])
        let unrelated = try history.commit(["Z.md": "z\n"])
        try await expectSameHoweverItArrives(history, [third, first, third, elsewhere]) { wiki in
            let commits = try await wiki.commits(of: "A")
            #expect(commits == [elsewhere, first])
            let people = try await wiki.read { try $0.index.recent(limit: 10).map(\.author) }
            #expect(!people.contains("Only Here"))
        }
        try await expectSameHoweverItArrives(history, [third, unrelated, elsewhere, unrelated]) { wiki in
            let found = try await wiki.read { try $0.index.commitCount() }
            #expect(found == 1)
        }
    }

    /// A merge took back what another merge had dropped: the page changed on the branch without a revision of its own.
    @Test func rewoundPastAMergeThatIsNoRevision() async throws {
        let history = try History()
        let first = try history.commit(["A.md": "a\n"])
        let side = try history.commit(["A.md": "side\n"], onto: [first])
        let main = try history.commit(["B.md": "b\n"], onto: [first])
        let dropped = try history.commit(onto: [main, side])
        let taken = try history.commit(["A.md": "side\n"], onto: [dropped, side])
        let other = try history.commit(["B.md": "b2\n"], onto: [dropped])
        try await expectSameHoweverItArrives(history, [taken, dropped, taken, other])
    }

    /// A page that a merge dropped came to life, got another name, and all that was taken back.
    @Test func rewoundToWhenOnlyABranchKnewThePage() async throws {
        let history = try History()
        let first = try history.commit(["A.md": "a\n"])
        let side = try history.commit(["S.md": "side\n"], onto: [first])
        let main = try history.commit(["A.md": "a2\n"], onto: [first])
        let dropped = try history.commit(onto: [main, side])
        let alive = try history.commit(["S.md": .text(text)], onto: [dropped])
        let renamed = try history.commit(["S.md": .gone, "T.md": .text(text)], onto: [alive])
        let other = try history.commit(["T.md": "t\n", "S.md": "s\n"], onto: [dropped])
        try await expectSameHoweverItArrives(history, [renamed, dropped, other]) { wiki in
            let commits = try await wiki.commits(of: "S")
            #expect(commits == [other, side])
        }
    }

    @Test func whatIsNoFileIsNoPage() async throws {
        let history = try History()
        let first = try history.commit(["A.md": "a\n", "B.md": "b\n"])
        let linked = try history.commit(["A.md": .symlink("B.md")], onto: [first])
        let back = try history.commit(["A.md": "a again\n"], onto: [linked])
        try await expectSameHoweverItArrives(history, [first, linked]) { wiki in
            let found = try await wiki.read { try $0.index.file(GitPath("A.md"))?.kind }
            #expect(found == .symlink)
            let page = try await wiki.read { try $0.index.page(path: GitPath("A")) }
            #expect(page == nil)
        }
        try await expectSameHoweverItArrives(history, [linked, back]) { wiki in
            let commits = try await wiki.commits(of: "A")
            #expect(commits == [back, linked, first])
        }
    }

    /// Clocks that ran backwards, stood still, or were far off do not put a child before its parent.
    @Test func clocksDoNotCount() async throws {
        let history = try History()
        let first = try history.commit(["A.md": "0\n"], time: 4_000_000_000)
        let second = try history.commit(["A.md": "1\n"], onto: [first], time: 5)
        let side = try history.commit(["B.md": "1\n"], onto: [first], time: 5)
        let sideToo = try history.commit(["B.md": "2\n"], onto: [side], time: 1)
        let merge = try history.commit(["B.md": "2\n"], onto: [second, sideToo], time: 3)
        try await expectSameHoweverItArrives(history, [first, second, merge]) { wiki in
            let order = try await wiki.read { try $0.index.recent(limit: 10).map(\.id) }
            #expect(order == [sideToo, side, second, first])
            #expect(try await wiki.commits(of: "B") == [sideToo, side])
        }
    }

    @Test func aShallowHistoryIsServedFromItsEdge() async throws {
        let history = try History()
        try history.commitToMain(["A.md": "0\n"])
        let second = try history.commitToMain(["A.md": "1\n"])
        let third = try history.commitToMain(["A.md": "2\n"])
        let folder = try TemporaryFolder()
        let data = DataFolder(folder.path)
        #expect(
            try ChildProcess.run("git", ["clone", "-q", "--bare", "--depth=2", "file://\(history.data.repository)", data.repository]).status
                == 0)
        try await withWiki(data) { wiki in
            let commits = try await wiki.commits(of: "A")
            #expect(commits == [third, second])
            _ = try await wiki.save("A", "3\n", base: third).saved()
            #expect(try await wiki.revisions("A").count == 3)
        }
        try await expectRebuildIsSame(data)
    }

    @Test func anotherRootIsAnotherWiki() async throws {
        let history = try History()
        try history.commitToMain(["README.md": "r\n", "docs/Home.md": "# H\n", "docs/a/B.md": "b\n", "docs/p.png": "p"])
        let whole = try await withWiki(history.data) { try await $0.read { try $0.index.pageCount() } }
        #expect(whole == 3)
        try await withWiki(history.data, { $0.pages.root = "docs" }) { wiki in
            let paths = try await wiki.read { try $0.index.pages(under: .root, after: nil, limit: 10).map(\.path.display) }
            #expect(paths == ["Home", "a/B"])
            _ = try await wiki.save("New", "n\n", base: nil).saved()
            #expect(try history.text("docs/New.md") == "n\n")
        }
        try await expectRebuildIsSame(history.data, "docs") { $0.pages.root = "docs" }
    }
}
