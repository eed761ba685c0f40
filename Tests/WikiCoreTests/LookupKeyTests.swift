import Git
import Testing
import WikiCore

@Suite struct LookupKeyTests {
    @Test(arguments: [
        ("Getting Started", "getting-started"), ("Getting_Started", "GETTING-STARTED"), ("caf\u{E9}", "CAFE\u{301}"), ("ÜBER", "über"),
        ("ΣΊΣΥΦΟΣ", "σίσυφοσ"), ("İ", "i\u{307}"), ("Ä b", "ä_b"), ("A/b c", "a/B-C"), ("ｱ", "ｱ"),
    ])
    func alike(_ one: String, _ other: String) {
        #expect(LookupKey.of(one).utf8.elementsEqual(LookupKey.of(other).utf8))
        #expect(LookupKey.of(GitPath(one)).utf8.elementsEqual(LookupKey.of(GitPath(other)).utf8))
    }

    @Test(arguments: [("a b", "ab"), ("a--b", "a-b"), ("resume", "résumé"), ("a/b", "a-b"), ("1", "١"), ("C", "C++"), ("ss", "ß")])
    func apart(_ one: String, _ other: String) {
        #expect(!LookupKey.of(one).utf8.elementsEqual(LookupKey.of(other).utf8))
    }

    @Test func bytesThatAreNoTextStayApart() {
        let one = GitPath(bytes: [0x41, 0xFF]), other = GitPath(bytes: [0x41, 0xFE])
        #expect(LookupKey.of(one) != LookupKey.of(other))
        #expect(LookupKey.of(one) == LookupKey.of(one))
    }

    @Test func aNameIsTheLastSegment() {
        #expect(LookupKey.ofName(GitPath("Guide/Getting Started")) == "getting-started")
        #expect(LookupKey.ofName(GitPath("Home")) == "home")
    }

    /// A key of a key is the key: what the index stores can be looked up again.
    @Test(arguments: ["Getting Started", "CAFÉ", "ẞ", "ǅ", "ﬁ", "A\u{30A}", "日本 語", "ΑΣ"])
    func isStable(_ text: String) {
        let key = LookupKey.of(text)
        #expect(LookupKey.of(key).utf8.elementsEqual(key.utf8))
    }
}
