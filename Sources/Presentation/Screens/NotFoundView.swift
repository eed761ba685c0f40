/// What a site of files shows for an address that it does not have. It is served at any depth, so its addresses begin at the root
/// of the host.
package struct NotFoundView: Screen {
    package static let template = "not-found"

    private let own: [String: TemplateValue]

    /// - Parameter context: addresses from the root, not relative ones.
    package init(in context: ViewContext) {
        let urls = context.urls
        own = ["searchHref": .text(raw: urls.search()), "homeHref": .text(raw: urls.home), "pagesHref": .text(raw: urls.pages())]
    }

    package var styles: [String] { ["site.css"] }

    package var fields: [String: TemplateValue] { own }
}
