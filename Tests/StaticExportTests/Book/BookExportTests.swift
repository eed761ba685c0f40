import Git
import Glibc
import Presentation
import StaticExport
import TestSupport
import Testing
import WikiCore

/// A book holds what its page lists, and is the same for all who make it.
struct BookExportTests {
    private static let files = [
        "Book.md": """
        ---
        book:
          title: Baking
          subtitle: At home
          language: de
          licence: CC BY 4.0
          authors: [Ada Lovelace]
        ---
        - [Bread](Guides/Bread.md)
        - [Salt](Salt.md)
        """,
        "Guides/Bread.md":
            "Take [salt](../Salt.md#sea), see [here](#why) and [water](/Water.md), [no](Nope.md).\n\n## Why\n\n![d](/dot.svg)\n\n![r](https://example.net/x.png)\n",
        "Salt.md": "# Salt\n\n## Sea\n\n[[Old]] ![[Secret]] <script>alert(1)</script>\n", "Water.md": "",
        "Secret.md": "---\ndraft: true\n---\nhidden words\n",
        "Old.md": "---\nredirect: Guides/Bread\n---\n",
        "dot.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"x\"><circle r=\"1\"/></svg>",
    ]

    @Test func linksLeadInsideOrToTheWeb() async throws {
        try await BookWiki.with([("Ada", Self.files)]) { book in
            let here = try await book.html()
            #expect(here.contains("<a href=\"#chapter-02-sea\">salt</a>"))
            #expect(here.contains("<a href=\"#chapter-01-why\">here</a>"))
            #expect(here.contains("<a href=\"#chapter-01\">Old</a>"), "a redirect's end")
            #expect(here.contains("<span class=\"unlinked\">water</span>"))
            #expect(here.contains("<span class=\"unlinked\">no</span>"))
            let there = try await book.html(origin: "https://wiki.example.org")
            #expect(there.contains("<a href=\"https://wiki.example.org/Water\">water</a>"))
            #expect(there.contains("<span class=\"unlinked\">no</span>"))
        }
    }

    @Test func oneFileHoldsAllThatItShows() async throws {
        try await BookWiki.with([("Ada", Self.files)]) { book in
            let html = try await book.html(origin: "https://wiki.example.org")
            for match in html.matches(of: #/(?:src|url)(?:="|\()([^")]*)/#) { #expect(match.1.hasPrefix("data:image/"), "\(match.1)") }
            #expect(html.contains("<a href=\"https://example.net/x.png\">r</a>"), "a picture elsewhere is linked")
            #expect(html.matches(of: #/<img /#).count == 2, "the cover and the drawing")
            #expect(!html.contains("hidden words") && !html.contains("<script") && !html.contains("onload"))
            #expect(html.contains("lang=\"de\"") && html.contains("Impressum") && html.contains("CC BY 4.0"))
            #expect(!html.contains("@example.org"), "no address of anybody")
        }
    }

    @Test func theSameCommitGivesTheSameBytes() async throws {
        try await BookWiki.with([("Ada", Self.files)]) { book in
            for format in BookPackaging.allCases {
                let first = try await book.made(format)
                let second = try await book.made(format)
                #expect(first.bytes == second.bytes)
                #expect((first.chapters, first.title, first.problems) == (2, "Baking", []))
                #expect(first.words > 5)
            }
        }
    }

    @Test func theColophonNamesEverybodyWithTheirWords() async throws {
        let commits = [
            ("Ada", ["Book.md": "---\nbook: true\n---\n- [[A]]\n- [[B]]\n", "A.md": "one two three four\n", "B.md": "five six\n"]),
            ("Ben", ["B.md": "seven eight nine ten\n"]),
        ]
        try await BookWiki.with(commits) { book in
            let before = try await book.html()
            #expect(before.contains("Ada <span class=\"share\">") && before.contains("1 edit"), "by edits while words are not known")
            let pages = try await book.plan().chapters.map(\.id)
            try await book.wiki.attribution.fill(pages)
            let after = try await book.html()
            #expect(after.contains("<li>Ada <span class=\"share\">50 %</span></li>\n<li>Ben <span class=\"share\">50 %</span></li>"))
            #expect(after.contains("Ben <span class=\"share\">100 %</span>"))
            #expect(after.contains("<p class=\"byline\">Ada, Ben</p>"))
        }
    }

    @Test func aChapterWithoutWordsTakesNobodysShare() async throws {
        let commits = [
            ("Ada", ["Book.md": "---\nbook: true\n---\n- [[A]]\n- [[Empty]]\n", "A.md": "one two three four\n"]),
            ("Ben", ["Empty.md": "\n"]),
        ]
        try await BookWiki.with(commits) { book in
            let pages = try await book.plan().chapters.map(\.id)
            try await book.wiki.attribution.fill(pages)
            let html = try await book.html()
            #expect(html.contains("Ada <span class=\"share\">100 %</span>"), "\(html)")
            #expect(html.contains("Ben <span class=\"share\">1 edit</span>") && !html.contains("Ada <span class=\"share\">1 edit"))
        }
    }

    @Test func addressesThatReadersDoNotTakeAreTold() async throws {
        let files = [
            "Book.md": "---\nbook: true\n---\n- [[A]]\n",
            "A.md": "[m](https://müller.de/) [u](https://ada@a.org/x) [u](https://ada@a.org/x) [low](https://a_b.org/)\n",
        ]
        try await BookWiki.with([("Ada", files)]) { book in
            let made = try await book.made()
            #expect(made.problems == [.lostAddress(GitPath("A"), "https://ada@a.org/x")], "\(made.problems)")
            let html = String(decoding: made.bytes, as: UTF8.self)
            #expect(html.contains("\"https://xn--mller-kva.de/\"") && html.contains("\"https://a_b.org/\""))
        }
    }

    @Test func picturesThatCannotBeShownAreLinkedAndTold() async throws {
        let files = [
            "Book.md": "---\nbook: {cover: gone.png}\n---\n- [[A]]\n", "A.md": "![[fake.png]] ![[fake.png]]\n",
            "fake.png": "<html>alert</html>",
        ]
        try await BookWiki.with([("Ada", files)]) { book in
            let made = try await book.made()
            #expect(made.problems == [.noCover("gone.png"), .unknownPicture(GitPath("fake.png"))])
            let html = String(decoding: made.bytes, as: UTF8.self)
            #expect(html.contains("<span class=\"unlinked\">fake.png</span>") && !html.contains(">alert<"))
        }
    }

    @Test func progressIsToldAndCanEndTheWork() async throws {
        struct Enough: Error {}
        try await BookWiki.with([("Ada", Self.files)]) { book in
            let (theme, shelf) = (book.theme, book.shelf)
            let told = try await book.wiki.read { snapshot in
                var told: [Int] = []
                let plan = try BookPlan(.onlyBook, in: snapshot)
                let export = BookExport(plan, snapshot: snapshot, urls: .init(), theme: theme, shelf: shelf)
                _ = try export.make(.epub) { told.append($0.done * 10 + $0.total) }
                #expect(throws: Enough.self) { try export.make(.epub) { _ in throw Enough() } }
                return told
            }
            #expect(told == [12, 22])
        }
    }

    @Test func aBookIsWrittenWholeOrNotAtAll() throws {
        #expect(throws: BookError.self) { try BookFile("/nowhere/at/all/book.epub").write([1]) }
    }

    @Test func onlyFilesAreReplacedAndLinksStay() throws {
        let place = try TemporaryFolder()
        let (file, link, pipe) = ("\(place.path)/real/book.epub", "\(place.path)/link.epub", "\(place.path)/pipe")
        try #require(mkdir("\(place.path)/real", 0o755) == 0 && mkfifo(pipe, 0o600) == 0 && symlink("real/book.epub", link) == 0)
        #expect(throws: BookError.self) { try BookFile(link).write([1]) }
        try BookFile(file).write([1])
        try BookFile(link).write([2, 3])
        var info = stat()
        #expect(lstat(link, &info) == 0 && info.st_mode & S_IFMT == S_IFLNK)
        #expect(lstat(file, &info) == 0 && info.st_size == 2)
        for other in [pipe, "\(place.path)/real"] {
            #expect(throws: BookError.noFile(other)) { try BookFile(other).check() }
            #expect(throws: BookError.noFile(other)) { try BookFile(other).write([1]) }
        }
        #expect(lstat(pipe, &info) == 0 && info.st_mode & S_IFMT == S_IFIFO)
        let left = String(decoding: try ChildProcess.run("ls", ["-A", place.path]).output, as: UTF8.self)
        #expect(left == "link.epub\npipe\nreal\n", "no temporary file stays")
    }
}
