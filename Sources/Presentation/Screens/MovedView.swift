import Wording

/// A page that only sends its reader on: for a redirect, an alias or a former name in a site of files, where no server can.
/// `Theme.renderDocument(MovedView.template, …)` writes it.
package struct MovedView: TemplateView {
    /// The template's name.
    package static let template = "moved"

    private let own: [String: TemplateValue]

    /// - Parameters:
    ///   - title: that of the page it leads to.
    ///   - href: the address of that page; a relative one begins with `./` or `../` where its first segment holds a colon.
    ///   - canonical: the same with scheme and host, where they are known.
    package init(title: String, href: String, canonical: String? = nil, in context: ViewContext) {
        own = [
            "language": .text(raw: context.words.language),
            "title": .text(raw: title),
            "href": .text(raw: href),
            "canonical": .text(raw: canonical ?? href),
            "sentence": .view(SentenceView("moved.what", ["page": .link(title, href: href)], in: context)),
        ]
    }

    package var fields: [String: TemplateValue] { own }
}
