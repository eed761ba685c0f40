import Markup
import Testing

@testable import StaticExport

/// Whatever form an article has, what comes of it has the form that books take.
struct BookMarkupTests {
    private func written(_ html: String, isEPUB: Bool = true, prefix: String = "") -> String {
        let text = BookMarkup(SafeHTML(trusted: html), isEPUB: isEPUB, prefix: prefix).text()
        let bytes = text.written { target in
            guard target.section == nil else { return "section-\(target.section ?? 0)" }
            return target.fragment.flatMap { text.places.name(of: $0, scope: target.scope) }.map { "#\($0)" }
        } source: {
            "picture-\($0)"
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(arguments: [
        ("<ul>a<li>b</li><p>c</p></ul>", "<ul><li>a</li><li>b</li><li><p>c</p></li></ul>"),
        ("<li>a</li><dt>b</dt>", "<div>a</div><div>b</div>"),
        ("<dl><dd>a</dd></dl><dl><dt>b</dt></dl>", "<dl><dt></dt><dd>a</dd></dl><dl><dt>b</dt><dd></dd></dl>"),
        (
            "<table>a<tr><td>b</td></tr><caption>c</caption></table>",
            "<table><tbody><tr><td>a</td></tr><tr><td>b</td></tr></tbody><tbody><tr><td><div>c</div></td></tr></tbody></table>"
        ),
        (
            "<table><thead><tr></tr></thead><thead></thead></table>",
            "<table><thead><tr></tr></thead><tbody></tbody></table>"
        ),
        (
            "<b><div>a</div><ul><li>b</li></ul></b>",
            "<b><span class=\"block\">a</span><span class=\"block\"><span class=\"block\">b</span></span></b>"
        ),
        ("<p><hr>a<br></p>", "<p><br/>a<br/></p>"),
        ("<a href=\"#a\">a<a href=\"#b\">b</a></a>", "<a>a<span>b</span></a>"),
        ("<dfn>a<dfn>b</dfn></dfn>", "<dfn>a<span>b</span></dfn>"),
        (
            "<ruby><rt>a</rt></ruby><ruby>b<rp>(</rp><rt>c</rt></ruby>",
            "<span><span class=\"ruby-note\">a</span></span><ruby>b<rt>c</rt></ruby>"
        ),
        ("a</b><i>c", "a<i>c</i>"),
    ]) func elementsStandWhereTheyMay(html: String, expected: String) {
        #expect(written(html) == expected)
    }

    @Test func whatIsObsoleteBecomesPlain() {
        #expect(
            written("<center><font color=\"red\">a</font><tt>b</tt><strike>c</strike></center>")
                == "<div class=\"align-center\"><span>a</span><code>b</code><s>c</s></div>")
        #expect(
            written("<details class=\"alert\" open><summary>a</summary>b</details>")
                == "<div class=\"alert details\"><p class=\"summary\">a</p>b</div>")
        #expect(
            written(
                "<table border=\"1\"><tbody><tr><td align=\"right\" width=\"9\" colspan=\"2\" rowspan=\"0\">a</td></tr></tbody></table>")
                == "<table><tbody><tr><td class=\"align-right\" colspan=\"2\">a</td></tr></tbody></table>")
        #expect(written("<li class=\"task\"><input type=\"checkbox\" disabled checked> a</li>") == "<div class=\"task\">\u{2611} a</div>")
        #expect(written("<p lang=\"x y\" dir=\"up\">a</p><p lang=\"de\">b</p>") == "<p>a</p><p lang=\"de\" xml:lang=\"de\">b</p>")
    }

    @Test func namesOfPlacesAreUniqueAndFound() {
        #expect(
            written(
                "<h2 id=\"a\">A</h2><p id=\"a\">again</p><p id=\"1 ü\">B</p><a href=\"#a\">x</a><a href=\"#1 ü\">y</a><a href=\"#z\">z</a>")
                == "<h2 id=\"a\">A</h2><p>again</p><p id=\"place-1\">B</p><a href=\"#a\">x</a><a href=\"#place-1\">y</a><a>z</a>")
        #expect(written("<h2 id=\"1\">A</h2><a href=\"#1\">x</a>", prefix: "c-") == "<h2 id=\"c-1\">A</h2><a href=\"#c-1\">x</a>")
    }

    @Test func aPageThatIsShownInPlaceHasPlacesOfItsOwn() {
        let html = "<p id=\"a\">1</p><div class=\"embed\"><p id=\"a\">2</p><a href=\"#a\">2</a></div><a href=\"#a\">1</a>"
        #expect(
            written(html)
                == "<p id=\"a\">1</p><div class=\"embed\"><p id=\"place-1\">2</p><a href=\"#place-1\">2</a></div><a href=\"#a\">1</a>")
    }

    @Test func notesOfAPageShownInPlaceAreCountedFromOne() {
        func page(_ name: String, _ count: Int) -> String {
            let notes = (1...count).map { "<li id=\"\(name)-\($0)\"><p>\(name)</p></li>" }.joined()
            return "<section class=\"footnotes\"><ol>\(notes)</ol></section>"
        }
        let text = written("<div class=\"embed\">\(page("inner", 2))</div>\(page("outer", 1))")
        let numbers = text.split(separator: "class=\"footnote-number\">").dropFirst().map { $0.prefix(1) }
        #expect(numbers == ["1", "2", "1"], "\(text)")
    }

    @Test func footnotesAreWhatReadersShowOverThePage() {
        let html = """
            <sup class="footnote-ref" id="fnref-1"><a href="#fn-1">1</a></sup><section class="footnotes"><ol><li id="fn-1">\
            <p>Note <a class="footnote-backref" href="#fnref-1" aria-label="↩ 1">↩</a></p></li></ol></section>
            """
        let epub = written(html)
        #expect(epub.contains("<a epub:type=\"noteref\" role=\"doc-noteref\" href=\"#fn-1\">1</a>"))
        #expect(epub.contains("<aside epub:type=\"footnote\" role=\"doc-footnote\" class=\"footnote\" id=\"fn-1\">"))
        #expect(epub.contains("<a role=\"doc-backlink\" class=\"footnote-backref\" aria-label=\"↩ 1\" href=\"#fnref-1\">"))
        #expect(!epub.contains("<ol>"))
        #expect(!written(html, isEPUB: false).contains("epub:"))
    }

    @Test func addressesAreInsideOrOnTheWebOrNowhere() {
        #expect(written("<a href=\"\(BookReference.place(section: 3, fragment: "x"))\">a</a>") == "<a href=\"section-3\">a</a>")
        #expect(written("<img src=\"\(BookReference.picture(2))\" alt=\"d\" loading=\"lazy\">") == "<img alt=\"d\" src=\"picture-2\"/>")
        #expect(written("<img src=\"https://example.org/x.png\" alt=\"d\">") == "d")
        #expect(written("<a class=\"missing\" title=\"t\">a</a>") == "<span class=\"unlinked\" title=\"t\">a</span>")
        #expect(written("<a href=\"javascript:x\">a</a>") == "<span>a</span>")
        #expect(
            written("<video src=\"https://example.org/a.mp4\" controls><p>no</p></video>")
                == "<a class=\"recording\" href=\"https://example.org/a.mp4\">a.mp4</a>")
        #expect(written("<audio src=\"\(BookReference.name("a.ogg"))\"></audio>") == "<span class=\"unlinked\">a.ogg</span>")
    }

    @Test func whatXMLForbidsIsReplaced() {
        #expect(written("a\u{1}\u{FFFE}\u{FFFF}&nbsp;&amp;&#39;") == "a\u{FFFD}\u{FFFD}\u{FFFD}&amp;nbsp;&amp;&#39;")
        #expect(written("<p title=\"&lt;\u{2}\">x</p>") == "<p title=\"&lt;\u{FFFD}\">x</p>")
        #expect(written("<p a < b") == "&lt;p a &lt; b")
    }

    @Test func deepAndBrokenArticlesEnd() {
        let deep = written(String(repeating: "<div>", count: 5000) + "x")
        #expect(deep.contains("x") && deep.split(separator: "<div>").count < 300)
        #expect(deep.ranges(of: "<div>").count == deep.ranges(of: "</div>").count)
        #expect(written(String(repeating: "</p>", count: 5000)) == "")
        #expect(written(String(repeating: "<", count: 50_000)).utf8.count == 200_000)
    }
}
