/// A hit of a search.
package struct SearchResult: TemplateView {
    private let page: PageLink
    private let excerpt: [MarkedText]
    private let moment: Moment?

    /// - Parameters:
    ///   - excerpt: the text around the hits, which are marked.
    ///   - seconds: when the page changed last, Unix.
    package init(path: [UInt8], title: String, excerpt: [MarkedText], seconds: Int? = nil, in context: ViewContext) {
        page = PageLink(path: path, title: title, in: context)
        self.excerpt = excerpt
        moment = seconds.map { Moment(seconds: $0, in: context) }
    }

    package var fields: [String: TemplateValue] {
        page.fields.merging(["excerpt": .views(excerpt), "time": .view(moment)]) { own, _ in own }
    }
}
