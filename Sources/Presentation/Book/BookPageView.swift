package import Markup

/// A whole file of a book: one of its parts with what is known of the book around it.
package struct BookPageView: TemplateView {
    /// The template's name.
    package let template: String
    /// All that the template may name.
    package let fields: [String: TemplateValue]

    private init(_ template: String, _ book: BookView, _ more: [String: TemplateValue]) {
        self.template = template
        fields = book.fields.merging(more) { _, more in more }
    }

    /// The cover of an EPUB: its picture by the name of the file.
    package static func cover(_ picture: String, of book: BookView) -> BookPageView {
        BookPageView("book-cover", book, ["picture": .text(raw: picture)])
    }

    /// The title page.
    package static func title(of book: BookView) -> BookPageView { BookPageView("book-title", book, [:]) }

    /// A chapter or part.
    package static func section(_ section: BookSectionView, of book: BookView) -> BookPageView {
        BookPageView("book-chapter", book, section.fields)
    }

    /// The colophon.
    package static func colophon(_ colophon: BookColophonView, of book: BookView) -> BookPageView {
        BookPageView("book-colophon", book, colophon.fields)
    }

    /// The contents as EPUB 3 has them.
    /// - Parameter start: the file of the first chapter.
    package static func contents(_ contents: BookContentsView, start: String, of book: BookView) -> BookPageView {
        BookPageView("book-contents", book, contents.fields.merging(["start": .text(raw: start)]) { $1 })
    }

    /// The contents for readers of EPUB 2.
    package static func oldContents(_ contents: BookContentsView, of book: BookView) -> BookPageView {
        BookPageView("book-ncx", book, contents.fields)
    }

    /// The whole book in one file of HTML, its style and pictures inside.
    /// - Parameters:
    ///   - cover: the picture of the cover as an address that holds it.
    ///   - style: the style sheet.
    package static func single(
        _ sections: [BookSectionView], contents: BookContentsView, colophon: BookColophonView, cover: String?, style: SafeHTML,
        of book: BookView
    ) -> BookPageView {
        var fields = contents.fields.merging(colophon.fields) { $1 }
        fields["sections"] = .views(sections)
        fields["cover"] = .text(raw: cover)
        fields["style"] = .html(style)
        fields["runningTitle"] = .html(SafeHTML(trusted: StyleText(book.title).text))
        return BookPageView("book-single", book, fields)
    }
}
