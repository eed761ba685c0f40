import Markup
import Testing

@Suite struct EscapedTextTests {
    @Test func bothQuotesAndMarkupAreEscaped() {
        #expect(
            EscapedText("<a href=\"x\" title='y'>&amp;</a>").string == "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;")
    }

    @Test func aQuoteWithACombiningMarkIsStillEscaped() {
        #expect(Array(EscapedText("x\"\u{301}").string.utf8) == Array("x&quot;\u{301}".utf8))
        #expect(Array(EscapedText("<\u{338}script>").string.utf8) == Array("&lt;\u{338}script&gt;".utf8))
    }

    @Test func bytesThatAreNotUTF8ShowAsReplacement() {
        #expect(EscapedText(bytes: [0x61, 0xFF, 0x3C, 0xC3]).string == "a\u{FFFD}&lt;\u{FFFD}")
        #expect(EscapedText(bytes: [0xED, 0xA0, 0x80, 0x22]).string.hasSuffix("&quot;"))
    }

    @Test func controlAndOverridesAreVisible() {
        #expect(EscapedText("a\u{0}b\u{1B}c\u{202E}d\u{2066}e\u{85}").string == "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}e\u{FFFD}")
        #expect(EscapedText("tab\tline\n\u{200F}").string == "tab\tline\n\u{200F}")
        let joined = "می\u{200C}خواهم 👩\u{200D}🚀 ❤\u{FE0F}"
        #expect(Array(EscapedText(joined).string.utf8) == Array(joined.utf8), "joiners belong to letters")
    }

    @Test func verbatimChangesNothingButMarkup() {
        let text = "a\u{C}b\u{202E}\u{1B}é\u{301} & <x>"
        #expect(Array(EscapedText(verbatim: text).string.utf8) == Array("a\u{C}b\u{202E}\u{1B}é\u{301} &amp; &lt;x&gt;".utf8))
    }

    /// HTML reads a bare CR LF as LF.
    @Test(arguments: [("a\r\n<b\r\n", "a&#13;\n&lt;b&#13;\n"), ("a\rb\r", "a\rb\r"), ("\r\r\n\n", "\r&#13;\n\n"), ("é", "é"), ("", "")])
    func lineEndsAreKept(_ text: String, _ escaped: String) {
        #expect(Array(EscapedText(keepingLineEnds: text.utf8).string.utf8) == Array(escaped.utf8))
    }
}
