import Markup
import Mustache

/// What the Mustache library sees of a view: children by name, and nothing by reflection.
struct TemplateScope: MustacheParent {
    let fields: [String: TemplateValue]
    /// The words of the interface, under `say`, for the outermost scope.
    var words: WordScope?

    func child(named name: String) -> Any? {
        if let value = fields[name] { return Self.renderable(value) }
        return name == "say" ? words : nil
    }

    private static func renderable(_ value: TemplateValue) -> Any {
        switch value {
        case .text(let text): TemplateText(renderText: text.string)
        case .html(let html): TemplateText(renderText: html.string)
        case .flag(let flag): flag
        case .number(let number): TemplateText(renderText: String(number))
        case .list(let list): list.map(renderable)
        case .view(let fields): TemplateScope(fields: fields)
        case .absent: TemplateText(renderText: "")
        }
    }
}
