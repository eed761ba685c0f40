/// A link: what it says and where it leads.
package struct LinkView: TemplateView {
    private let label: String
    private let href: String
    private let isCurrent: Bool
    private let name: String?

    /// - Parameters:
    ///   - isCurrent: it leads to where the reader already is.
    ///   - name: what scripts call it, such as a tab's.
    package init(label: String, href: String, isCurrent: Bool = false, name: String? = nil) {
        self.label = label
        self.href = href
        self.isCurrent = isCurrent
        self.name = name
    }

    package var fields: [String: TemplateValue] {
        ["label": .text(raw: label), "href": .text(raw: href), "isCurrent": .flag(isCurrent), "name": .text(raw: name)]
    }
}
