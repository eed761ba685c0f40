import Markup
import Testing

@Suite struct MathTests {
    @Test func inline() throws {
        let document = try document("so $a_b * c_d$, and $x$-axis; $`e^x`$")
        #expect(document.hasMath)
        let output = document.html(PlainLinks()).string
        #expect(output.contains("<span class=\"math math-inline\"><code>a_b * c_d</code></span>,"))
        #expect(output.contains("<code>x</code></span>-axis") && output.contains("<code>e^x</code>"))
    }

    @Test(arguments: [
        "costs $5 and $6", "$ a $", "US$5 or 6$", "`$a$`", "\\$a\\$", "$HOME/$PATH", "a $x", "$a\n\nb$", "$1,$2", "A$AP and B$B",
    ])
    func notMath(_ markdown: String) throws {
        #expect(try document(markdown).hasMath == false)
    }

    @Test func display() throws {
        #expect(try html("$$x^2$$") == "<div class=\"math math-display\"><code>x^2</code></div>\n")
        #expect(try html("see $$x$$ here").contains("<span class=\"math math-display\"><code>x</code></span> here"))
        #expect(
            try html("$$\na\n+ b_1 * c\n= d\n\n- e\n$$\n\nafter")
                == "<div class=\"math math-display\"><code>a\n+ b_1 * c\n= d\n\n- e</code></div>\n<p>after</p>\n")
        #expect(
            try html("> $$\n> a < b\n> $$") == "<blockquote>\n<div class=\"math math-display\"><code>a &lt; b</code></div>\n</blockquote>\n"
        )
        #expect(
            try html("text\n$$\nx\n$$\nmore").contains("<p>text</p>\n<div class=\"math math-display\"><code>x</code></div>\n<p>more</p>"))
    }

    @Test func fenced() throws {
        #expect(try html("```math\n\\frac{a}{b}\n```") == "<div class=\"math math-display\"><code>\\frac{a}{b}</code></div>\n")
    }

    @Test func aLonePairSwallowsNothing() throws {
        #expect(try html("$$\n\n# Heading\n\ntext").contains("<h1 id=\"heading\">Heading</h1>"))
        #expect(try html("```sh\necho $$\n```\n\n$$").contains("echo"))
    }
}
