import Prose

/// What became of a block besides its words, as JSON.
struct StructureJSON {
    let value: JSONValue

    init(_ change: StructureChange) {
        value =
            switch change {
            case .kind(let old, let new): Self.step("kind", .string(Self.name(old)), .string(Self.name(new)))
            case .level(let old, let new): Self.step("level", .int(old), .int(new))
            case .depth(let old, let new): Self.step("depth", .int(old), .int(new))
            case .isOrdered(let isOrdered): Self.step("ordered", .bool(!isOrdered), .bool(isOrdered))
            case .task(let old, let new): Self.step("task", Self.box(old), Self.box(new))
            case .quoteDepth(let old, let new): Self.step("quote-depth", .int(old), .int(new))
            case .columns(let removed, let inserted):
                Self.step("columns", .array(removed.map(JSONValue.int)), .array(inserted.map(JSONValue.int)))
            }
    }

    /// All that can change.
    static let names = ["kind", "level", "depth", "ordered", "task", "quote-depth", "columns"]

    private static func step(_ what: String, _ old: JSONValue, _ new: JSONValue) -> JSONValue {
        ["what": .string(what), "old": old, "new": new]
    }

    private static func box(_ box: ProseBlock.TaskBox?) -> JSONValue {
        switch box {
        case nil: .null
        case .open: "open"
        case .done: "done"
        }
    }

    private static func name(_ kind: ProseBlock.Kind) -> String {
        switch kind {
        case .blank: "blank"
        case .frontMatterFence, .frontMatterEntry: "front-matter"
        case .heading: "heading"
        case .paragraph: "paragraph"
        case .listItem: "list-item"
        case .tableRow: "table-row"
        case .code: "code"
        case .html: "html"
        case .rule: "rule"
        }
    }
}
