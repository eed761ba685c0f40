/// A refusal as machines read it: `application/problem+json` (RFC 9457).
package struct Problem: Sendable, Equatable {
    /// The value of `Content-Type`.
    package static let contentType = "application/problem+json"

    /// A stable address that names the kind of problem, and leads to the page of the handbook about it.
    package let type: String
    /// The kind of problem in a few words.
    package let title: String
    /// The status code of the answer.
    package let status: Int
    /// What happened this time, for a person.
    package let detail: String?
    /// What else there is to know, such as both texts of a conflict, behind the standard members.
    package let members: [JSONMember]

    /// A problem of these parts.
    package init(type: String, title: String, status: Int, detail: String? = nil, members: [JSONMember] = []) {
        self.type = type
        self.title = title
        self.status = status
        self.detail = detail
        self.members = members
    }

    /// The body of the answer.
    package var json: JSONValue {
        var all = [
            JSONMember(name: "type", value: .string(type)), JSONMember(name: "title", value: .string(title)),
            JSONMember(name: "status", value: .int(status)),
        ]
        if let detail { all.append(JSONMember(name: "detail", value: .string(detail))) }
        return .object(all + members)
    }
}
