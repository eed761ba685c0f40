/// Text to copy, such as a command, with what it is for.
struct CommandView: TemplateView {
    let heading: String
    let what: String
    let command: String

    var fields: [String: TemplateValue] {
        ["heading": .text(raw: heading), "what": .text(raw: what), "command": .text(raw: command)]
    }
}
