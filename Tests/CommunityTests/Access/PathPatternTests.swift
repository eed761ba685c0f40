import Git
import TestSupport
import Testing

@testable import Community

/// Patterns of the access file, beside a matcher that tries everything.
@Suite struct PathPatternTests {
    private func matches(_ pattern: String, _ path: String) throws -> Bool { try PathPattern(pattern).matches(GitPath(path)) }

    @Test(arguments: [
        ("Book/**", "Book/Home.md", true), ("Book/**", "Book/a/b/c.md", true), ("Book/**", "Book", false),
        ("Book/**", "Books/Home.md", false),
        ("Book/**", "a/Book/Home.md", false), ("Book/*", "Book/Home.md", true), ("Book/*", "Book/a/b.md", false), ("*.md", "Home.md", true),
        ("*.md", "a/Home.md", false), ("**/*.md", "Home.md", true), ("**/*.md", "a/b/Home.md", true), ("**", "anything/at/all", true),
        ("**", "x", true), ("*", "a/b", false), ("a/**/z.md", "a/z.md", true), ("a/**/z.md", "a/b/c/z.md", true),
        ("a/**/z.md", "a/b/c/y.md", false), ("**/**", "a", true), ("Home.md", "Home.md", true), ("Home.md", "home.md", false),
        ("H*e*.md", "Home page.md", true), ("*a*b", "aab", true), ("*a*b", "aba", false), (".*", ".gitignore", true), ("a?c", "abc", false),
        ("[ab]", "a", false), ("**/a/**/b", "a/a/x/b/b", true), ("**", "", false),
    ])
    func examples(_ pattern: String, _ path: String, _ expected: Bool) throws {
        #expect(try matches(pattern, path) == expected, "\(pattern) \(path)")
    }

    @Test(arguments: [
        ("", PathPattern.Problem.length(limit: 1000)), (String(repeating: "a", count: 1001), .length(limit: 1000)), ("/Book/**", .segments),
        ("Book/", .segments), ("a//b", .segments), ("./a", .segments), ("a/../b", .segments), ("a**", .stars), ("a/**b/c", .stars),
        ("***", .stars), ("a\nb", .control), ("a\u{7F}", .control),
    ])
    func otherTextsAreNoPatterns(_ text: String, _ problem: PathPattern.Problem) {
        #expect(throws: problem) { try PathPattern(text) }
    }

    /// Swift's strings hold these equal; git does not.
    @Test func bytesAreCompared() throws {
        #expect(try !matches("\u{E9}.md", "e\u{301}.md"))
        #expect(try PathPattern("a*.md").matches(GitPath(bytes: [0x61, 0xFF, 0xFE] + Array(".md".utf8))))
        #expect(try PathPattern("*").matches(GitPath(bytes: [0x0A])))
        #expect(try !matches("a/*", "a/\u{301}/b"))
    }

    @Test func theNaiveMatcherAgrees() throws {
        var generator = SeededGenerator(seed: 7)
        var hits = 0
        for _ in 0..<20_000 {
            let pattern = Self.pattern(&generator)
            let path = Self.path(&generator)
            let expected = Naive.matches(pattern, path)
            hits += expected ? 1 : 0
            #expect(try matches(pattern, path) == expected, "\(pattern) \(path)")
        }
        #expect(hits > 1000)
    }

    /// What would take longer than the world lasts if every star were tried at every place.
    @Test func hostilePatternsAreQuick() throws {
        let stars = try PathPattern(String(repeating: "*a", count: 499) + "b")
        let folders = try PathPattern(String(repeating: "**/a/", count: 199) + "b")
        let long = GitPath(String(repeating: "a", count: 4096))
        let deep = GitPath(String(repeating: "a/", count: 2047) + "c")
        let any = try PathPattern(String(repeating: "**/*/", count: 199) + "c")
        let time = ContinuousClock().measure {
            for pattern in [stars, folders] {
                #expect(!pattern.matches(long))
                #expect(!pattern.matches(deep))
            }
            #expect(any.matches(deep))
        }
        #expect(time < .seconds(20))
    }

    private static func pattern(_ generator: inout SeededGenerator) -> String {
        let segments = ["**", "**", "*", "a", "b", "ab", "a*", "*b", "*a*", "a*b", "*a*b*"]
        return (0..<(1 + generator.below(5))).map { _ in generator.one(of: segments) ?? "a" }.joined(separator: "/")
    }

    private static func path(_ generator: inout SeededGenerator) -> String {
        let segments = ["a", "b", "ab", "aab", "ba", "abab", "*"]
        return (0..<(1 + generator.below(6))).map { _ in generator.one(of: segments) ?? "a" }.joined(separator: "/")
    }
}

/// Tries every way in which a pattern may fit.
private enum Naive {
    static func matches(_ pattern: String, _ path: String) -> Bool {
        segments(pattern.split(separator: "/").map(String.init)[...], path.split(separator: "/").map(String.init)[...])
    }

    private static func segments(_ pattern: ArraySlice<String>, _ path: ArraySlice<String>) -> Bool {
        guard let first = pattern.first else { return path.isEmpty }
        let rest = pattern.dropFirst()
        if first == "**" {
            if rest.isEmpty { return !path.isEmpty }
            return (path.startIndex...path.endIndex).contains { segments(rest, path[$0...]) }
        }
        guard let name = path.first else { return false }
        return bytes(Array(first.utf8)[...], Array(name.utf8)[...]) && segments(rest, path.dropFirst())
    }

    private static func bytes(_ pattern: ArraySlice<UInt8>, _ name: ArraySlice<UInt8>) -> Bool {
        guard let first = pattern.first else { return name.isEmpty }
        let rest = pattern.dropFirst()
        if first == UInt8(ascii: "*") { return (name.startIndex...name.endIndex).contains { bytes(rest, name[$0...]) } }
        return name.first == first && bytes(rest, name.dropFirst())
    }
}
