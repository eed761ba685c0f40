import Testing

@testable import Prose

@Suite struct SolidReaderTests {
    private let pieces = [
        "word", "don't", "3.14", "1,000", "a.b", "caf\u{E9}", "nai\u{308}ve", "\u{4E2D}\u{6587}", "\u{304B}\u{3099}",
        "\u{E17}\u{E35}\u{E48}",
        "it\u{2019}s", "**", "--", "#\u{FE0F}\u{20E3}", "\u{1F469}\u{200D}\u{1F467}", "\u{1F1E9}\u{1F1EA}", "'", ".", ",", " ", "\n",
        "\r\n",
        "\t", "\u{A0}", "\u{3000}", "_", "x\u{301}", "!\u{301}",
    ]

    /// The quick reader has no rules of its own.
    @Test func findsTheWordsAndSignsOfTokens() {
        var random = SeededGenerator(seed: 61)
        for round in 0..<3000 {
            var text: [UInt8] = []
            for _ in 0..<random.number(below: 30) { text += bytes(pieces.randomElement(using: &random) ?? "") }
            if round % 3 == 0 { text = random.bytes(most: 60) }
            var found: [Token] = []
            for range in TextChunks(text).ranges {
                var reader = SolidReader(text, in: range)
                while let token = reader.next() { found.append(Token(range: token.range, kind: token.shape > 0 ? .word : .sign)) }
            }
            #expect(found == Tokens(text).list.filter { $0.kind == .word || $0.kind == .sign })
        }
    }

    @Test func chunksAreTheText() {
        var random = SeededGenerator(seed: 62)
        for _ in 0..<1000 {
            let text = random.text(lines: 20, words: ["a", "", "# b", "- c", "1. d", "| e |", "> f", "```", "**g**", "-h", "2024 i"])
            #expect(TextChunks(text).ranges.flatMap { text[$0] } == text)
        }
    }

    @Test func aChangeOfOneChunkLeavesTheOthers() {
        let chunks = TextChunks(bytes("# A\nb\nc\n\n- d\n  e\n- f\n| g |\nh\n")).ranges.count
        #expect(chunks == 6)
        #expect(TextChunks(bytes("**b**\n-c\n2024 was\n")).ranges.count == 1)
    }
}
