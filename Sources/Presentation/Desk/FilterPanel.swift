/// A form that changes nothing and narrows a list.
package struct FilterPanel: TemplateView {
    private let action: String
    private let button: String
    private let inputs: [FormField]

    package init(action: String, fields: [FormField], button: String) {
        self.action = action
        self.button = button
        inputs = fields
    }

    package var fields: [String: TemplateValue] {
        ["action": .text(raw: action), "button": .text(raw: button), "inputs": .views(inputs)]
    }
}
