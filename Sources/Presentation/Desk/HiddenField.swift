/// A value that a form carries unseen.
package struct HiddenField: TemplateView {
    private let name: String
    private let value: String

    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }

    package var fields: [String: TemplateValue] { ["name": .text(raw: name), "value": .text(verbatim: Array(value.utf8))] }
}
