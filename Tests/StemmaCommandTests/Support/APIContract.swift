/// What the API's own description promises of its answers, and what an answer breaks of it.
struct APIContract {
    private let description: JSONText

    /// - Parameter description: the OpenAPI document.
    init(_ description: JSONText) {
        self.description = description
    }

    /// How an answer to a request differs from what is described; empty where it does not.
    /// - Parameter address: the address below the API's root.
    func faults(_ answer: Answer, to method: String, _ address: String) -> [String] {
        guard let operation = operation(method, address) else {
            // An address or a method that there is not.
            return [404, 405].contains(answer.status) ? faults(answer, as: named("Problem")) : ["\(method) \(address) is not described"]
        }
        let responses = resolved(operation["responses"])
        guard let response = (responses?["\(answer.status)"] ?? responses?["default"]).flatMap(resolved) else {
            return ["the status \(answer.status) is not described"]
        }
        guard let content = response["content"] else { return answer.body.isEmpty ? [] : ["a body that is not described"] }
        let type = answer["content-type"] ?? ""
        guard let schema = content[type]?["schema"] else { return ["the type “\(type)” is not described for \(answer.status)"] }
        return method == "HEAD" ? [] : faults(answer, as: schema)
    }

    private func faults(_ answer: Answer, as schema: JSONText) -> [String] {
        guard let value = JSONText(answer.body) else { return ["the body is no JSON"] }
        return faults(value, schema, at: "body") + strangers(value, schema)
    }

    // MARK: Operations

    private func operation(_ method: String, _ address: String) -> JSONText? {
        let segments = address.prefix { $0 != "?" }.split(separator: "/").map(String.init)
        guard case .object(let paths)? = description["paths"] else { return nil }
        let name = (method == "HEAD" ? "GET" : method).lowercased()
        let found = paths.filter { Self.matches(segments[...], $0.key.split(separator: "/").map(String.init)[...]) }
        // The one that says most: `/pages/{path}/restore` before `/pages/{path}`.
        let best = found.filter { $0.value[name] != nil }.max { $0.key.utf8.count < $1.key.utf8.count }
        return best?.value[name]
    }

    /// A path's parameter may hold slashes.
    private static func matches(_ segments: ArraySlice<String>, _ template: ArraySlice<String>) -> Bool {
        guard let first = template.first else { return segments.isEmpty }
        guard let segment = segments.first else { return false }
        if first == "{path}" {
            return (1...segments.count).contains { matches(segments.dropFirst($0), template.dropFirst()) }
        }
        return (first == segment || first.hasPrefix("{")) && matches(segments.dropFirst(), template.dropFirst())
    }

    // MARK: Schemas

    private func named(_ name: String) -> JSONText { .object(["$ref": .string("#/components/schemas/\(name)")]) }

    private func resolved(_ value: JSONText?) -> JSONText? {
        guard let reference = value?["$ref"]?.text else { return value }
        return reference.split(separator: "/").dropFirst().reduce(description as JSONText?) { $0?[String($1)] }
    }

    /// What a value breaks of a schema, as far as our descriptions use the language of schemas.
    private func faults(_ value: JSONText, _ schema: JSONText, at place: String) -> [String] {
        guard let schema = resolved(schema) else { return ["\(place): a schema that is not there"] }
        if let all = schema["allOf"] { return all.items.flatMap { faults(value, $0, at: place) } }
        if let any = schema["anyOf"] {
            return any.items.contains { faults(value, $0, at: place).isEmpty } ? [] : ["\(place): fits none of the choices"]
        }
        var result: [String] = []
        let types = schema["type"].map { $0.text.map { [$0] } ?? $0.items.compactMap(\.text) } ?? []
        if !types.isEmpty, !types.contains(where: { Self.is(value, $0) }) { return ["\(place): is no \(types.joined(separator: " or "))"] }
        if let choices = schema["enum"], !choices.items.contains(value) { result.append("\(place): \(value) is none of the choices") }
        if let pattern = schema["pattern"]?.text, let text = value.text, let regex = try? Regex(pattern), text.firstMatch(of: regex) == nil
        {
            result.append("\(place): “\(text)” does not match \(pattern)")
        }
        if schema["format"]?.text == "date-time", let text = value.text, text.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/) == nil {
            result.append("\(place): “\(text)” is no time")
        }
        if let number = value.number {
            if let minimum = schema["minimum"]?.number, number < minimum { result.append("\(place): \(number) is below \(minimum)") }
            if let maximum = schema["maximum"]?.number, number > maximum { result.append("\(place): \(number) is above \(maximum)") }
        }
        for (index, item) in value.items.enumerated() {
            if let items = schema["items"] { result += faults(item, items, at: "\(place)[\(index)]") }
        }
        guard case .object(let members) = value else { return result }
        for name in schema["required"]?.items.compactMap(\.text) ?? [] where members[name] == nil {
            result.append("\(place).\(name) is missing")
        }
        for (name, member) in members {
            if let property = schema["properties"]?[name] { result += faults(member, property, at: "\(place).\(name)") }
        }
        return result
    }

    /// The members of an object that no description names.
    private func strangers(_ value: JSONText, _ schema: JSONText) -> [String] {
        let known = properties(of: schema)
        // The description itself is described by the standard, not here.
        return known.contains("openapi") ? [] : value.names.subtracting(known).sorted().map { "\($0) is not described" }
    }

    private func properties(of schema: JSONText) -> Set<String> {
        guard let schema = resolved(schema) else { return [] }
        let parts = schema["allOf"]?.items ?? []
        return parts.reduce(schema["properties"]?.names ?? []) { $0.union(properties(of: $1)) }
    }

    private static func `is`(_ value: JSONText, _ type: String) -> Bool {
        switch (type, value) {
        case ("string", .string), ("boolean", .bool), ("array", .array), ("object", .object), ("null", .null), ("number", .number): true
        case ("integer", .number(let number)): number == number.rounded()
        default: false
        }
    }
}
