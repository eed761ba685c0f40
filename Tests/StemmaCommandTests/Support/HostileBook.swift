/// A wiki whose pages do all that a text can do to a book that shows it.
enum HostileBook {
    /// The files by their paths.
    static let files = [
        "Book.md": book, "Elements.md": elements, "Text.md": text,
        "Embedded.md": "## Tables\n\nFoot[^1] [[#Tables]]\n\n[^1]: note\n\n![[Text]]\n",
        "Draft.md": "---\ndraft: true\n---\nnever leaves\n", "Redir.md": "---\nredirect: Elements\n---\n", "evil.svg": drawing,
        "fake.png": "<html><script>alert(1)</script></html>",
        "Bytes.md": "a\u{1}b\u{C}c\u{7F} \u{FFFE} \u{FFFF} \u{202E} ]]> <![CDATA[x]]> <?php x ?> &nbsp; &#0; &#xFFFF;\n",
        "Deep.md": String(repeating: ">", count: 150) + " x\n\n" + String(repeating: "<ul><li><b>", count: 120) + "y\n",
        "Bomb.md": String(repeating: "- ", count: 20_000) + "\n" + String(repeating: "x\n", count: 20_000),
    ]

    private static let book = """
        ---
        book:
          title: "</title><script>alert(1)</script>&amp;"
          subtitle: "\\" ' <x>"
          language: de
          cover: evil.svg
          licence: https://creativecommons.org/licenses/by/4.0/
          authors: ["Ada <b>", "Ben & Co"]
          editor: Eve
        ---
        - [Elements](Elements.md)
        - Part <b>one</b> &
          - [[Text]]
            - [Bytes](Bytes.md)
              - [Deep](Deep.md)
        - [Bomb](Bomb.md)
        - [Draft](Draft.md)
        - [Again](Redir.md)
        """

    private static let elements = """
        ---
        title: "</title><script>alert(1)</script>"
        ---
        <table border=1 align=center><caption>A</caption><caption>B</caption><colgroup span=2><col></colgroup><thead><tr><th align=right \
        width=20 scope=COL><h2>H</h2></th></tr></thead><thead></thead><tfoot><tr><td colspan=0 rowspan=99999>f</td></tr></tfoot></table>

        <ul>stray<li>one<ul><ul><li>deep</ul></ul><p>p</ul><ol type=x start=-5 reversed><li value=3>a</ol><li>lone</li><dd>d</dd>
        <dl><dd>a</dd><dt>b</dt></dl><b><div>x<table><tr><td>c</td></tr></table><hr></div></b><details><p>a</p></details><summary>s</summary>
        <figure><p>x</p><figcaption>m</figcaption><p>y</p></figure><ruby><rt>x</rt></ruby><bdo>b</bdo><time datetime="x">n</time>
        <a name="x y">n</a><a id="d"></a><p id="d">d</p><p id="ü">u</p><a href="#d">a</a> <a href="#no">b</a> <a href="javascript:alert(1)">c</a>
        <a href="http://exa mple/x">d</a> <a href="https://ex.org/a b|c[d]#f#g%zz">e</a> <a href="https://ünï.de/">f</a>
        <a href="https://x.org"><div>b<img src="https://x/y.png"></div></a><img src=no.png align=left width=0><video src=m.mp4><p>f</p></video>
        <svg onload=x></svg><math><mi>x</mi></math><iframe src=x></iframe><input><span lang="x y" dir=Q>l</span><dfn>a<dfn>b</dfn></dfn>
        """

    private static let text = """
        [[_TOC_]]

        Text[^1] again[^1] inline [[_TOC_]].

        [^1]: Note with [[Text#Tables]].

        ## Tables

        | a | b |
        |:--|--:|
        | ==m== | $x<y&z$ |

        ## Tables

        - [x] done

        > [!tip]- Folded
        > inner

        ![[Embedded]]

        ![[evil.svg]] ![[fake.png]] [![b](https://x.org/b.svg)](https://x.org) [a](Elements.md#d) [b](Elements.md#ü) [[Nope]] [[Draft]] ![[Draft]]

        <b>unclosed
        """

    private static let drawing = """
        <svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script><foreignObject><p>x</p></foreignObject>\
        <a href="javascript:alert(1)"><circle r="1" style="fill:url(http://evil)"/></a><image href="http://evil/x.png"/>\
        <style>@import url(http://evil);</style><rect fill="url(#no)" d="x" width="-1" height="a"/><use href="#no"/></svg>
        """
}
