/// Something that can be done about a line of a list with one press.
package struct RowAction: TemplateView {
    private let own: [String: TemplateValue]
    private let hidden: [HiddenField]

    /// - Parameters:
    ///   - about: what it is done to, for those who hear the button alone.
    ///   - isMain: the one thing that waits to be done.
    package init(_ label: String, about: String, action: String, csrf: String, hidden: [HiddenField] = [], isMain: Bool = false) {
        self.hidden = hidden
        own = [
            "label": .text(raw: label), "about": .text(raw: about), "action": .text(raw: action), "csrf": .text(raw: csrf),
            "isMain": .flag(isMain),
        ]
    }

    package var fields: [String: TemplateValue] { own.merging(["hidden": .views(hidden)]) { own, _ in own } }
}
