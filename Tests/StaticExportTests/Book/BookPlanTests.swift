import Git
import StaticExport
import Testing
import WikiCore

/// What a book's page lists is what the book holds.
struct BookPlanTests {
    private func lines(_ files: [String: String], _ source: BookSource = .onlyBook) async throws -> ([String], [BookProblem]) {
        try await BookWiki.with([("Ada", files)]) { book in
            let plan = try await book.plan(source)
            let lines = plan.entries.map { entry in
                String(repeating: "  ", count: entry.depth) + entry.title + (entry.page.map { " = \($0.path)" } ?? "")
            }
            return (lines, plan.problems)
        }
    }

    @Test func listsAreTheContents() async throws {
        let page = """
            ---
            book:
              title: Baking
            ---
            Not this: [Salt](Salt.md).

            - [Why bread](Bread.md): a beginning
            - Part *one*
              1. [[Salt]] and more
                 - [[Guides/Yeast|On yeast]]
            - Nothing below

            - [![](x.png)Water](Water.md)[^1]

            [^1]: - [Bread](Bread.md)
            """
        let files = ["Book.md": page, "Bread.md": "", "Salt.md": "# Sea salt\n", "Guides/Yeast.md": "", "Water.md": ""]
        let (lines, problems) = try await lines(files)
        #expect(lines == ["Why bread = Bread", "Part one", "  Sea salt = Salt", "    On yeast = Guides/Yeast", "Water = Water"])
        #expect(problems == [])
    }

    @Test func whatIsAmissIsToldAndLeftOut() async throws {
        let page = """
            ---
            book: true
            ---
            - [Bread](Bread.md)
            - [Again](bread)
            - [Gone](Gone.md)
              - [Salt](Salt.md)
            - [Old](Old.md)
            - [Lost](Lost.md)
            - [Round](Round.md)
            - [Draft](Draft.md)
            - [Web](https://example.org)
            - [File](note.txt)
            """
        let files = [
            "Book.md": page, "Bread.md": "", "Salt.md": "", "New.md": "", "Old.md": "---\nredirect: New\n---\n",
            "Lost.md": "---\nredirect: Nowhere\n---\n", "Round.md": "---\nredirect: Round\n---\n", "Draft.md": "---\ndraft: true\n---\n",
            "note.txt": "x",
        ]
        let (lines, problems) = try await lines(files)
        #expect(lines == ["Bread = Bread", "Gone", "  Salt = Salt", "Old = New"])
        #expect(
            problems == [
                .repeated(GitPath("Bread")), .missing("Gone"), .lostRedirect(GitPath("Lost")), .lostRedirect(GitPath("Round")),
                .draft(GitPath("Draft")), .noPage("Web"), .noPage("File"),
            ])
    }

    @Test func pagesMayBeNamedInstead() async throws {
        let files = ["A.md": "# First\n", "B.md": "---\nredirect: C\n---\n", "C.md": ""]
        #expect(try await lines(files, .pages(["b", "A", "C"].map { GitPath($0) })).0 == ["C = C", "First = A"])
        await #expect(throws: BookError.noPage(GitPath("Nope"))) { try await lines(files, .pages([GitPath("Nope")])) }
    }

    @Test func theOnlyBookIsTakenAndNoneIsGuessed() async throws {
        let one = ["A.md": "---\nbook: true\n---\n- [[B]]\n", "B.md": "", "Draft.md": "---\nbook: true\ndraft: true\n---\n- [[B]]\n"]
        #expect(try await lines(one).0 == ["B = B"])
        await #expect(throws: BookError.draft(GitPath("Draft"))) { try await lines(one, .page(GitPath("Draft"))) }
        let two = one.merging(["C.md": "---\nbook: {title: C}\n---\n- [[B]]\n"]) { $1 }
        await #expect(throws: BookError.severalBooks([GitPath("A"), GitPath("C")])) { try await lines(two) }
        #expect(try await lines(two, .page(GitPath("c"))).0 == ["B = B"])
        await #expect(throws: BookError.noBook) { try await lines(["B.md": "", "C.md": "---\nbook: false\n---\n"]) }
        await #expect(throws: BookError.noChapters) { try await lines(["A.md": "---\nbook: true\n---\n- words\n"]) }
    }

    @Test func contentsAreBounded() async throws {
        let deep = (0..<60).map { String(repeating: "  ", count: $0) + "- [[P]] x\n" }.joined()
        let page = "---\nbook: true\n---\n" + (0..<6000).map { "- part \($0)\n" }.joined() + "\n***\n\n" + deep
        let (lines, problems) = try await lines(["Book.md": "---\nbook: true\n---\n" + deep, "P.md": ""])
        #expect(lines == ["P = P"] && problems == [.repeated(GitPath("P"))])
        await #expect(throws: BookError.noChapters) { try await self.lines(["Book.md": page, "P.md": ""]) }
    }
}
