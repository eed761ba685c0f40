/// A link: what it says and where it leads.
package struct LinkView: TemplateView {
    private let label: String
    private let href: String
    private let isCurrent: Bool

    package init(label: String, href: String, isCurrent: Bool = false) {
        self.label = label
        self.href = href
        self.isCurrent = isCurrent
    }

    package var fields: [String: TemplateValue] {
        ["label": .text(raw: label), "href": .text(raw: href), "isCurrent": .flag(isCurrent)]
    }
}
