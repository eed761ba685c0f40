import Markup
import Presentation
import Wording

/// A book filled in every field, for the strict check of its templates.
struct SampleBook: Sendable {
    let context: ViewContext

    /// The fields by template, as `TemplateAudit` takes them.
    var fields: [String: [[String: TemplateValue]]] {
        let part = BookSectionView(name: "part-1", title: "First steps", html: nil)
        let chapter = BookSectionView(name: "chapter-2", title: "Bread", language: "de", html: SafeHTML(trusted: "<p>Flour.</p>"))
        let style = SafeHTML(trusted: "p { margin: 0; }")
        let pages: [BookPageView] = [
            .cover("pictures/cover.svg", of: full), .title(of: full), .title(of: bare), .section(part, of: full),
            .section(chapter, of: full),
            .colophon(colophon, of: full), .colophon(colophon, of: bare), .contents(contents, start: "part-1.xhtml", of: full),
            .oldContents(contents, of: full),
            .single([part, chapter], contents: contents, colophon: colophon, cover: "data:,", style: style, of: full),
        ]
        var fields = Dictionary(grouping: pages, by: \.template).mapValues { $0.map(\.fields) }
        let cover = BookCoverView(title: "Bread", subtitle: "And how it rises", byline: "Ada Lovelace", siteName: "Kitchen")
        fields[BookCoverView.template] = [cover.fields]
        fields["book-container"] = [full.fields]
        let items = [
            BookPackageView.Item(id: "nav", href: "nav.xhtml", mediaType: "application/xhtml+xml", properties: "nav", isInSpine: true),
            BookPackageView.Item(id: "picture-1", href: "pictures/cover.svg", mediaType: "image/svg+xml"),
        ]
        fields["book-package"] = [BookPackageView(full, items: items, hasPictures: true).fields]
        return fields
    }

    var contents: BookContentsView {
        BookContentsView([
            BookContentsView.Entry(title: "First steps", href: "part-1.xhtml", depth: 0),
            BookContentsView.Entry(title: "Bread", href: "chapter-2.xhtml", depth: 1),
        ])
    }

    private var colophon: BookColophonView {
        let ada = BookColophonView.Person(name: "Ada Lovelace", share: 0.7, edits: 0)
        let bob = BookColophonView.Person(name: "", share: nil, edits: 3)
        return BookColophonView(
            everybody: [ada, bob],
            chapters: [
                BookColophonView.Chapter(title: "Bread", href: "chapter-2.xhtml", people: [ada, bob]),
                BookColophonView.Chapter(title: "Salt", href: "chapter-3.xhtml", people: []),
            ], in: context)
    }

    private var full: BookView {
        var book = bare
        book.subtitle = "And how it rises"
        book.authors = ["Ada Lovelace"]
        book.editors = ["Bob"]
        book.contributors = ["Eve"]
        book.license = LicenseView(name: "CC BY 4.0", href: "https://creativecommons.org/licenses/by/4.0/")
        book.siteHref = "https://example.org/"
        return book
    }

    private var bare: BookView {
        var book = BookView(
            title: "Bread", language: "en", siteName: "Kitchen", commit: SampleText.id, seconds: 1_795_000_000, identifier: "urn:isbn:0",
            in: context)
        book.license = LicenseView(name: "CC BY 4.0")
        return book
    }
}
