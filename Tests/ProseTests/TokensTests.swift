import Testing

@testable import Prose

@Suite struct TokensTests {
    private func words(_ text: String) -> [String] {
        let tokens = Tokens(bytes(text))
        return (0..<tokens.count).filter { tokens.list[$0].kind == .word }.map { string(tokens[$0]) }
    }

    private func all(_ text: String) -> [String] {
        let tokens = Tokens(bytes(text))
        return (0..<tokens.count).map { string(tokens[$0]) }
    }

    @Test func tokensAreTheText() {
        var random = SeededGenerator(seed: 21)
        for round in 0..<2000 {
            let text = round % 2 == 0 ? random.bytes(most: 300) : random.text(lines: 20)
            let tokens = Tokens(text)
            #expect(tokens.list.flatMap { text[$0.range] } == text)
            #expect(!tokens.list.contains { $0.range.isEmpty })
        }
    }

    @Test func wordsAreWhole() {
        #expect(
            words("Don't split na\u{EF}ve, or nai\u{308}ve caf\u{E9}s: it\u{2019}s 3.14 (1,000)!") == [
                "Don't", "split", "na\u{EF}ve", "or", "nai\u{308}ve", "caf\u{E9}s", "it\u{2019}s", "3.14", "1,000",
            ])
        #expect(
            words("\u{43F}\u{440}\u{438}\u{432}\u{435}\u{442} \u{D55C}\u{AD6D}\u{C5B4} snake_case") == [
                "\u{43F}\u{440}\u{438}\u{432}\u{435}\u{442}", "\u{D55C}\u{AD6D}\u{C5B4}", "snake_case",
            ])
        #expect(all("**bold** -- x\r\ny") == ["**", "bold", "**", " ", "--", " ", "x", "\r\n", "y"])
        #expect(all("end. 'Quoted' 5.") == ["end", ".", " ", "'", "Quoted", "'", " ", "5", "."])
    }

    @Test func scriptsWithoutSpacesAreCutByCharacter() {
        #expect(words("\u{4E2D}\u{6587}\u{3067}\u{30AB}") == ["\u{4E2D}", "\u{6587}", "\u{3067}", "\u{30AB}"])
        // Thai: a consonant keeps its vowel and tone marks, and SARA AM.
        #expect(words("\u{E17}\u{E35}\u{E48}\u{E19}\u{E33}") == ["\u{E17}\u{E35}\u{E48}", "\u{E19}\u{E33}"])
        // Kana with a combining voiced mark.
        #expect(words("\u{304B}\u{3099}\u{304D}") == ["\u{304B}\u{3099}", "\u{304D}"])
        // Khmer: a stacked consonant stays.
        #expect(words("\u{1781}\u{17D2}\u{1798}\u{17C2}\u{179A}") == ["\u{1781}\u{17D2}\u{1798}\u{17C2}", "\u{179A}"])
    }

    @Test func emojiAreNeverTorn() {
        let family = "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}"
        let judge = "\u{1F469}\u{1F3FD}\u{200D}\u{2696}\u{FE0F}"
        let flags = ["\u{1F1E9}\u{1F1EA}", "\u{1F1EB}\u{1F1F7}"]
        #expect(all(family + judge) == [family, judge])
        #expect(all(flags.joined()) == flags)
        #expect(all("1\u{FE0F}\u{20E3} #\u{FE0F}\u{20E3}") == ["1\u{FE0F}\u{20E3}", " ", "#\u{FE0F}\u{20E3}"])
        let scotland = "\u{1F3F4}\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}"
        #expect(all(scotland + "!") == [scotland, "!"])
    }

    @Test func badBytesAreSigns() {
        for bad: [UInt8] in [[0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82]] {
            let tokens = Tokens(bytes("a") + bad + bytes("b"))
            #expect(tokens.list.map(\.kind) == [.word, .sign, .word])
            #expect(Array(tokens[1]) == bad)
        }
    }
}
