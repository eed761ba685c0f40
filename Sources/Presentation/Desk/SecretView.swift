/// Something that is shown this once: an access token, one-time links.
package struct SecretView: TemplateView {
    private let heading: String
    private let what: String
    private let items: [(label: String, value: String)]

    /// - Parameters:
    ///   - heading: what was made.
    ///   - what: that it is not shown again, and what it is for.
    ///   - items: each with what it is for.
    package init(heading: String, what: String, items: [(label: String, value: String)]) {
        self.heading = heading
        self.what = what
        self.items = items
    }

    package var fields: [String: TemplateValue] {
        let shown = items.enumerated().map { index, item -> TemplateValue in
            .view([
                "id": .text(raw: "secret-\(index)"), "label": .text(raw: item.label), "value": .text(verbatim: Array(item.value.utf8)),
            ])
        }
        return ["heading": .text(raw: heading), "what": .text(raw: what), "items": .list(shown)]
    }
}
