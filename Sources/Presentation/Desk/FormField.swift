/// One field of a form: its label, what it holds, what the browser is told about it, and why it was not taken.
package struct FormField: TemplateView {
    /// What kind of control it is.
    package enum Control: Sendable, Equatable {
        /// One line, of one of HTML's types.
        case line(Line)
        /// Several lines; code keeps its columns.
        case text(rows: Int, isCode: Bool = false)
        /// One of several.
        case choice([FormChoice])
    }

    /// The types of a line.
    package enum Line: String, Sendable, Equatable {
        case text, email, password, search, number
    }

    /// What browsers and password stores fill in, by the names that HTML gives it.
    package enum Autocomplete: String, Sendable, Equatable {
        case username, name, email, off
        case newPassword = "new-password"
        case currentPassword = "current-password"
    }

    private let id: String
    let name: String
    private let label: String
    private let control: Control
    private let value: String
    private let hint: String?
    /// Why it was not taken; shown instead of the hint.
    var error: String?
    private let autocomplete: Autocomplete?
    private let isRequired: Bool
    private let longest: Int?

    /// - Parameters:
    ///   - id: where two forms of a page have a field of the same name; else made of the name.
    ///   - name: the field's name in the form.
    ///   - value: what it holds; a password is never given back.
    ///   - hint: what to write, below the field.
    ///   - longest: the bound in characters.
    package init(
        _ name: String, id: String? = nil, label: String, control: Control = .line(.text), value: String = "", hint: String? = nil,
        autocomplete: Autocomplete? = nil, isRequired: Bool = false, longest: Int? = nil
    ) {
        self.id = id ?? "field-\(name)"
        self.name = name
        self.label = label
        self.control = control
        self.value = value
        self.hint = hint
        self.autocomplete = autocomplete
        self.isRequired = isRequired
        self.longest = longest
    }

    package var fields: [String: TemplateValue] {
        [
            "id": .text(raw: id), "name": .text(raw: name), "label": .text(raw: label),
            "hint": .text(raw: error == nil ? hint : nil), "error": .text(raw: error),
            "describedBy": .text(raw: error != nil ? "\(id)-error" : hint != nil ? "\(id)-hint" : nil),
            "autocomplete": .text(raw: autocomplete?.rawValue), "isRequired": .flag(isRequired),
            "longest": longest.map(TemplateValue.number) ?? .absent,
            "line": line, "text": text, "choice": choice,
        ]
    }

    private var line: TemplateValue {
        guard case .line(let line) = control else { return .absent }
        let shown: TemplateValue = line == .password ? .text(raw: "") : .text(verbatim: Array(value.utf8))
        return .view(["type": .text(raw: line.rawValue), "value": shown, "isPlain": .flag(line != .search && autocomplete != .name)])
    }

    private var text: TemplateValue {
        guard case .text(let rows, let isCode) = control else { return .absent }
        return .view(["rows": .number(rows), "isCode": .flag(isCode), "value": .text(verbatim: Array(value.utf8))])
    }

    private var choice: TemplateValue {
        guard case .choice(let choices) = control else { return .absent }
        let options = choices.map { choice -> TemplateValue in
            .view([
                "value": .text(verbatim: Array(choice.value.utf8)), "label": .text(raw: choice.label),
                "isChosen": .flag(choice.value == value),
            ])
        }
        return .view(["options": .list(options)])
    }
}
