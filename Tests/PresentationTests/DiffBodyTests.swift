import Prose
import Testing

@testable import Presentation

/// A difference arrives on the page whole, said in words, and can be walked without a script.
struct DiffBodyTests {
    private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

    /// The page that a difference is on.
    private func page(
        _ old: String, _ new: String, _ choice: DiffChoice = DiffChoice(), whole: String? = nil, most: Int = DiffBodyView.usualBound
    ) throws -> String {
        let context = try SampleShelf.context()
        let diff = ProseDiff(old: bytes(old), new: bytes(new), ignoresSpace: choice.ignoresSpace)
        return try page([DiffBodyView(diff, choice, whole: whole, most: most, in: context)])
    }

    private func page(_ bodies: [DiffBodyView]) throws -> String {
        let context = try SampleShelf.context()
        let changes = bodies.map {
            FileChangeView(path: bytes("P"), title: "P", kind: .edited, body: $0, id: "0123456789", in: context)
        }
        let commit = CommitView(
            id: "0123456789", message: "m", author: "a", seconds: 0, parents: [], pages: changes, canRevert: false, in: context)
        return try SampleShelf.theme().page(commit, in: LayoutView(siteName: "s", title: "t", in: context))
    }

    @Test func changedWordsAreMarkedInOneColumn() throws {
        let page = try page("A common <b> mistake is to wait.\n", "A frequent <b> mistake is to wait.\n")
        #expect(page.contains("A <del>common</del><ins>frequent</ins> &lt;b&gt; mistake is to wait.</div>"))
        #expect(page.contains("diff-unified") && page.contains("<p class=\"diff-count\">1 change "))
    }

    @Test func eachSideHasItsOwnWords() throws {
        let page = try page("A common mistake is to wait.\n", "A frequent mistake is to wait.\n", DiffChoice(form: .split))
        #expect(page.contains("A <del>common</del> mistake is to wait.</div>"))
        #expect(page.contains("A <ins>frequent</ins> mistake is to wait.</div>"))
        #expect(page.contains("diff-split"))
    }

    @Test(arguments: [DiffChoice(), DiffChoice(form: .split)]) func aMovedSentenceLeadsBothWays(_ choice: DiffChoice) throws {
        let sentence = "It is easy to run the server at home."
        let (old, new) = ("One paragraph. \(sentence) More.\n\nThe other one.\n", "One paragraph. More.\n\nThe other one. \(sentence)\n")
        let page = try page(old, new, choice)
        #expect(
            page.contains(
                "<a class=\"move-end\" id=\"move-1-from\" href=\"#move-1\">moved away (1)</a><del class=\"moved-text\">\(sentence) </del>"))
        #expect(
            page.contains(
                "<a class=\"move-end\" id=\"move-1\" href=\"#move-1-from\">moved here (1)</a><ins class=\"moved-text\"> \(sentence)</ins>"))
        #expect(page.matches(of: /id="move-/).count == 2)
    }

    @Test func movesOfSeveralDifferencesAreNumberedThrough() throws {
        let context = try SampleShelf.context()
        let sentence = "It is easy to run the server at home."
        let diff = ProseDiff(
            old: bytes("One paragraph. \(sentence) More.\n\nThe other one.\n"),
            new: bytes("One paragraph. More.\n\nThe other one. \(sentence)\n"))
        let first = DiffBodyView(diff, in: context)
        let page = try page([first, DiffBodyView(diff, after: first, in: context)])
        #expect(page.matches(of: /id="(move-\d+)"/).map { String($0.1) } == ["move-1", "move-2"])
        #expect(page.matches(of: /id="(move-\d+)-from"/).map { String($0.1) } == ["move-1", "move-2"])
    }

    @Test func changesAreNumberedAndLeadToEachOther() throws {
        let old = (1...9).map { "Paragraph number \($0).\n" }.joined(separator: "\n")
        let new = old.replacing("number 2", with: "number two").replacing("number 8", with: "number eight")
        let page = try page(old, new)
        #expect(page.matches(of: /id="change-\d+"/).map { String($0.0) } == ["id=\"change-1\"", "id=\"change-2\""])
        #expect(page.matches(of: /class="change-next" href="([^"]*)"/).map { String($0.1) } == ["#change-2"])
        #expect(page.matches(of: /class="change-previous" href="([^"]*)"/).map { String($0.1) } == ["#change-1"])
        #expect(page.contains("class=\"change-first\" href=\"#change-1\""))
    }

    @Test func severalDifferencesOfAScreenAreNumberedThrough() throws {
        let context = try SampleShelf.context()
        let diff = ProseDiff(old: bytes("One.\n"), new: bytes("Two.\n"))
        let first = DiffBodyView(diff, in: context)
        let refused = DiffBodyView(.tooLarge, after: first, in: context)
        let last = DiffBodyView(diff, after: refused, in: context)
        let page = try page([first, refused, last].map { $0.among(last.lastChange) })
        #expect(page.matches(of: /id="change-(\d+)"/).map { String($0.1) } == ["1", "2"])
        #expect(page.contains("class=\"change-next\" href=\"#change-2\"") && !page.contains("#change-3"))
    }

    @Test func whatDidNotChangeIsFoldedAndOpens() throws {
        let old = (1...9).map { "Paragraph number \($0).\n" }.joined(separator: "\n")
        let page = try page(old, old.replacing("number 9", with: "number nine"), whole: "/whole")
        let fold = try #require(page.firstMatch(of: /(?s)<details class="fold"><summary>(.*?)<\/summary>(.*?)<\/details>/))
        #expect(fold.1 == "7 unchanged blocks")
        #expect(fold.2.contains("number 1.") && fold.2.contains("number 7.") && !fold.2.contains("number 8."))
        #expect(!page.contains("/whole"))
    }

    @Test func whatIsLongIsALinkToAllOfIt() throws {
        let long = (1...500).map { "Paragraph number \($0), which says no more than that it is here.\n" }.joined(separator: "\n")
        let page = try page(long + "\nEnd.\n", long + "\nFinish.\n", whole: "/whole")
        #expect(page.contains("<a href=\"/whole\" rel=\"nofollow\">499 unchanged blocks</a>"))
        #expect(!page.contains("number 7,"))
        let all = try self.page(long + "\nEnd.\n", long + "\nFinish.\n", DiffChoice(isWhole: true))
        #expect(all.contains("number 7,") && !all.contains("class=\"fold\""))
    }

    @Test func bothEndsOfAMoveLeadToEachOther() throws {
        let (one, two) = ("This is the paragraph that moves about.\n", "That is the paragraph which stays, for it is longer.\n")
        let page = try page("\(one)\n\(two)", "\(two)\n\(one.replacing("about", with: "around"))")
        #expect(page.matches(of: /id="(move-[^"]*)"/).map { String($0.1) } == ["move-1-from", "move-1"])
        #expect(page.contains("href=\"#move-1-from\"") && page.contains("href=\"#move-1\""))
        #expect(page.contains(">moved here<") && page.contains(">moved away<"))
        #expect(page.contains("moves <del>about</del><ins>around</ins>."))
    }

    @Test func whatHappenedBesidesWordsIsSaid() throws {
        let page = try page(
            "## Head\n\n- [ ] Task one\n\nAlpha beta gamma delta. Epsilon zeta eta theta iota.\n",
            "### Head\n\n- [x] Task one\n\nAlpha beta gamma delta.\n\nEpsilon zeta eta theta iota.\n")
        for words in ["heading level 2 became 3", "task done", "split into 2"] { #expect(page.contains(">\(words)<"), "\(words)") }
        #expect(page.contains("<ins>¶</ins>"))
    }

    @Test func spaceIsQuietInProseAndMarkedInCode() throws {
        let prose = try page("Words in a line\nthat goes on and on.\n", "Words in a line that\ngoes on and on.\n")
        #expect(prose.contains("Only white space and line breaks differ.") && !prose.contains("<ins>") && !prose.contains("<del>"))
        #expect(try page("Call f(x) with words.\n", "Call f (x) with words.\n").contains("f<ins> </ins>(x)"))
        let ignored = try page(
            "Words in a line\nthat goes on and on.\n", "Words in a line that\ngoes on and on.\n", DiffChoice(ignoresSpace: true))
        #expect(!ignored.contains("id=\"change-1\""))
        let code = try page("```\na = 1\nb = 2\n```\n", "```\na = 1\n    b = 2\n```\n")
        #expect(code.contains("<ins>    </ins>"))
    }

    @Test func aDifferenceEndsWhereTheScreenIsFull() throws {
        let old = (1...200).map { "Paragraph number \($0) of many.\n" }.joined(separator: "\n")
        let page = try page("", old, most: 500)
        #expect(page.contains("These changes are too large to be shown here in full."))
        #expect(!page.contains("number 200 "))
    }
}
