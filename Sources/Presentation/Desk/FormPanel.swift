/// A form on a desk: its fields and its one button.
package struct FormPanel: TemplateView {
    /// How much its button stands out.
    package enum Weight: Sendable, Equatable {
        /// The one thing to do on the screen.
        case primary
        /// Something besides.
        case quiet
        /// Something that cannot be taken back.
        case grave
    }

    private let own: [String: TemplateValue]
    private let hidden: [HiddenField]
    private let lede: SentenceView?
    private var inputs: [FormField]

    /// - Parameters:
    ///   - action: where the form is sent.
    ///   - csrf: the token of this browser.
    ///   - id: by which boxes elsewhere on the screen belong to it.
    ///   - heading: where the screen has several forms.
    ///   - lede: what the form is for.
    ///   - cancel: the way back.
    ///   - fine: sentences beside the button.
    package init(
        action: String, csrf: String, id: String? = nil, heading: String? = nil, lede: SentenceView? = nil, fields: [FormField] = [],
        hidden: [HiddenField] = [], button: String, weight: Weight = .primary, cancel: LinkView? = nil, fine: [String] = []
    ) {
        self.lede = lede
        self.hidden = hidden
        inputs = fields
        own = [
            "action": .text(raw: action), "csrf": .text(raw: csrf), "id": .text(raw: id), "heading": .text(raw: heading),
            "button": .text(raw: button),
            "isQuiet": .flag(weight == .quiet), "isGrave": .flag(weight == .grave), "cancel": .view(cancel),
            "fine": .list(fine.map { .text(raw: $0) }),
        ]
    }

    /// The form with a field marked as the one at fault; nil where it has none of that name.
    func marking(_ field: String, _ error: String) -> FormPanel? {
        guard let index = inputs.firstIndex(where: { $0.name == field }) else { return nil }
        var panel = self
        panel.inputs[index].error = error
        return panel
    }

    package var fields: [String: TemplateValue] {
        own.merging(["lede": .view(lede), "hidden": .views(hidden), "inputs": .views(inputs)]) { own, _ in own }
    }
}
