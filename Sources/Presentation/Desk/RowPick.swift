/// A box beside a line of a list, by which a form elsewhere on the screen takes the line along.
package struct RowPick: TemplateView {
    private let own: [String: TemplateValue]

    /// - Parameters:
    ///   - form: the id of the form.
    ///   - name, value: what the form sends where the box is ticked.
    ///   - about: the line, for those who hear the box alone.
    package init(form: String, name: String, value: String, about: String) {
        own = ["form": .text(raw: form), "name": .text(raw: name), "value": .text(raw: value), "about": .text(raw: about)]
    }

    package var fields: [String: TemplateValue] { own }
}
