import Testing

@testable import Presentation

/// A segment of a path becomes a name that every file system holds, and no two become one.
struct FileNameTests {
    private func name(_ text: String) -> String { FileNameCoding.segment(Array(text.utf8)[...]) }

    @Test func plainNamesStay() {
        for plain in [
            "Setup", "a b", "A-1_x.tar.gz", ".hidden", "it's", "(x)", "a&b", "a+b", "x=y;z", "Company", "com10", "com", "console.md",
        ] {
            #expect(name(plain) == plain)
        }
        for plain in ["Übergrößen", "e\u{301}", "日本語", "привет", "😀"] { #expect(name(plain).utf8.elementsEqual(plain.utf8)) }
    }

    @Test(arguments: [
        ("CON", "~43ON"), ("con", "~63on"), ("nul.txt", "~6Eul.txt"), ("Aux .md", "~41ux .md"), ("COM1", "~43OM1"),
        ("lpt9.a.b", "~6Cpt9.a.b"),
        ("CONIN$", "~43ONIN$"), ("prn", "~70rn"), ("com0", "~63om0"),
    ])
    func devicesOfWindowsAreNoNames(text: String, expected: String) {
        #expect(name(text) == expected)
    }

    @Test(arguments: [
        ("What?", "What~3F"), ("a:b", "a~3Ab"), ("C#", "C~23"), ("100%", "100~25"), ("~x", "~7Ex"), ("<b>", "~3Cb~3E"), ("a\\b", "a~5Cb"),
        ("a\"|*b", "a~22~7C~2Ab"), ("tab\t", "tab~09"), ("line\nend", "line~0Aend"), ("del\u{7F}", "del~7F"),
        ("dot.", "dot~2E"), ("..", ".~2E"), (".", "~2E"), ("space ", "space~20"), ("x...", "x..~2E"), ("x. ", "x.~20"),
    ])
    func whatMeansSomethingIsWrittenInDigits(text: String, expected: String) {
        #expect(name(text) == expected)
    }

    @Test func bytesThatAreNoTextAreWrittenInDigits() {
        #expect(FileNameCoding.segment([0x61, 0xFF, 0xC3]) == "a~FF~C3")
        #expect(FileNameCoding.segment([0xC3, 0xA9, 0xFF]) == "~C3~A9~FF", "one bad byte, and none is taken for a letter")
    }

    @Test func escapesAreToldFromWhatLooksLikeOne() {
        let alike = ["a?", "a~3F", "a%3F", "a~7E3F", "a~~3F", "a~"]
        #expect(Set(alike.map(name)).count == alike.count)
    }

    @Test(arguments: ["x", "é", "e\u{301}", "日", "Ж", "😀", "?", "~", "\u{5D0}"]) func longNamesKeepTheirBeginning(letter: String) {
        for count in [60, 170, 199, 200, 201, 255, 4000] {
            let whole = String(repeating: letter, count: max(1, count / letter.utf8.count))
            let (one, other) = (name(whole + "1"), name(whole + "2"))
            #expect(one != other)
            for made in [one, other] {
                #expect(made.utf8.count <= 200, "room for endings")
                #expect(!made.unicodeScalars.contains("\u{FFFD}"), "no letter is cut in two")
                #expect(made.unicodeScalars.starts(with: name(letter).unicodeScalars))
                #expect(Self.escapesAreWhole(made))
            }
        }
    }

    /// Whether two digits follow each mark, but for the one before a hash.
    private static func escapesAreWhole(_ name: String) -> Bool {
        let parts = name.utf8.split(separator: UInt8(ascii: "~"), omittingEmptySubsequences: false).dropFirst()
        let isHex = { (byte: UInt8) in (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) }
        return parts.dropLast().allSatisfy { $0.count >= 2 && $0.prefix(2).allSatisfy(isHex) }
    }

    @Test func namesAreComparedAsTheLeastExactSystemDoes() {
        #expect(FileNameCoding.folded("A/B.html") == FileNameCoding.folded("a/b.HTML"))
        #expect(FileNameCoding.folded("\u{E9}").utf8.elementsEqual(FileNameCoding.folded("E\u{301}").utf8))
        #expect(FileNameCoding.folded("a") != FileNameCoding.folded("b"))
    }
}
