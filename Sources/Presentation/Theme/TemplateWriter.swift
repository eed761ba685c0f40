import Markup

/// Writes a view by a template: one pass over the template's steps, names looked up from the innermost view outwards.
struct TemplateWriter {
    /// What a section is about: a view, or something that has no names of its own.
    private enum Scope {
        case view([String: TemplateValue])
        case element(TemplateValue)
    }

    /// UTF-8.
    private(set) var output: [UInt8] = []
    private let templates: [Template]
    private var scopes: [Scope]

    init(_ templates: [Template], fields: [String: TemplateValue]) {
        self.templates = templates
        scopes = [.view(fields)]
        output.reserveCapacity(Self.usualSize)
    }

    /// Of a page, in bytes.
    private static let usualSize = 16_384

    /// Writes a whole template.
    mutating func write(_ number: Int) {
        let template = templates[number]
        write(template, template.steps.indices)
    }

    private mutating func write(_ template: Template, _ steps: Range<Int>) {
        var index = steps.lowerBound
        while index < steps.upperBound {
            let step = template.steps[index]
            index += 1
            switch step {
            case .text(let range): output.append(contentsOf: template.texts[range])
            case .value(let name): if let value = value(name) { write(value) }
            case .element: if case .element(let value)? = scopes.last { write(value) }
            case .section(let name, let end):
                if let value = value(name) { write(template, index..<end, about: value) }
                index = end
            case .inverted(let name, let end): if value(name)?.isShown == true { index = end }
            case .partial(let number): write(number)
            }
        }
    }

    private mutating func write(_ template: Template, _ steps: Range<Int>, about value: TemplateValue) {
        switch value {
        case .list(let list): for element in list { write(template, steps, in: element) }
        case .flag(let flag): if flag { write(template, steps) }
        case .text, .html, .number, .view, .absent: if value.isShown { write(template, steps, in: value) }
        }
    }

    private mutating func write(_ template: Template, _ steps: Range<Int>, in value: TemplateValue) {
        if case .view(let fields) = value { scopes.append(.view(fields)) } else { scopes.append(.element(value)) }
        write(template, steps)
        scopes.removeLast()
    }

    private mutating func write(_ value: TemplateValue) {
        switch value {
        case .text(let text): output.append(contentsOf: text.string.utf8)
        case .html(let html): output.append(contentsOf: html.string.utf8)
        case .number(let number): output.append(contentsOf: String(number).utf8)
        case .flag, .list, .view, .absent: break
        }
    }

    private func value(_ name: String) -> TemplateValue? {
        for scope in scopes.reversed() {
            if case .view(let fields) = scope, let value = fields[name] { return value }
        }
        return nil
    }
}

extension TemplateValue {
    /// Whether a section of it is written at all.
    fileprivate var isShown: Bool {
        switch self {
        case .text(let text): !text.string.isEmpty
        case .html(let html): !html.isEmpty
        case .flag(let flag): flag
        case .list(let list): !list.isEmpty
        case .number, .view: true
        case .absent: false
        }
    }
}
