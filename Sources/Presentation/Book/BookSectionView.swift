package import Markup

/// A chapter of a book, or the heading of a part.
package struct BookSectionView: TemplateView {
    /// The name of its file or place.
    package let name: String
    private let title: String
    private let language: String?
    private let html: SafeHTML?

    /// - Parameters:
    ///   - language: where it is not the book's.
    ///   - html: the article; nil for a part, which is a heading alone.
    package init(name: String, title: String, language: String? = nil, html: SafeHTML?) {
        self.name = name
        self.title = title
        self.language = language
        self.html = html
    }

    package var fields: [String: TemplateValue] {
        [
            "name": .text(raw: name), "heading": .text(raw: title), "ownLanguage": .text(raw: language), "article": .html(ifAny: html),
            "isPart": .flag(html == nil), "running": .html(SafeHTML(trusted: StyleText(title).text)),
        ]
    }
}
