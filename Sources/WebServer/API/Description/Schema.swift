/// Pieces of JSON Schema (draft 2020-12), as OpenAPI 3.1 takes them.
enum Schema {
    /// A text.
    static func text(_ description: String, format: String? = nil, isNullable: Bool = false) -> JSONValue {
        var members = typed("string", isNullable: isNullable)
        if let format { members.append(JSONMember(name: "format", value: .string(format))) }
        return described(members, description)
    }

    /// One text of a few.
    static func choice(_ description: String, _ choices: [String]) -> JSONValue {
        described(typed("string") + [JSONMember(name: "enum", value: .array(choices.map(JSONValue.string)))], description)
    }

    /// The full id of a commit.
    static func revision(_ description: String, isNullable: Bool = false) -> JSONValue {
        let pattern = JSONMember(name: "pattern", value: "^[0-9a-f]{40}$")
        return described(typed("string", isNullable: isNullable) + [pattern], description)
    }

    /// A whole number.
    static func number(
        _ description: String, isNullable: Bool = false, minimum: Int = 0, maximum: Int? = nil, usual: Int? = nil
    ) -> JSONValue {
        var members = typed("integer", isNullable: isNullable) + [JSONMember(name: "minimum", value: .int(minimum))]
        if let maximum { members.append(JSONMember(name: "maximum", value: .int(maximum))) }
        if let usual { members.append(JSONMember(name: "default", value: .int(usual))) }
        return described(members, description)
    }

    /// A part of a whole.
    static func share(_ description: String, isNullable: Bool = false) -> JSONValue {
        let bounds = [JSONMember(name: "minimum", value: 0), JSONMember(name: "maximum", value: 1)]
        let unknown = isNullable ? "; `null` while that is not known" : ""
        return described(typed("number", isNullable: isNullable) + bounds, "\(description), 0 to 1\(unknown).")
    }

    /// True or false.
    static func flag(_ description: String) -> JSONValue { described(typed("boolean"), description) }

    /// A list.
    static func list(_ description: String, of items: JSONValue) -> JSONValue {
        described(typed("array") + [JSONMember(name: "items", value: items)], description)
    }

    /// An object. All its members are always there but the optional ones.
    static func object(_ description: String, _ properties: [(String, JSONValue)], optional: Set<String> = [], isOpen: Bool = true)
        -> JSONValue
    {
        let required = properties.map(\.0).filter { !optional.contains($0) }
        var members = typed("object")
        members.append(JSONMember(name: "properties", value: .object(properties.map { JSONMember(name: $0.0, value: $0.1) })))
        if !required.isEmpty { members.append(JSONMember(name: "required", value: .array(required.map(JSONValue.string)))) }
        if !isOpen { members.append(JSONMember(name: "additionalProperties", value: false)) }
        return described(members, description)
    }

    /// A schema by its name.
    static func named(_ name: String) -> JSONValue { ["$ref": .string("#/components/schemas/\(name)")] }

    /// A schema by its name, or `null`.
    static func namedOrNull(_ name: String) -> JSONValue { ["anyOf": [named(name), ["type": "null"]]] }

    /// The members of a path: text, and whether it is percent-encoded.
    static func path(_ description: String, name: String = "path") -> [(String, JSONValue)] {
        [
            (name, text(description)),
            ("\(name)_encoded", flag("There, and true, where the name is not UTF-8: the path is percent-encoded then.")),
        ]
    }

    private static func typed(_ type: String, isNullable: Bool = false) -> [JSONMember] {
        [JSONMember(name: "type", value: isNullable ? [.string(type), "null"] : .string(type))]
    }

    private static func described(_ members: [JSONMember], _ description: String) -> JSONValue {
        .object(members + [JSONMember(name: "description", value: .string(description))])
    }
}
