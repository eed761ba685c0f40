import Markup
import Presentation
import Testing
import Wording

/// The parts of a book that are more than their fields.
struct BookViewTests {
    private func contents(_ depths: [Int]) throws -> String {
        let entries = depths.enumerated().map { BookContentsView.Entry(title: "\($0)", href: "#\($0)", depth: $1) }
        let theme = try SampleShelf.theme()
        return try theme.document("book-entries", BookContentsView(entries), words: try SampleShelf.words())
            .split(separator: "\n").joined()
    }

    @Test func linesStandBelowTheLineThatTheyBelongTo() throws {
        func item(_ number: Int, _ inner: String = "") -> String {
            "<li><a href=\"#\(number)\">\(number)</a>\(inner.isEmpty ? "" : "<ol>\(inner)</ol>")</li>"
        }
        #expect(try contents([0, 0]) == item(0) + item(1))
        #expect(try contents([0, 1, 2, 1, 0]) == item(0, item(1, item(2)) + item(3)) + item(4))
        #expect(try contents([]) == "")
    }

    @Test func aTitleCannotEndTheStyleSheetThatItStandsIn() throws {
        let context = try SampleShelf.context()
        let book = BookView(
            title: "\"; } </style><script>", language: "en", siteName: "x", commit: "x", seconds: 0, identifier: "x", in: context)
        let page = BookPageView.single(
            [BookSectionView(name: "chapter-1", title: "\\\"}\n</style>", html: .empty)], contents: BookContentsView([]),
            colophon: BookColophonView(everybody: [], chapters: [], in: context), cover: nil, style: .empty, of: book)
        let html = try SampleShelf.theme().document(page.template, page, words: context.words)
        #expect(html.split(separator: "</style>").count == 2)
        #expect(!html.contains("<script"))
    }

    @Test func aCoverHoldsAnyTitle() throws {
        let theme = try SampleShelf.theme()
        let words = try SampleShelf.words()
        for title in ["", "A", String(repeating: "Donaudampfschifffahrtsgesellschaft ", count: 40), "</text><script>"] {
            let view = BookCoverView(title: title, subtitle: title, byline: title, siteName: title)
            let drawing = try theme.document(BookCoverView.template, view, words: words)
            #expect(drawing.split(separator: "<text").count <= 18)
            #expect(!drawing.contains("<script"))
        }
    }
}
