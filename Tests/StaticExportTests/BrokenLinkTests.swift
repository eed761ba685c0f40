import StaticExport
import Testing

/// Broken links are told once each, by pages, and no name of theirs reaches a terminal's controls.
struct BrokenLinkTests {
    @Test func linksAreListedByPages() {
        let links = [
            BrokenLink(page: Array("b".utf8), target: "No", kind: .page), BrokenLink(page: Array("a".utf8), target: "x.png", kind: .file),
            BrokenLink(page: Array("b".utf8), target: "No", kind: .page), BrokenLink(page: Array("a".utf8), target: "b#No", kind: .heading),
            BrokenLink(page: Array("a".utf8), target: "Gone", kind: .redirect),
        ]
        let listing = """
            a: Gone (redirects to no page)
            a: b#No (no such heading)
            a: x.png (no such file)
            b: No (no such page)

            """
        #expect(BrokenLink.listing(links) == listing)
        #expect(BrokenLink.listing(links.reversed()) == listing)
        #expect(BrokenLink.listing([]) == "")
    }

    @Test func twoSpellingsAreTwoLinks() {
        let links = ["\u{E9}", "e\u{301}"].map { BrokenLink(page: [0x61], target: $0, kind: .page) }
        #expect(BrokenLink.listing(links).split(separator: "\n").count == 2)
    }

    @Test func controlsAreWrittenInDigits() {
        let link = BrokenLink(page: [0x61, 0xFF, 0x0A], target: "\u{1B}[31m\u{202E}\u{2028}", kind: .page)
        #expect(BrokenLink.listing([link]) == "a\u{FFFD}\\u{A}: \\u{1B}[31m\\u{202E}\\u{2028} (no such page)\n")
    }
}
