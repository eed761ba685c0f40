import Testing

@testable import Markup

@Suite struct CodeHighlightingTests {
    @Test func knownLanguagesAreColoured() throws {
        let output = try html("```go\nfunc main() { return \"<x>\" } // end\n```")
        #expect(output.hasPrefix("<pre><code class=\"language-go\">"))
        #expect(output.contains("<span class=\"tok-keyword\">func</span>"))
        #expect(output.contains("<span class=\"tok-string\">&quot;&lt;x&gt;&quot;</span>"))
        #expect(output.contains("<span class=\"tok-comment\">// end</span>"))
    }

    @Test func languagesAreListed() throws {
        #expect(try document("```Rust,ignore\nx\n```\n\n```{.python}\ny\n```\n\n~~~\nz\n~~~").codeLanguages == ["python", "rust"])
    }

    @Test(arguments: ["", "nosuchlanguage", "../../etc/passwd", "x\"y", String(repeating: "a", count: 100)])
    func unknownLanguagesArePlain(_ language: String) throws {
        let output = try html("```\(language)\na < b && \"c\"\n```")
        #expect(output.contains("a &lt; b &amp;&amp; &quot;c&quot;\n</code></pre>") && !output.contains("tok-"))
        #expect(AuditedHTML(output).problems.isEmpty)
    }

    /// Every definition loads, and highlighting adds spans and nothing else.
    @Test(arguments: CodeLanguage.names) func noByteIsLost(_ language: String) throws {
        let code = "int x = 'a' + \"b\\n\"; /* c */ <a href=\"#\">&amp;</a> # d\n\n\ttab $(e) {f: [1.5e3]} é日本🎉\n-- g\n+ h\n\"unclosed\n"
        let output = try html("```\(language)\n\(code)```")
        var bare = ""
        var isTag = false
        for scalar in output.unicodeScalars {
            if scalar == "<" { isTag = true } else if scalar == ">" { isTag = false } else if !isTag { bare.unicodeScalars.append(scalar) }
        }
        #expect(bare.hasPrefix(EscapedText(code).string))
        #expect(AuditedHTML(output).problems.isEmpty)
    }

    @Test func longLinesAndBlocksArePlain() throws {
        #expect(!(try html("```go\n" + String(repeating: "(", count: 50_000) + "\n```")).contains("tok-"))
        #expect(!(try html("```go\n" + String(repeating: "var x\n", count: 20_000) + "```")).contains("tok-"))
    }
}
