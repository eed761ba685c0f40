import Testing

@testable import GitTransport

@Suite struct TerminalTextTests {
    @Test(
        arguments: [
            ("plain/Name.md", "plain/Name.md"), ("Grüße/日本.md", "Grüße/日本.md"), ("a\u{1B}[31mred", "a\\u{1B}[31mred"),
            ("a\nb\r\tc", "a\\u{A}b\\u{D}\\u{9}c"), ("evil\u{202E}dm.exe", "evil\\u{202E}dm.exe"),
            ("zero\u{200B}width", "zero\\u{200B}width"),
            ("back\\slash", "back\\\\slash"), ("c1\u{9B}31m", "c1\\u{9B}31m"), ("line\u{2028}end", "line\\u{2028}end"), ("", ""),
        ]) func whatMovesACursorIsWrittenOut(text: String, shown: String)
    {
        #expect(TerminalText.escaped(text) == shown)
    }

    @Test func bytesThatAreNoTextAreWrittenOut() {
        #expect(TerminalText.escaped([0x61, 0xFF, 0xC3, 0x28, 0xE2, 0x82]) == "a\\xFF\\xC3(\\xE2\\x82")
        #expect(TerminalText.escaped([0xC0, 0x80]) == "\\xC0\\x80")
    }

    @Test func longNamesAreCutOff() {
        let shown = TerminalText.escaped([UInt8](repeating: UInt8(ascii: "a"), count: 5000))
        #expect(shown.utf8.count < 400)
        #expect(shown.hasSuffix("…"))
    }
}
