import Markup
import Testing

/// The classes of attack in the threat model, and what people really use.
@Suite struct SanitisingTests {
    @Test(arguments: [
        "<script>alert(1)</script>", "<ScRiPt src=x></sCrIpT>", "<scr\u{0}ipt>x</scr\u{0}ipt>", "<svg onload=alert(1)><path/></svg>",
        "<svg><script>alert(1)</script></svg>", "<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>",
        "<iframe src=javascript:alert(1)></iframe>", "<object data=x></object><embed src=x>",
        "<form action=x><button formaction=y>z</button></form>",
        "<img src=x onerror=alert(1)>", "<img src=\"x\" o\u{0}nerror=\"alert(1)\">", "<b onmouseover=alert(1)>x</b>",
        "<p style=\"position:fixed\">x</p>",
        "<div class=\"site-header\" id=\"search\">x</div>", "<a href=\"x\" style=x onclick=y ping=z target=_blank>x</a>",
        "<base href=//evil>",
        "<meta http-equiv=refresh content=0>", "<link rel=stylesheet href=x>", "<style>*{}</style>", "<input autofocus onfocus=alert(1)>",
        "<details ontoggle=alert(1) open>x</details>", "<video onerror=alert(1)><source onerror=alert(1)></video>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
        "<template><script>x</script></template>", "<select><option><script>alert(1)</script>", "<textarea></article><script>x</script>",
        "<title><img src=x onerror=alert(1)></title>", "<!--><img src=x onerror=alert(1)>-->", "<p title='\"><script>x</script>'>y</p>",
        "<plaintext>x",
        "<x/onclick=alert(1)>", "<a title=\"x&quot; onclick=&quot;y\">z</a>", "&lt;script&gt;x", "<stemma0 stemma0=\"0\">x</stemma0>",
        "$x</code><script>alert(1)</script>$", "$$<img src=x onerror=alert(1)>$$", "[[<script>alert(1)</script>]]",
        "![[x\" onerror=\"alert(1)]]",
        "[[A|<img src=x onerror=alert(1)>]]", "# <script>x</script> \"onload=\"", "```\" onload=\"x\n<script>\n```",
        "> [!note\" onload=x]\n> y",
        "> [!tip]- <script>x</script>\n> y", "[^1]\n\n[^1]: <script>x</script>", "[x](y \"t\\\" onload=x\")", "![x\" onerror=\"y](z)",
        "==<script>x</script>==",
        "%%<script>x</script>", "<a href=\"https://x\" title=\"x\"\u{301} onclick=alert(1)>y</a>",
        "| <script>x</script> |\n|---|\n| <img onerror=x> |",
    ])
    func inert(_ markdown: String) throws {
        let output = try html("---\ntitle: \"</title><script>\"\n---\nbefore\n\n" + markdown + "\n\nafter")
        let tree = AuditedHTML(output)
        #expect(tree.problems.isEmpty, "\(markdown) gave \(output): \(tree.problems)")
    }

    @Test func unclosedTagsStayInTheArticle() throws {
        let output = try html("</div></article></body><div><b>open\n\n# next\n\n<table><tr><td>cell")
        #expect(AuditedHTML(output).problems.isEmpty)
        #expect(output.contains("next"))
    }

    @Test func authorsCannotForgeOurElements() throws {
        let output = try html("<div stemma0=\"0\">a</div> <span STEMMA1=1>b</span> <i stemma2=0>c</i>\n\n`stemma3` [[Real]]")
        #expect(output.contains("<div>a</div>") && output.contains("<i>c</i>") && output.contains(">Real</a>"))
    }

    @Test func whatPeopleUseStays() throws {
        let page = """
            <details open><summary>More</summary>

            <kbd>Ctrl</kbd> H<sub>2</sub>O x<sup>2</sup> <ins>i</ins> <del cite="https://e.org">d</del> <abbr title="t">a</abbr><br>

            </details>

            <p align="center"><img src="https://e.org/x.png" width="20" height="10"></p>

            <table><tr><th colspan="2" align="right">h</th></tr><tr><td>1</td><td rowspan="2">2</td></tr></table>

            <dl><dt>t</dt><dd>d</dd></dl> <ruby>漢<rt>kan</rt></ruby> <font color="#f00">red</font> <center>c</center>
            """
        let output = try html(page)
        for part in [
            "<details open=\"\"><summary>More</summary>",
            "<kbd>Ctrl</kbd> H<sub>2</sub>O x<sup>2</sup> <ins>i</ins> <del cite=\"https://e.org\">d</del>",
            "<abbr title=\"t\">a</abbr><br>",
            "<p align=\"center\"><img src=\"https://e.org/x.png\" alt=\"\" width=\"20\" height=\"10\" loading=\"lazy\">",
            "<th colspan=\"2\" align=\"right\">h</th>", "<td rowspan=\"2\">2</td>", "<dt>t</dt><dd>d</dd>", "<ruby>漢<rt>kan</rt></ruby>",
            "<font color=\"#f00\">red</font>",
        ] { #expect(output.contains(part), "\(part) is not in \(output)") }
    }

    @Test func namesGetAPrefix() throws {
        #expect(try html("<a name=\"top\"></a><p id=\"search\">x</p>").contains("<span id=\"user-content-top\"></span>"))
        #expect(try html("<p id=\"search\">x</p>").contains("<p id=\"user-content-search\">"))
        #expect(!(try html("<h2 id=\"search\">Words</h2>")).contains("id=\"search\""))
    }

    @Test func commentsVanish() throws {
        let document = try document("a <!-- secret --> b\n\n<!--\nsecret\n-->\n\nc")
        #expect(!document.html(PlainLinks()).string.contains("secret") && !document.plainText.contains("secret"))
    }

    @Test func deepNestingKeepsTheWords() throws {
        let output = try html(String(repeating: "<div>", count: 5000) + "words")
        #expect(output.contains("words") && output.utf8.count < 10_000)
    }
}
