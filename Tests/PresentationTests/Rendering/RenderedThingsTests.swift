import Markup
import Testing

@testable import Presentation

/// What is no word: pictures, formulas, the language of code, how cells stand, where notes lead.
struct RenderedThingsTests {
    private func article(_ old: String, _ new: String) -> String {
        RenderedDiff(old: SafeHTML(trusted: old), new: SafeHTML(trusted: new), phrases: .plain).article.string
    }

    @Test func aPictureWithAnotherDescriptionIsTheSamePicture() {
        func picture(_ alt: String, _ more: String = "") -> String {
            "<p>Look: <img src=\"a.png\" alt=\"\(alt)\"\(more) loading=\"lazy\"></p>"
        }
        let html = article(picture("A cat"), picture("A &quot;dog&quot;"))
        #expect(html.contains("<span class=\"diff-note\">A cat⇒A &quot;dog&quot;</span> Look: <img src=\"a.png\""))
        #expect(!html.contains("<del") && !html.contains("<ins"))
        #expect(article(picture("A cat"), picture("A cat", " width=\"20\"")).contains("<span class=\"diff-note\">formatted</span>"))
    }

    @Test func eachFormulaStandsWithTheOneThatTookItsPlace() {
        func formulas(_ names: [String]) -> String {
            names.map { "<div class=\"math math-display\"><code>\($0)</code></div>" }.joined()
        }
        let html = article("<p>So it is.</p>" + formulas(["a", "b", "c"]), "<p>So it is.</p>" + formulas(["x", "y"]))
        #expect(html.matches(of: #/<code>(.)<\/code>/#).map { String($0.1) } == ["a", "x", "b", "y", "c"])
    }

    @Test func theLanguageOfCodeIsTold() {
        func code(_ language: String) -> String { "<pre><code\(language)>echo one\n</code></pre>" }
        let html = article(code(" class=\"language-sh\""), code(" class=\"language-fish\""))
        #expect(html.contains("<pre class=\"diff-changed\">") && html.contains("<span class=\"diff-note\">sh»fish</span>"))
        #expect(article(code(""), code(" class=\"language-sh\"")).contains("<span class=\"diff-note\">»sh</span>"))
        let colours = article(
            "<pre><code class=\"language-c\"><span class=\"tok-type\">a</span> b</code></pre>",
            "<pre><code class=\"language-c\">a b</code></pre>")
        #expect(!colours.contains("diff-"))
    }

    @Test func howTheCellsOfAColumnStandIsToldOnce() {
        func table(_ align: String) -> String {
            "<table><thead><tr><th align=\"\(align)\">Name</th></tr></thead><tbody><tr><td align=\"\(align)\">Ada</td></tr></tbody></table>"
        }
        #expect(article(table("left"), table("right")).matches(of: #/formatted/#).count == 1)
        #expect(!article(table("left"), table("left")).contains("diff-"))
    }

    @Test func aListThatBeginsWithAnotherNumberSaysSo() {
        func list(_ start: String) -> String { "<ol\(start)><li>One thing.</li><li>Another.</li></ol>" }
        let html = article(list(" start=\"3\""), list(" start=\"5\""))
        #expect(html.contains("<ol start=\"5\"><li class=\"diff-changed\">") && html.matches(of: #/3 to 5/#).count == 1)
        #expect(!article("<ol><li>One thing.</li></ol>", "<ol><li>New.</li><li>One thing.</li></ol>").contains(" to "))
    }

    @Test func aNoteThatWentLeadsNowhere() {
        func note(_ number: Int) -> String {
            "<sup class=\"footnote-ref\" id=\"user-content-fnref-\(number)\"><a href=\"#user-content-fn-\(number)\">\(number)</a></sup>"
        }
        func foot(_ texts: [String]) -> String {
            let items = texts.enumerated().map { number, text in
                "<li id=\"user-content-fn-\(number + 1)\"><p>\(text) <a class=\"footnote-backref\" href=\"#user-content-fnref-\(number + 1)\">↩</a></p></li>"
            }
            return "<section class=\"footnotes\"><ol>" + items.joined() + "</ol></section>"
        }
        let html = article(
            "<p>Water.\(note(1)) Fire.\(note(2))</p>" + foot(["Of water, says the book.", "Of fire, says another."]),
            "<p>Water. Fire.\(note(1))</p>" + foot(["Of fire, says another."]))
        #expect(html.contains("<del class=\"diff-del\"><sup class=\"footnote-ref\"><a>1</a></sup></del>"))
        #expect(html.contains("<a class=\"footnote-backref\">↩</a>"))
        #expect(html.matches(of: #/href="#user-content-fn-1"/#).count == 1 && html.matches(of: #/href="#user-content-fnref-1"/#).count == 1)
    }

    @Test func aSpaceInOtherElementsLooksTheSame() {
        let html = article("<p>A <em>very </em>tall tree</p>", "<p>A <em>very</em> tall tree</p>")
        #expect(!html.contains("formatted"))
    }

    @Test func anItemWithItemsInItIsMarked() {
        let html = article(
            "<ul><li>outer words here<ul><li>inner</li></ul></li></ul>", "<ul><li>outer words there<ul><li>inner</li></ul></li></ul>")
        #expect(html.contains("<ul><li class=\"diff-changed\"><span class=\"diff-changed\">"))
    }
}
