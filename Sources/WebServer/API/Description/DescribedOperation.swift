import HTTPTypes

/// One operation of the description: what it takes, what it answers, how it may be refused.
struct DescribedOperation {
    /// A parameter of the path or the query.
    struct Parameter {
        let name: String
        var isPath = false
        var isRequired = false
        let schema: JSONValue
        let description: String
    }

    /// An answer that is no problem.
    struct Answer {
        let status: Int
        let description: String
        let schema: String
        var headers: [(name: String, description: String)] = []
    }

    let method: HTTPRequest.Method
    let id: String
    let tag: String
    let summary: String
    var description: String?
    var parameters: [Parameter] = []
    var body: String?
    var isBodyRequired = true
    var answers: [Answer] = []
    /// The statuses of refusals besides those that every operation has: on a wiki that only its members read, 401 and 403.
    var refusals: [Int] = []

    /// The name of the operation in its path's object.
    var name: String { method.rawValue.lowercased() }

    var value: JSONValue {
        var members = [
            JSONMember(name: "operationId", value: .string(id)), JSONMember(name: "tags", value: [.string(tag)]),
            JSONMember(name: "summary", value: .string(summary)),
        ]
        if let description { members.append(JSONMember(name: "description", value: .string(description))) }
        if !parameters.isEmpty { members.append(JSONMember(name: "parameters", value: .array(parameters.map(Self.parameter)))) }
        if let body { members.append(JSONMember(name: "requestBody", value: requestBody(body))) }
        members.append(JSONMember(name: "responses", value: responses))
        return .object(members)
    }

    private static func parameter(_ parameter: Parameter) -> JSONValue {
        [
            "name": .string(parameter.name), "in": parameter.isPath ? "path" : "query",
            "required": .bool(parameter.isPath || parameter.isRequired), "description": .string(parameter.description),
            "schema": parameter.schema,
        ]
    }

    private func requestBody(_ schema: String) -> JSONValue {
        ["required": .bool(isBodyRequired), "content": ["application/json": ["schema": Schema.named(schema)]]]
    }

    private var responses: JSONValue {
        let good = answers.map { answer in JSONMember(name: String(answer.status), value: Self.response(answer)) }
        let bad = (refusals + [401, 403, 500].filter { !refusals.contains($0) }).sorted().map { status in
            JSONMember(name: String(status), value: ["$ref": .string("#/components/responses/Refused\(status)")])
        }
        let canBeKept = answers.contains { $0.headers.contains { $0.name == "ETag" } }
        let same: [JSONMember] = canBeKept ? [JSONMember(name: "304", value: ["$ref": "#/components/responses/Unchanged"])] : []
        return .object(good + same + bad + [JSONMember(name: "default", value: ["$ref": "#/components/responses/Refused"])])
    }

    private static func response(_ answer: Answer) -> JSONValue {
        var members = [JSONMember(name: "description", value: .string(answer.description))]
        if !answer.headers.isEmpty {
            members.append(JSONMember(name: "headers", value: .object(answer.headers.map(header))))
        }
        members.append(JSONMember(name: "content", value: ["application/json": ["schema": Schema.named(answer.schema)]]))
        return .object(members)
    }

    private static func header(_ header: (name: String, description: String)) -> JSONMember {
        JSONMember(name: header.name, value: ["description": .string(header.description), "schema": ["type": "string"]])
    }
}
