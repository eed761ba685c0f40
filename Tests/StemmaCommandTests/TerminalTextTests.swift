import Testing

@testable import StemmaCommand

@Suite("Texts for a terminal")
struct TerminalTextTests {
    @Test(arguments: [
        ("👩\u{200D}🚀 می\u{200C}خواهم ❤\u{FE0F} क्\u{200D}ष", nil), ("Zu\u{AD}cker \u{200F}שלום \u{600}١", nil),
        ("a\u{1B}[31mb\u{7}", "a\u{FFFD}[31mb\u{FFFD}"), ("a\u{9B}31mb\u{7F}", "a\u{FFFD}31mb\u{FFFD}"),
        ("\u{202A}\u{202E}x\u{202C}", "\u{FFFD}\u{FFFD}x\u{FFFD}"), ("\u{2066}x\u{2069}", "\u{FFFD}x\u{FFFD}"),
        ("a\tb\nc\r\nd", "a\u{FFFD}b\u{FFFD}c\u{FFFD}\u{FFFD}d"),
    ])
    func nothingSteersIt(_ text: String, _ expected: String?) {
        #expect(Array(text.printable.unicodeScalars) == Array((expected ?? text).unicodeScalars))
    }

    @Test(arguments: [
        ("a\tb\nc\r\nd\r", "a\tb\nc\nd"), ("a\rb", "a\u{FFFD}b"), ("\r\r\n", "\u{FFFD}\n"), ("x\u{1B}[2J\n", "x\u{FFFD}[2J\n"), ("", ""),
    ])
    func linesStay(_ text: String, _ expected: String) {
        #expect(Array(text.printableLines.unicodeScalars) == Array(expected.unicodeScalars))
    }

    @Test(arguments: [
        ("", 0), ("Ada", 3), ("Zoë", 3), ("Zoe\u{308}", 3), ("王小明", 6), ("한글", 4), ("ｱ。", 3), ("🚀", 2), ("می\u{200C}خواهم", 7), ("█░", 2),
    ])
    func letterTakeTheirColumns(_ text: String, _ columns: Int) {
        #expect(text.columns == columns)
        #expect(text.padded(to: 9).columns == 9)
        #expect(text.padded(to: 0) == text)
    }

    @Test func columnsHaveNamesForWhoLooksOn() {
        func table(_ isWatched: Bool) -> TextTable { TextTable(["name", "role"], terminal: Terminal(isWatched: isWatched) { _ in nil }) }
        var (seen, piped) = (table(true), table(false))
        #expect(seen.text.isEmpty)
        for cells in [["王小明", "admin"], ["ada", ""]] {
            seen.add(cells)
            piped.add(cells)
        }
        #expect(piped.text == "王小明  admin\nada     -\n")
        #expect(seen.text == "NAME    ROLE\n\(piped.text)")
    }

    @Test func coloursAreForTerminalsThatHaveThem() {
        func terminal(_ variables: [String: String], isWatched: Bool = true) -> Terminal {
            Terminal(isWatched: isWatched) { variables[$0] }
        }
        #expect(terminal(["TERM": "xterm"]).hasColours && terminal([:]).hasColours && terminal(["NO_COLOR": ""]).hasColours)
        #expect(!terminal(["NO_COLOR": "1"]).hasColours && terminal(["NO_COLOR": "1"]).canOverwrite)
        #expect(!terminal(["TERM": "dumb"]).hasColours && !terminal(["TERM": "dumb"]).canOverwrite)
        #expect(!terminal([:], isWatched: false).hasColours && !terminal([:], isWatched: false).canOverwrite)
    }

    @Test func numbersAgreeWithTheirNouns() {
        #expect([0, 1, 2].map { Counted.text($0, "page") } == ["0 pages", "1 page", "2 pages"])
        #expect([0, 1, 2].map { Counted.text($0, "person", "people") } == ["0 people", "1 person", "2 people"])
    }
}
