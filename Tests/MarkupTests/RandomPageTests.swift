import Markup
import Testing

/// Pages put together at random from everything that means something somewhere. Seeded, so a failure can be repeated.
@Suite struct RandomPageTests {
    /// SplitMix64 (Steele, Lea, Flood 2014).
    private struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var value = state
            value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
            value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
            return value ^ (value >> 31)
        }
    }

    private static let tokens = [
        "[[", "]]", "![[", "|", "\\|", "$", "$$", "%%", "==", "*", "**", "_", "~~", "`", "```", "```go\n", "\n", "\n\n", "> ", "> [!NOTE]",
        "- ", "1. ",
        "- [ ] ", "# ", "## ", "    ", "<div>", "</div>", "<b>", "</p>", "<table>", "<td>", "<a href=\"x\" onclick=y>", "</a>",
        "<img src=x onerror=y>",
        "<svg>", "<script>", "</script>", "<!--", "-->", "<details>", "<summary>", "<h2 id=x>", "<math>", "<video src=x>", "<style>",
        "<p id='\"><i>'>",
        "[", "](", ")", "![", "[^1]", "[^1]: ", "[x]: y\n", "| a | b |\n|---|---|\n| c | d |\n", "---\n", "+++\n", "title: x\n",
        "javascript:", "https://e.org/",
        "www.e.org ", "a@e.org ", "&lt;", "&#1;", "&#60;", "&quot;", "\\", "\"", "'", "<", ">", "&", "word ", "é", "日本", "\u{301}",
        "\u{202E}", "🎉", "\t",
        "\u{1}", "\u{2}", "\u{7F}", "\u{C}", "[[_TOC_]]", "stemma0=\"0\"", "<i stemma1=\"1\">", "|300", "#x", "\r\n",
    ]

    @Test(arguments: 0..<8) func outputIsAlwaysSound(_ seed: UInt64) throws {
        var generator = Generator(state: seed)
        for _ in 0..<150 {
            var markdown = ""
            for _ in 0..<Int.random(in: 1...60, using: &generator) { markdown += Self.tokens.randomElement(using: &generator) ?? "" }
            let document = try MarkdownParser().document(Array(markdown.utf8))
            let output = document.html(PlainLinks()).string
            let problems = AuditedHTML(output).problems
            #expect(problems.isEmpty, "\(markdown.debugDescription) gave \(output): \(problems)")
            #expect(!output.utf8.contains { $0 < 9 || $0 == 127 }, "\(markdown.debugDescription) gave \(output.debugDescription)")
            #expect(try Document(decoding: document.encoded()) == document)
        }
    }
}
