import TestSupport
import Testing
import WikiCore

/// The fast way to words cuts and folds as the careful one does.
@Suite struct SearchTokensTests {
    private func words(_ tokens: SearchTokens) -> [String] {
        zip([0] + tokens.ends, tokens.ends).map { String(decoding: tokens.bytes[$0..<$1], as: UTF8.self) }
    }

    @Test(arguments: 0..<20) func wordsAreThoseOfAQuery(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        var tokens = SearchTokens()
        let ranges: [ClosedRange<Int>] = [
            0x20...0x7E, 0x20...0x7E, 0xA0...0x24F, 0x300...0x340, 0x370...0x52F, 0x5D0...0x6FF, 0xE00...0xE7F, 0x1E00...0x1FFF,
            0x2000...0x206F, 0x3000...0x30FF, 0x4E00...0x4E40, 0xAC00...0xAC20, 0x1F300...0x1F320, 0x20000...0x20020, 0xE000...0xE010,
        ]
        for _ in 0..<200 {
            var text = String.UnicodeScalarView()
            for _ in 0..<random.below(60) {
                let range = random.one(of: ranges) ?? 0x20...0x7E
                guard let scalar = Unicode.Scalar(range.lowerBound + random.below(range.count)), scalar != "\"" else { continue }
                text.append(scalar)
            }
            tokens.read(String(text))
            #expect(words(tokens) == SearchQuery("\"\(String(text))\"").words, "\(text.map { String($0.value, radix: 16) })")
        }
    }

    @Test func charactersOfScriptsWithoutSpacesStandAlone() {
        var tokens = SearchTokens()
        tokens.read("Go语言 ÉTÉ, re\u{301}sume\u{301} \u{301}x ไทย")
        #expect(words(tokens) == ["go", "语", "言", "ete", "resume", "x", "ไ", "ท", "ย"])
        #expect(tokens.standAlone == [false, true, true, false, false, false, true, true, true])
        tokens.read("")
        #expect(tokens.ends.isEmpty && tokens.bytes.isEmpty)
    }
}
