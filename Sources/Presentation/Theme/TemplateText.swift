import Mustache

/// A finished text in a template. Empty text closes its section; it has no children, so a name inside is looked up further out.
struct TemplateText: MustacheCustomRenderable, MustacheParent {
    let renderText: String

    var isNull: Bool { renderText.isEmpty }

    func child(named: String) -> Any? { nil }
}
