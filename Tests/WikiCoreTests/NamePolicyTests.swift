import Git
import Testing
import WikiCore

@Suite struct NamePolicyTests {
    private let policy = NamePolicy(segmentLimit: 200)

    @Test(arguments: [
        "Home", "Getting Started", "Guides/Getting-Started", "C++", "What?", "100 %", "a#b", "a&b|c", "It's \"quoted\"", "日本語", "Übersicht",
        "v1.2.3",
        "a_b", "x..y", "git", ".gitless".dropFirst().description, "mygit~1", "👩‍👩‍👧", "फ़ैज़".precomposedForm, "می‌خواهم",
    ])
    func goodNames(_ name: String) {
        #expect(policy.problem(with: GitPath(name)) == nil)
    }

    @Test(
        arguments: [
            ("", .empty), ("a//b", .empty), ("/a", .empty), ("a/", .empty),
            ("cafe\u{301}", .notCanonical), ("\u{212B}", .notCanonical), ("a\nb", .controlCharacter), ("a\u{0}b", .controlCharacter),
            ("a\u{7F}", .controlCharacter),
            ("a\u{85}b", .controlCharacter), ("a\u{202E}b", .controlCharacter), ("a\u{2028}b", .controlCharacter),
            ("a\u{FEFF}", .controlCharacter),
            ("a\u{200B}b", .controlCharacter), ("a\\b", .backslash), ("..\\..\\x", .backslash), (".", .leadingCharacter(".")),
            ("..", .leadingCharacter(".")),
            ("a/../b", .leadingCharacter(".")), (".hidden", .leadingCharacter(".")), ("-option", .leadingCharacter("-")),
            ("a/--help", .leadingCharacter("-")),
            ("_Sidebar", .leadingCharacter("_")), ("_x/Page", .leadingCharacter("_")), ("x.git", .reservedEnding),
            ("x.GIT", .reservedEnding), ("x.gIt/Page", .reservedEnding),
            ("git~1", .reservedEnding), ("GIT~2", .reservedEnding), ("x.git::$INDEX_ALLOCATION", .reservedEnding),
            ("x.g\u{200C}it", .reservedEnding),
            ("x.git ", .reservedEnding), ("Page.", .reservedEnding), ("Page ", .reservedEnding),
        ] as [(String, NameProblem)])
    func badNames(_ name: String, _ problem: NameProblem) {
        #expect(policy.problem(with: GitPath(name)) == problem)
    }

    @Test func lengthsCountInBytes() {
        #expect(policy.problem(with: GitPath(String(repeating: "x", count: 200))) == nil)
        #expect(policy.problem(with: GitPath(String(repeating: "x", count: 201))) == .tooLong(limit: 200))
        #expect(policy.problem(with: GitPath(String(repeating: "é", count: 100))) == nil)
        #expect(policy.problem(with: GitPath(String(repeating: "é", count: 101))) == .tooLong(limit: 200))
        let long = (0..<6).map { _ in String(repeating: "x", count: 199) }.joined(separator: "/")
        #expect(policy.problem(with: GitPath(long)) == .pathTooLong(limit: NamePolicy.pathLimit))
    }

    @Test func bytesThatAreNoText() {
        #expect(policy.problem(with: GitPath(bytes: [0x41, 0xFF])) == .notUTF8)
        #expect(policy.problem(with: GitPath(bytes: [0xED, 0xA0, 0x80])) == .notUTF8)
        #expect(policy.problem(with: GitPath(bytes: [0xC0, 0xAE])) == .notUTF8)
    }

    @Test func partsAloneBeginWithAnUnderscore() {
        #expect(policy.problem(with: GitPath("_Sidebar"), isPart: true) == nil)
        #expect(policy.problem(with: GitPath("Guide/_Sidebar"), isPart: true) == nil)
        #expect(policy.problem(with: GitPath("_Guide/_Sidebar"), isPart: true) == .leadingCharacter("_"))
    }
}

extension String {
    /// In Unicode's normal form C, as the product makes it.
    fileprivate var precomposedForm: String { UnicodeForm.canonical(self) }
}
