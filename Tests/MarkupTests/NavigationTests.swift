import Markup
import Testing

/// What tells the order of pages: the links of a text by their depth, the `nav` of a site, and weights.
@Suite struct NavigationTests {
    @Test func linksAreAsDeepAsTheirLists() throws {
        let text = """
            [[Top]] `<ul>`

            * [[A]]
              * [B](b)
                1. [[C|c]]
            * ![[picture.png]] [D](d "t")

            > 1. [E](e)

            <ul class="x"><li>[F](f)</li></ul>

            ```html
            <ul><ul>
            ```

            [G](g)
            """
        let outline = try document(text).outline().map { "\($0.link.target) \($0.depth)" }
        #expect(outline == ["Top 0", "A 0", "b 1", "C 2", "picture.png 0", "d 0", "e 0", "g 0"])
    }

    @Test func theNavigationOfASite() throws {
        let text = """
            ---
            nav:
              - index.md
              - Guide:
                  - 'Writing': 'guide/writing.md'
                  - Deep: [a.md, {B: b.md}]
              - https://example.org/
              - Web: http://example.org/
              - {Two: two.md, Three: three.md}
            docs_dir: src
            ---
            """
        let found = try #require(try document(text).frontMatter.navigation)
        #expect(found.folder == "src")
        #expect(
            found.lines.map { "\($0.depth) \($0.title ?? "-") \($0.target ?? "-")" } == [
                "0 - index.md", "0 Guide -", "1 Writing guide/writing.md", "1 Deep -", "2 - a.md", "2 B b.md", "0 Two two.md",
                "0 Three three.md",
            ])
        let original = try document(text)
        #expect(try Document(decoding: original.encoded()) == original)
    }

    @Test func navigationsAreBounded() throws {
        let lines = String(repeating: "- x\n", count: 12_000)
        #expect(try document("---\nnav:\n\(lines)---\n").frontMatter.navigation?.lines.count == NavigationList.limit)
        let nested = (0..<100).map { String(repeating: " ", count: $0) + "- a:\n" }.joined()
        let depth = try document("---\nnav:\n\(nested)---\n").frontMatter.navigation?.lines.map(\.depth).max()
        #expect(depth.map { $0 <= 12 } ?? true)
        for other in ["nav: x", "nav: 3", "nav:", "title: t"] {
            #expect(try document("---\n\(other)\n---\n").frontMatter.navigation?.lines.isEmpty ?? true, "\(other)")
        }
    }

    @Test(
        arguments: [
            ("3", 3), ("-2", -2), ("1.5", 1.5), ("'10'", 10), ("\"-0.25\"", -0.25), ("+4", 4), ("007", 7), ("soon", nil), ("'1e400'", nil),
            (".inf", nil),
            ("0x10", nil), ("[1]", nil), ("", nil), ("1.2.3", nil), ("null", nil),
        ] as [(String, Double?)])
    func weights(_ text: String, _ expected: Double?) throws {
        let found = try ["order", "weight"].map { try document("---\n\($0): \(text)\n---\n").frontMatter.order }
        #expect(found == [expected, expected])
    }
}
