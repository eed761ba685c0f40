import Markup
import Testing

@Suite struct GitHubMarkdownTests {
    @Test func tables() throws {
        let output = try html("| a | b | c |\n|:--|:-:|--:|\n| 1 | **2** | 3\\|4 |\n")
        #expect(output.contains("<div class=\"table-wrap\" tabindex=\"0\"><table>"))
        #expect(output.contains("<th align=\"left\">a</th>\n<th align=\"center\">b</th>\n<th align=\"right\">c</th>"))
        #expect(output.contains("<td align=\"center\"><strong>2</strong></td>\n<td align=\"right\">3|4</td>"))
        #expect(try html("| a |\n|---|\n").contains("</thead>\n</table>"))
    }

    @Test func taskLists() throws {
        let output = try html("- [x] done\n- [ ] open\n- plain")
        #expect(output.contains("<li class=\"task\"><input type=\"checkbox\" disabled checked> done"))
        #expect(output.contains("<li class=\"task\"><input type=\"checkbox\" disabled> open"))
        #expect(output.contains("<li>plain"))
    }

    @Test func strikethroughAutolinksAndBreaks() throws {
        #expect(
            try html("~~a~~ www.example.org b  \nc")
                == "<p><del>a</del> <a rel=\"nofollow ugc noopener\" href=\"http://www.example.org\">www.example.org</a> b<br>\nc</p>\n")
        #expect(try html("me@example.org").contains("<a href=\"mailto:me@example.org\">"))
    }

    @Test func listsKeepTheirStart() throws {
        #expect(try html("3. a\n4. b") == "<ol start=\"3\">\n<li>a\n</li>\n<li>b\n</li>\n</ol>\n")
        #expect(try html("- a\n\n- b").contains("<li><p>a</p>\n</li>"))
    }

    @Test func footnotes() throws {
        let output = try html("a[^x] b[^y] c[^x]\n\n[^y]: second\n[^x]: first")
        #expect(output.contains("a<sup class=\"footnote-ref\" id=\"user-content-fnref-1\"><a href=\"#user-content-fn-1\">1</a></sup>"))
        #expect(output.contains("id=\"user-content-fnref-1-2\""))
        #expect(output.contains("<li id=\"user-content-fn-1\"><p>first <a class=\"footnote-backref\""))
        #expect(output.contains("href=\"#user-content-fnref-1\" aria-label=\"↩ 1\">↩</a>"))
        #expect(output.contains("<li id=\"user-content-fn-2\"><p>second"))
    }

    @Test func marksAndComments() throws {
        #expect(try html("a ==b *c*== d") == "<p>a <mark>b <em>c</em></mark> d</p>\n")
        #expect(try html("a == b and c === d ==") == "<p>a == b and c === d ==</p>\n")
        let document = try document("a %%hidden **x**%% b\n\n%%\nhidden\n\n- hidden\n%%\n\nc 100%% d")
        #expect(!document.plainText.contains("hidden"))
        #expect(document.html(PlainLinks()).string == "<p>a  b</p>\n<p>c 100%% d</p>\n")
    }

    @Test func alerts() throws {
        #expect(
            try html("> [!NOTE]\n> Text")
                == "<aside class=\"alert alert-note\">\n<p class=\"alert-title\">Note</p>\n<p>Text</p>\n</aside>\n")
        #expect(try html("> [!warning] Mind *this*\n> Text").contains("<p class=\"alert-title\">Mind <em>this</em></p>\n<p>Text</p>"))
        #expect(
            try html("> [!tip]- Folded\n> Text").hasPrefix(
                "<details class=\"alert alert-tip\">\n<summary class=\"alert-title\">Folded</summary>"))
        #expect(
            try html("> [!bug]+\n> Text").hasPrefix(
                "<details class=\"alert alert-caution\" open>\n<summary class=\"alert-title\">Bug</summary>"))
        #expect(try html("> [!x y]\n> Text").hasPrefix("<blockquote>"))
        #expect(try html("> > [!NOTE]\n> > inner\n>\n> outer").contains("<blockquote>\n<aside"))
    }

    @Test func tableOfContents() throws {
        let output = try html("[[_TOC_]]\n\n## A\n\n### B\n\n## C <x>")
        #expect(
            output.hasPrefix(
                "<nav class=\"toc\">\n<ul>\n<li><a href=\"#a\">A</a>\n<ul>\n<li><a href=\"#b\">B</a></li>\n</ul>\n</li>\n<li><a href=\"#c\">"
            ))
        #expect(AuditedHTML(output).problems.isEmpty)
        #expect(AuditedHTML(try html("[[_TOC_]]\n\n#### A\n\n## B\n\n# C\n\n#### D\n\n### E")).problems.isEmpty)
    }
}
