import Markup
import Testing

@Suite struct HeadingTests {
    /// As GitHub shows them.
    @Test(arguments: [
        ("Hello World", "hello-world"), ("What's new?", "whats-new"), ("a  b", "a--b"), ("C++ & Go", "c--go"),
        ("Über Straße", "über-straße"),
        ("日本語 の 見出し", "日本語-の-見出し"), ("snake_case-kebab", "snake_case-kebab"), ("1.2.3", "123"), ("🎉 Party", "-party"), ("ไทย", "ไทย"),
        ("Ⅳ x", "ⅳ-x"),
    ])
    func anchors(_ text: String, _ anchor: String) throws {
        #expect(try document("x\n\n## \(text)").headings.first?.anchor == anchor)
    }

    @Test func twinsAreNumbered() throws {
        let document = try document("x\n\n## A\n\n## A\n\n## A-1\n\n## A\n\n## !")
        #expect(document.headings.map(\.anchor) == ["a", "a-1", "a-1-1", "a-2", "section"])
    }

    @Test func textComesFromWhatIsSeen() throws {
        let document = try document("x\n\n## The `code` *and* [[Page|link]] <a name=\"x\"></a>[m](y)\n\n<h3>raw <i>HTML</i></h3>")
        #expect(
            document.headings == [
                Heading(level: 2, anchor: "the-code-and-link-m", text: "The code and link m"),
                Heading(level: 3, anchor: "raw-html", text: "raw HTML"),
            ])
        #expect(document.html(PlainLinks()).string.contains("<h2 id=\"the-code-and-link-m\">"))
    }

    @Test func aLeadingHeadingIsTheTitle() throws {
        let document = try document("<!-- x -->\n\n# The *Title*\n\ntext [up](#the-title)")
        #expect(document.title == "The Title")
        #expect(document.headings.isEmpty)
        #expect(document.html(PlainLinks()).string == "<span id=\"the-title\"></span>\n<p>text <a href=\"#the-title\">up</a></p>\n")
    }

    @Test func otherFirstHeadingsAreNot() throws {
        #expect(try document("text\n\n# H").title == nil)
        #expect(try document("## H").title == nil)
        let named = try document("---\ntitle: Named\n---\n# Other `x`")
        #expect(named.title == "Named")
        #expect(named.html(PlainLinks()).string == "<h1 id=\"other-x\">Other <code>x</code></h1>\n")
        #expect(try document("---\ntitle: Same\n---\n# same\n").headings.isEmpty)
    }

    @Test func plainTextHasHeadingsInPlace() throws {
        #expect(try document("# T\n\na [b](c) `d`\n\n## H\n\n- e\n- f\n\n```\ng\n```").plainText == "a b d\nH\ne\nf\ng\n")
    }
}
