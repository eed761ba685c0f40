import Testing

@testable import Prose

@Suite struct LineEndsTests {
    /// What a browser's form sends for a text it was filled with.
    private func form(_ text: [UInt8]) -> [UInt8] {
        let lines = EndedLines(text)
        return (0..<lines.count).flatMap { Array(lines.content($0)) + (lines.end($0) == nil ? [] : [0x0D, 0x0A]) }
    }

    private func adapted(_ text: String, _ base: String?) -> String {
        string(LineEnds.adapt(bytes(text), to: base.map(bytes)))
    }

    @Test func mostLinesDecide() {
        #expect(LineEnds.detect([]) == .lf)
        #expect(LineEnds.detect(bytes("a\nb\r\n")) == .lf)
        #expect(LineEnds.detect(bytes("a\r\nb\r\nc\n")) == .crlf)
    }

    @Test func anUnchangedTextComesBackByteForByte() {
        var random = SeededGenerator(seed: 41)
        for round in 0..<2000 {
            var base = random.text(lines: 15)
            if round % 3 == 0 { base = base.flatMap { $0 == 0x62 ? [0x0D] : [$0] } }
            if round % 4 == 0 { base = LineEnds.byteOrderMark + base }
            #expect(LineEnds.adapt(base, to: base) == base)
            #expect(LineEnds.adapt(form(base), to: base) == base)
        }
    }

    @Test func onlyTheChangedLinesChange() {
        #expect(adapted("a\r\nB\r\nc\r\n", "a\nb\nc\n") == "a\nB\nc\n")
        #expect(adapted("a\nB\nc\n", "a\r\nb\r\nc\r\n") == "a\r\nB\r\nc\r\n")
        #expect(adapted("a\r\nB\r\nnew\r\nc\r\n", "a\nb\r\nc\n") == "a\nB\r\nnew\nc\n")
        #expect(adapted("b\r\nc\r\n", "a\nb\r\nc\n") == "b\r\nc\n")
        #expect(adapted("\u{FEFF}A\r\nb\r\n", "\u{FEFF}a\nb\n") == "\u{FEFF}A\nb\n")
        #expect(adapted("A\r\nb\r\n", "\u{FEFF}a\nb\n") == "\u{FEFF}A\nb\n")
    }

    @Test func theLastNewlineIsTheBasesUnlessAdded() {
        #expect(adapted("a\r\nB", "a\nb") == "a\nB")
        #expect(adapted("a\r\nB\r\n", "a\nb") == "a\nB\n")
        #expect(adapted("a\r\nB", "a\nb\n") == "a\nB\n")
        #expect(adapted("a\r\nb\r\nc", "a\r\nb") == "a\r\nb\r\nc")
        #expect(adapted("a\r\nb\r\nc", "a\nx\r\nb") == "a\nb\nc")
        #expect(adapted("", "a\n") == "")
    }

    @Test func aNewTextHasOneLastNewline() {
        for base in [nil, ""] {
            #expect(adapted("a\r\nb", base) == "a\nb\n")
            #expect(adapted("a\n\n\n", base) == "a\n")
            #expect(adapted("\u{FEFF}a\r\n", base) == "a\n")
            #expect(adapted("\r\n", base) == "")
        }
    }

    /// An edit made on LF lines and sent as a form is the same edit.
    @Test func anEditOfAPlainTextArrivesExactly() {
        var random = SeededGenerator(seed: 42)
        for _ in 0..<1000 {
            let base = random.text(lines: 15).filter { $0 != 0x0D } + [0x7A, 0x0A]
            let edit = random.edited(base).filter { $0 != 0x0D } + [0x79, 0x0A]
            #expect(LineEnds.adapt(form(edit), to: base) == edit)
        }
    }
}
