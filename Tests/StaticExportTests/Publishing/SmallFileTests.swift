import Git
import TestSupport
import Testing

@testable import StaticExport

/// Packed twins, links that lead nowhere, patterns of paths.
struct SmallFileTests {
    @Test(arguments: [0, 1, 100, 70_000, 3_000_000]) func whatIsPackedIsTheSameUnpacked(count: Int) throws {
        var random = SeededGenerator(seed: UInt64(count))
        // Half of it packs well, and half not at all.
        let bytes = (0..<count).map { $0 % 2 == 0 ? UInt8(ascii: "a") : UInt8(truncatingIfNeeded: random.next()) }
        let packed = GzipFile.compressed(bytes)
        #expect(packed == GzipFile.compressed(bytes))
        #expect(packed[3] == 0 && packed[4..<8].allSatisfy { $0 == 0 }, "neither a name nor a time")
        let outcome = try ChildProcess.run("gzip", ["-dc"], input: packed)
        #expect(outcome.status == 0 && outcome.output == bytes, "\(outcome.error)")
    }

    @Test func whatGainsByPackingIsPacked() {
        for path in ["a.html", "-/feed/recent.xml", "a/b.md", "-/search/s-a.js", "pic.svg", "index.json", "llms.txt"] {
            #expect(GzipFile.isWorthIt(path))
        }
        for path in ["a.png", "a.woff2", "a.zip", "html", "a.html.gz"] { #expect(!GzipFile.isWorthIt(path)) }
    }

    private func written(_ text: String) -> String { String(decoding: PlaceholderLinks.written(Array(text.utf8)), as: UTF8.self) }

    @Test func linksThatLeadNowhereArePlaceholders() {
        #expect(written("<a href=\"\">x</a> <a class=\"b\" href=\"\" id=\"c\">y</a>") == "<a>x</a> <a class=\"b\" id=\"c\">y</a>")
        for whole in [
            "", "\"", "\"\"", "href=\"\"", "<a href=\"x\">", "<a data-href=\"\">", "<img alt=\"\" src=\"\">", " href=\"", "é \"\" href",
        ] {
            #expect(written(whole) == whole)
        }
        #expect(written(" href=\"\" href=\"\"") == "")
        #expect(written("\"\" href=\"\"\"") == "\"\"\"")
    }

    @Test(arguments: [
        ("Book/**", "Book/One", true), ("Book/**", "Book/A/B/C", true), ("Book/**", "Bookend", false), ("Book", "Book/One/Two", true),
        ("Book", "Book", true), ("Book", "Books", false), ("*", "One", true), ("Guides/*-Start", "Guides/Quick-Start", true),
        ("Guides/*-Start", "Guides/A/Quick-Start", false), ("**/Start", "Start", true), ("**/Start", "A/B/Start", true),
        ("**/Start", "A/B/Starts", false), ("A/**/Z", "A/Z", true), ("A/**/Z", "A/b/c/Z", true), ("A/**/Z", "A/b/c", false),
        ("*a*b*", "xxaxxbxx", true), ("*a*b*", "xxbxxaxx", false), ("/Book/", "Book/x", true), ("?", "a", false), ("[a]", "a", false),
        ("é", "e\u{301}", false),
    ])
    func patternsFitPaths(pattern: String, path: String, fits: Bool) {
        #expect(PathPattern(pattern).fits(GitPath(path)) == fits, "\(pattern) \(path)")
    }

    @Test func aHostilePatternEnds() {
        let stars = String(repeating: "*a", count: 2000)
        #expect(!PathPattern(stars).fits(GitPath(String(repeating: "a", count: 3000) + "b")))
        let deep = String(repeating: "**/a/", count: 400)
        #expect(!PathPattern(deep).fits(GitPath(Array(repeating: "a", count: 1500).joined(separator: "/") + "/b")))
    }
}
