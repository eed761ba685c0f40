import Git
package import WikiCore

/// Who wrote a text as JSON: what the API and `stemma authors --json` give.
package struct AuthorsJSON: Sendable {
    /// The object.
    package let value: JSONValue

    /// - Parameter authors: the text's people, changes and runs.
    package init(_ authors: PageAuthors) {
        let members = [
            JSONMember(name: "revision", value: .string(authors.revision.id.hex)),
            JSONMember(name: "tokens", value: .int(authors.words)),
            JSONMember(name: "contributors", value: .array(authors.people.map(Self.person))),
            JSONMember(name: "spans", value: .array(authors.runs.map { Self.span($0, authors) })),
        ]
        value = .object(PathJSON(authors.path).members + members)
    }

    private static func person(_ person: PageAuthors.Person) -> JSONValue {
        [
            "name": .string(person.name), "account": JSONValue(person.account), "confirmed": .bool(!person.isUnconfirmed),
            "tokens": .int(Int(person.words.rounded())), "share": .double(JSONValue.rounded(person.share)),
        ]
    }

    private static func span(_ run: PageAuthors.Run, _ authors: PageAuthors) -> JSONValue {
        let change = run.change.map { authors.changes[$0] }
        var members = [
            JSONMember(name: "start", value: .int(run.range.lowerBound)), JSONMember(name: "end", value: .int(run.range.upperBound)),
            JSONMember(name: "revision", value: JSONValue(change?.commit.id.hex)),
            JSONMember(name: "contributor", value: change?.people.first.map { .int($0) } ?? .null),
        ]
        if let others = change?.people.dropFirst(), !others.isEmpty {
            members.append(JSONMember(name: "co_contributors", value: .array(others.map { .int($0) })))
        }
        if let source = change?.source { members += PathJSON(source.path, name: "from").members }
        return .object(members)
    }
}
