/// A heading in the table of contents.
package struct ContentsEntry: TemplateView {
    private let level: Int
    private let anchor: String
    private let text: String

    /// - Parameters:
    ///   - level: 1 to 6.
    ///   - anchor: the heading's `id`.
    package init(level: Int, anchor: String, text: String) {
        self.level = min(max(level, 1), 6)
        self.anchor = anchor
        self.text = text
    }

    package var fields: [String: TemplateValue] {
        ["level": .number(level), "href": .text(raw: "#\(PercentCoding.segment(anchor.utf8))"), "text": .text(raw: text)]
    }
}
