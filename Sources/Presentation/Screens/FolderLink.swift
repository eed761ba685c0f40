import Wording

/// A folder in a listing, with the number of pages below it.
package struct FolderLink: TemplateView {
    private let name: String
    private let href: String
    private let count: String?

    /// - Parameter pages: how many pages there are at any depth; nil where it is not known.
    package init(path: [UInt8], pages: Int? = nil, in context: ViewContext) {
        name = PathName(path).title
        href = context.urls.page(path)
        count = pages.map { context.words.text("folder.pages", ["count": .number($0)]) }
    }

    package var fields: [String: TemplateValue] { ["name": .text(raw: name), "href": .text(raw: href), "count": .text(raw: count)] }
}
