/// The licence of the wiki's content.
package struct LicenseView: TemplateView {
    private let name: String
    private let href: String?

    /// - Parameters:
    ///   - name: as the configuration writes it: `CC BY-SA 4.0`.
    ///   - href: its text, an `http(s)` address; anything else is left out.
    package init(name: String, href: String? = nil) {
        self.name = name
        self.href = href.flatMap { $0.hasPrefix("https://") || $0.hasPrefix("http://") ? $0 : nil }
    }

    package var fields: [String: TemplateValue] { ["name": .text(raw: name), "href": .text(raw: href)] }
}
