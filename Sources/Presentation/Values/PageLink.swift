/// A page in a list: its title, and its path where the title alone would not tell it apart.
package struct PageLink: TemplateView {
    private let title: String
    private let path: [UInt8]
    private let href: String

    /// - Parameters:
    ///   - path: the page's path, the address's source too.
    ///   - title: nil takes the last part of the path.
    package init(path: [UInt8], title: String? = nil, in context: ViewContext) {
        self.path = path
        self.title = title ?? PathName(path).title
        href = context.urls.page(path)
    }

    package var fields: [String: TemplateValue] {
        ["title": .text(raw: title), "path": .text(bytes: path), "href": .text(raw: href)]
    }
}
