package import Markup
import Wording

/// Everything that a template may be given. There is no case for a bare `String`, so nothing unescaped can reach a page.
package enum TemplateValue: Sendable {
    /// People's words or an address, escaped.
    case text(EscapedText)
    /// Markup that our own renderers made.
    case html(SafeHTML)
    /// Opens or skips a section.
    case flag(Bool)
    /// A bare number, for attributes and line numbers.
    case number(Int)
    /// A list of nested views or of texts.
    case list([TemplateValue])
    /// A nested view's fields.
    case view([String: TemplateValue])
    /// A field that has nothing to show here; it hides an outer field of the same name.
    case absent

    /// Escapes raw text; nil is absent.
    package static func text(raw: String?) -> TemplateValue { raw.map { .text(EscapedText($0)) } ?? .absent }

    /// Decodes and escapes bytes, such as those of a path.
    package static func text(bytes: [UInt8]) -> TemplateValue { .text(EscapedText(bytes: bytes)) }

    /// Escapes UTF-8 that a form must give back byte for byte, for a `textarea` or a hidden field: nothing is replaced for display.
    package static func text(verbatim bytes: [UInt8]) -> TemplateValue {
        .text(EscapedText(verbatim: String(decoding: bytes, as: UTF8.self)))
    }

    /// A count with thin spaces between thousands.
    package static func count(_ number: Int) -> TemplateValue { .text(EscapedText(GroupedNumber(number).text)) }

    /// Markup, or absent.
    package static func html(ifAny html: SafeHTML?) -> TemplateValue { html.map(TemplateValue.html) ?? .absent }

    /// A nested view, or absent.
    package static func view(_ view: (any TemplateView)?) -> TemplateValue { view.map { .view($0.fields) } ?? .absent }

    /// Nested views in order.
    package static func views(_ views: [some TemplateView]) -> TemplateValue { .list(views.map { .view($0.fields) }) }
}
