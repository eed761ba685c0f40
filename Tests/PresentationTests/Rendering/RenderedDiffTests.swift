import Markup
import Prose
import Testing

@testable import Presentation

/// The page as read, with what came and went marked in it.
struct RenderedDiffTests {
    private func diff(_ old: String, _ new: String) -> RenderedDiff {
        RenderedDiff(old: SafeHTML(trusted: old), new: SafeHTML(trusted: new), phrases: .plain)
    }

    private func article(_ old: String, _ new: String) -> String { diff(old, new).article.string }

    @Test func aWordIsMarkedWhereItStands() {
        let html = article("<p>The quick brown fox.</p>\n", "<p>The slow brown fox.</p>\n")
        #expect(
            html.contains(
                "The <del class=\"diff-del\">quick</del><ins class=\"diff-ins\">slow</ins> brown fox.</p>"))
        #expect(html.hasPrefix("<p class=\"diff-changed\"><span class=\"diff-place\" id=\"change.1\"></span>The "))
    }

    @Test func marksStandWithinTheElementsOfTheLine() {
        let html = article("<p>A <strong>very old</strong> tree</p>", "<p>A <strong>very young</strong> tree</p>")
        #expect(
            html.contains(
                "<strong>very <del class=\"diff-del\">old</del><ins class=\"diff-ins\">young</ins></strong> tree"))
    }

    @Test func aMarkNeverSpansTags() {
        let html = article("<p>one</p>", "<p>one <em>two <a href=\"x\">three</a></em> four</p>")
        #expect(
            html.contains(
                "<em><ins class=\"diff-ins\">two </ins><a href=\"x\"><ins class=\"diff-ins\">three</ins></a></em><ins class=\"diff-ins\"> four</ins>"
            ))
    }

    @Test func referencesAreNotSplit() {
        let html = article("<p>a &amp; b &lt;i&gt;</p>", "<p>a &amp;&amp; b &lt;b&gt;</p>")
        #expect(MarkedArticle(html).faults.isEmpty)
        #expect(html.contains("&lt;<del class=\"diff-del\">i</del><ins class=\"diff-ins\">b</ins>&gt;"))
        #expect(html.contains("<del class=\"diff-del\">&amp;</del><ins class=\"diff-ins\">&amp;&amp;</ins>"))
    }

    @Test func wholeBlocksSaySoInWords() {
        let html = article(
            "<p>Stays as it is.</p><p>Goes away for good.</p>", "<p>Stays as it is.</p><h2 id=\"new\">Brand new heading</h2>")
        #expect(
            html.contains(
                "<p class=\"diff-deleted\"><span class=\"diff-place\" id=\"change.1\"></span><span class=\"quiet diff-said\">Deleted: </span>"
                    + "<del class=\"diff-del\">Goes away for good.</del></p>"))
        #expect(html.contains("<h2 class=\"diff-inserted\" id=\"new\"><span class=\"quiet diff-said\">Inserted: </span><ins"))
    }

    @Test func aParagraphThatBecameAHeadingSaysSo() {
        let html = article("<p>Some words of a title</p>", "<h2 id=\"a\">Some words of a title</h2>")
        #expect(html.contains("<h2 class=\"diff-changed\" id=\"a\">"))
        #expect(html.contains("<span class=\"diff-note\">kind</span> Some words of a title</h2>"))
        #expect(!html.contains("<del"))
    }

    @Test func aLinkThatLeadsElsewhereSaysSo() {
        let html = article("<p>See <a href=\"/a\">the page</a>.</p>", "<p>See <a href=\"/b\">the page</a>.</p>")
        #expect(html.contains("<span class=\"diff-note\">/a→/b</span> See <a href=\"/b\">the page</a>."))
        #expect(!html.contains("<ins"))
    }

    @Test func emphasisAloneIsNoChangeOfWords() {
        let html = article("<p>See the page now.</p>", "<p>See <em>the page</em> now.</p>")
        #expect(html.contains("<span class=\"diff-note\">formatted</span> See <em>the page</em> now."))
        #expect(!html.contains("<ins"))
    }

    @Test func aPictureThatWasReplacedIsShownWithTheOldOne() {
        func picture(_ name: String) -> String { "<img src=\"\(name).png\" alt=\"x\" loading=\"lazy\">" }
        let html = article("<p>Look: \(picture("a")) there.</p>", "<p>Look: \(picture("b")) there.</p>")
        #expect(html.contains("<del class=\"diff-del\">\(picture("a"))</del><ins class=\"diff-ins\">\(picture("b"))</ins> there."))
    }

    @Test func aMovedBlockLeadsBothWays() {
        let first = "<p>The first paragraph has enough words to be told.</p>"
        let rest = "<p>Another one that stays between.</p><p>And a third one to be sure.</p>"
        let html = article(first + rest, rest + first)
        let read = MarkedArticle(html)
        #expect(read.faults.isEmpty)
        #expect(read.jumps.sorted() == ["#change.1", "#change.2", "#left.1", "#move.1"])
        #expect(Set(read.jumps.map { String($0.dropFirst()) }).isSubset(of: Set(read.places)))
        #expect(html.contains("<p class=\"diff-moved\">"))
        #expect(read.inserted.isEmpty && read.deleted.isEmpty)
        #expect(read.newText.words.count == 21)
    }

    @Test func itemsStayInTheirList() {
        let old = "<ul>\n<li>apples are red</li>\n<li>pears are green</li>\n<li>plums are blue</li>\n</ul>"
        let new = "<ul>\n<li>apples are red</li>\n<li>plums are very blue</li>\n<li>grapes, too, are sweet</li>\n</ul>"
        let html = article(old, new)
        #expect(html.matches(of: #/<ul>/#).count == 1)
        #expect(html.contains("<li class=\"diff-deleted\">"))
        #expect(html.contains("<li class=\"diff-changed\">"))
        #expect(html.contains("plums are <ins class=\"diff-ins\">very </ins>blue</li>"))
        #expect(MarkedArticle(html).faults.isEmpty)
    }

    @Test func aDeletedFirstItemStandsInTheNewList() {
        let html = article("<ol><li>one of them goes</li><li>two stays here</li></ol>", "<ol><li>two stays here</li></ol>")
        #expect(html.matches(of: #/<ol>/#).count == 1)
        #expect(html.hasPrefix("<ol><li class=\"diff-deleted\">"))
    }

    @Test func rowsAreToldCellByCell() {
        let old = table([["Name", "Age"], ["Ada", "36"], ["Bob", "41"]])
        let new = table([["Name", "Town", "Age"], ["Ada", "Oslo", "37"], ["Bob", "Rome", "41"]])
        let html = article(old, new)
        #expect(MarkedArticle(html).faults.isEmpty)
        #expect(html.matches(of: #/<table>/#).count == 1)
        #expect(html.contains("<th class=\"diff-inserted\"><ins class=\"diff-ins\">Town</ins></th>"))
        #expect(html.contains("<td><del class=\"diff-del\">36</del><ins class=\"diff-ins\">37</ins></td>"))
        #expect(html.contains("<td class=\"diff-inserted\"><ins class=\"diff-ins\">Rome</ins></td><td>41</td>"))
    }

    @Test func aDeletedRowStandsInItsTable() {
        let html = article(
            table([["Name", "Age"], ["Ada", "36"], ["Bob|Bill", "41"]]), table([["Name", "Age"], ["Ada", "36"]]))
        #expect(html.contains("<tr class=\"diff-deleted\"><td>"))
        #expect(html.contains("Bob</del>") || html.contains("Bob|Bill</del>"))
        #expect(html.matches(of: #/<tbody>/#).count == 1)
    }

    private func table(_ rows: [[String]]) -> String {
        func row(_ cells: [String], _ name: String) -> String {
            "<tr>\n" + cells.map { "<\(name)>\($0)</\(name)>\n" }.joined() + "</tr>\n"
        }
        return "<div class=\"table-wrap\" tabindex=\"0\"><table>\n<thead>\n" + row(rows[0], "th") + "</thead>\n<tbody>\n"
            + rows.dropFirst().map { row($0, "td") }.joined() + "</tbody>\n</table></div>"
    }

    @Test func codeIsToldByLineAndKeepsItsColours() {
        let old = "<pre><code class=\"language-swift\"><span class=\"tok-keyword\">let</span> a = 1\nlet b = 2\n</code></pre>"
        let new = "<pre><code class=\"language-swift\"><span class=\"tok-keyword\">let</span> a = 7\nlet b = 2\nlet c = 3\n</code></pre>"
        let html = article(old, new)
        #expect(
            html.contains(
                "<span class=\"tok-keyword\">let</span> a = <del class=\"diff-del\">1</del><ins class=\"diff-ins\">7</ins>\nlet b = 2"))
        #expect(html.contains("<ins class=\"diff-ins\">\nlet c = 3</ins>\n</code></pre>"))
    }

    @Test func aFormulaIsReplacedWhole() {
        func formula(_ tex: String) -> String { "<p>So <span class=\"math math-inline\"><code>\(tex)</code></span> holds.</p>" }
        let html = article(formula("a+b"), formula("a+c"))
        #expect(html.contains("<del class=\"diff-del\"><span class=\"math math-inline\"><code>a+b</code></span></del>"))
        #expect(html.contains("<ins class=\"diff-ins\"><span class=\"math math-inline\"><code>a+c</code></span></ins> holds."))
    }

    @Test func numbersOfFootnotesAreNoWords() {
        func sign(_ number: Int) -> String {
            "<sup class=\"footnote-ref\" id=\"user-content-fnref-\(number)\"><a href=\"#user-content-fn-\(number)\">\(number)</a></sup>"
        }
        let html = article("<p>It is so\(sign(1)) in truth.</p>", "<p>It is so\(sign(2)) in truth.</p>")
        #expect(html == "<p>It is so\(sign(2)) in truth.</p>")
    }

    @Test func placesOfDeletedPartsAreGone() {
        let html = article("<h2 id=\"a\">Old heading goes</h2><p>Body stays.</p>", "<p>Body stays.</p><h2 id=\"a\">Quite another</h2>")
        #expect(html.matches(of: #/ id="a"/#).count == 1)
        #expect(html.contains("<h2 class=\"diff-inserted\" id=\"a\">"))
    }

    @Test func longStretchesWithoutChangeAreFoldedByHeadings() {
        var blocks = (1...6).map { "<p>Paragraph number \($0) says the same.</p>" }
        blocks.insert("<h2 id=\"s\">Second &amp; last</h2>", at: 3)
        let html = article((blocks + ["<p>End was here.</p>"]).joined(), (blocks + ["<p>End is here.</p>"]).joined())
        #expect(html.matches(of: #/<details class="diff-fold">/#).count == 2)
        #expect(html.contains("<details class=\"diff-fold\"><summary><b>Second &amp; last</b> 3 unchanged</summary><h2 id=\"s\">"))
        #expect(html.contains("</details><p>Paragraph number 6 says the same.</p><p class=\"diff-changed\">"))
    }

    @Test func equalArticlesStayAsTheyAre() {
        let html =
            "<p>One &amp; <em>two</em><br>\nthree</p>\n<ul>\n<li class=\"task\"><input type=\"checkbox\" disabled> do it</li>\n</ul>\n"
        let result = diff(html, html)
        #expect(result.changeCount == 0)
        #expect(result.article.string == html.replacing("\n", with: "").replacing("<br>three", with: "<br> three"))
    }

    @Test func aTickedTaskSaysSo() {
        func item(_ box: String) -> String { "<ul><li class=\"task\"><input type=\"checkbox\" disabled\(box)> water it</li></ul>" }
        let html = article(item(""), item(" checked"))
        #expect(html.contains("<li class=\"diff-changed task\">"))
        #expect(html.contains("<span class=\"diff-note\">task</span> <input type=\"checkbox\" disabled checked> water it</li>"))
    }

    @Test func eachChangeLeadsToTheNext() {
        let html = article("<p>one a</p><p>same words</p><p>two a</p>", "<p>one b</p><p>same words</p><p>two b</p>")
        #expect(html.contains("id=\"change.1\"><a class=\"change-next\" href=\"#change.2\">after</a> </span>"))
        #expect(html.contains("id=\"change.2\"><a class=\"change-previous\" href=\"#change.1\">before</a> </span>"))
    }

    @Test func whatFoldsIsOpenedWhereItIsShown() {
        let html = article(
            "<details class=\"alert alert-tip\"><summary>Tip</summary><p>a b</p></details>",
            "<details class=\"alert alert-tip\"><summary>Tip</summary><p>a c</p></details>")
        #expect(html.hasPrefix("<details class=\"alert alert-tip\" open>"))
    }

    @Test func authorsOwnMarksAreNotOurs() {
        let html = article("<p>It was <del>bad</del> good.</p>", "<p>It was <del>bad</del> better.</p>")
        #expect(html.contains("<del>bad</del>"))
        #expect(MarkedArticle(html).deleted == ["good"])
    }

    @Test func textsWithNothingInCommonStandSideBySide() {
        let old = (0..<200).map { "<p id=\"o\($0)\">alpha\($0) beta\($0) gamma\($0)</p>" }.joined()
        let new = (0..<200).map { "<p>delta\($0) epsilon\($0) zeta\($0)</p>" }.joined()
        let result = diff(old, new)
        #expect(result.detail == .whole)
        #expect(result.article.string == new)
        #expect(result.oldArticle.string == old.replacing(#/ id="o\d+"/#, with: ""))
    }

    @Test func whatIsNoArticleOfOursIsNotTouched() {
        #expect(diff("<p>a", "<p>b</p>").detail == .none)
        #expect(diff("<p>a</b>", "<p>b</p>").detail == .none)
        #expect(diff("<", "").detail == .none)
    }
}

extension RenderedDiffPhrases {
    /// Phrases that tests can find.
    static var plain: RenderedDiffPhrases {
        var phrases = RenderedDiffPhrases()
        phrases.previous = "before"
        phrases.next = "after"
        phrases.inserted = "Inserted:"
        phrases.deleted = "Deleted:"
        phrases.moved = "moved"
        phrases.movedAway = { "Moved: \($0)" }
        phrases.sentenceHere = { "here \($0)" }
        phrases.sentenceAway = { "away \($0)" }
        phrases.split = "split"
        phrases.joined = "joined"
        phrases.formatted = "formatted"
        phrases.linked = { "\($0)→\($1)" }
        phrases.structure = { change in
            switch change {
            case .kind: "kind"
            case .task: "task"
            case .level: "level"
            case .depth: "depth"
            default: "other"
            }
        }
        phrases.unchanged = { "\($0) unchanged" }
        return phrases
    }
}
