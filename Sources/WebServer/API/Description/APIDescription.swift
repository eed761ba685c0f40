import WikiCore

/// The OpenAPI 3.1 document of the API. It stands beside the handlers and not in a file, so that bounds and kinds of
/// problems are those of the code.
struct APIDescription {
    /// Where the API stands.
    let server: String
    /// The address of a kind of problem.
    let problemType: (ProblemCode) -> String
    /// The bounds that the descriptions tell.
    let limits: Configuration.Limits

    var value: JSONValue {
        [
            "openapi": "3.1.0",
            "info": [
                "title": "Stemma", "version": "1.0.0",
                "summary": "A wiki whose pages are Markdown files in a git repository.",
                "description": .string(Self.overview),
            ],
            "servers": [["url": .string(server)]],
            "tags": [
                ["name": "Pages", "description": "Read, save, delete and restore pages."],
                ["name": "History", "description": "Revisions, differences, recent changes, undoing."],
                ["name": "People", "description": "Who edits."],
                ["name": "Search", "description": "Find pages by their words."],
                ["name": "Markdown", "description": "Render a text."],
            ],
            "paths": paths,
            "security": Self.usualSecurity,
            "components": ["schemas": schemas, "responses": responses, "securitySchemes": Self.securitySchemes],
        ]
    }

    private static let overview = """
        Paths of pages are those of the browser's addresses: without `.md`, each segment percent-encoded, slashes between \
        segments as they are. Lists are paged: hand `next` back as `after` until it is `null`. Times are RFC 3339 in UTC. \
        Changes are taken where the browser's form would take them. A program shows an access token, made in the settings of \
        an account: `read` reads, `write` also changes pages, `admin` may do all that its owner may. A request that carries \
        cookies instead needs the token of a form in `X-CSRF-Token` as well. Refusals are `application/problem+json` with a stable `type`.
        """

    /// With a token, or without one where the wiki takes the request from anybody.
    private static let usualSecurity: JSONValue = [["accessToken": []], ["session": [], "formToken": []], [:]]

    private static let securitySchemes: JSONValue = [
        "accessToken": ["type": "http", "scheme": "bearer", "description": "An access token: `Authorization: Bearer stm_…`."],
        "session": [
            "type": "apiKey", "in": "cookie", "name": .string(Identification.cookie),
            "description": "The cookie of a browser that is logged in (behind https its name begins with `__Host-`).",
        ],
        "formToken": [
            "type": "apiKey", "in": "header", "name": "X-CSRF-Token",
            "description": "The token of any form, which a change with a cookie needs besides.",
        ],
    ]

    private var paths: JSONValue {
        let all = pageOperations + historyOperations + peopleOperations + otherOperations
        var order: [String] = []
        var members: [String: [JSONMember]] = [:]
        for (path, operation) in all {
            if members[path] == nil { order.append(path) }
            members[path, default: []].append(JSONMember(name: operation.name, value: operation.value))
        }
        return .object(order.map { JSONMember(name: $0, value: .object(members[$0] ?? [])) })
    }

    private var schemas: JSONValue {
        let all = pageSchemas + changeSchemas + historySchemas + peopleSchemas + otherSchemas + problemSchemas
        return .object(all.map { JSONMember(name: $0.0, value: $0.1) })
    }

    // MARK: Refusals

    private static let refusals: [(status: Int, description: String)] = [
        (400, "The address, a parameter or the JSON is malformed; `parameter` or `offset` says where."),
        (401, "Nobody is known who could do this: show an access token, or one that still works."),
        (
            403,
            "The account or its token may not do this, a rule keeps the page for others, the wiki is read-only, or the request comes "
                + "from another site or lacks its token."
        ),
        (404, "There is no such page or revision."), (413, "The text or the request is too large."),
        (415, "The content is no JSON, or packed otherwise than by gzip."),
        (422, "A member, a name, a summary or a text breaks a rule; `member` names it where it is one."),
        (429, "Too many changes came from one address."), (500, "Something went wrong on the server's side."),
        (503, "The server has too much to do, or its disk takes no more."),
    ]

    private var responses: JSONValue {
        let plain = Self.refusals.map { status, description in
            JSONMember(name: "Refused\(status)", value: refusal(description, schema: "Problem", waits: status == 429 || status == 503))
        }
        let conflict = "Others changed the same words, the page exists although `base` says that it is new, or nothing is left to undo."
        let other = "Any other refusal: of the method (405; `Allow` names others), of the address (414), or for lack of time (503)."
        return .object(
            plain + [
                JSONMember(name: "Refused409", value: refusal(conflict, schema: "Conflict", waits: false)),
                JSONMember(name: "Refused", value: refusal(other, schema: "Problem", waits: false)),
                JSONMember(name: "Unchanged", value: ["description": "Nothing changed since the answer of that `ETag`."]),
            ])
    }

    private func refusal(_ description: String, schema: String, waits: Bool) -> JSONValue {
        var members = [JSONMember(name: "description", value: .string(description))]
        if waits {
            let header: JSONValue = ["description": "In how many seconds to try again.", "schema": ["type": "integer", "minimum": 1]]
            members.append(JSONMember(name: "headers", value: ["Retry-After": header]))
        }
        members.append(JSONMember(name: "content", value: ["application/problem+json": ["schema": Schema.named(schema)]]))
        return .object(members)
    }
}
