import Testing

/// What people do with accounts, in one line.
extension Visitor {
    /// Sends the form for logging in.
    func login(_ name: String, _ password: String = RunningWiki.password) throws -> Answer {
        try fill("/-/login", ["name": name, "password": password])
    }

    /// Logs in, and expects that it works.
    func logsIn(_ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let entered = try login(name)
        try #require(entered.status == 303, "\(entered.html.plain)", sourceLocation: sourceLocation)
    }

    /// Opens a page, fills in one of its forms, and sends it.
    /// - Parameters:
    ///   - action: where the form goes; nil for the first one.
    ///   - values: what tells the form from others that go to the same place.
    func fill(
        _ address: String, to action: String? = nil, holding values: [String: String] = [:], _ fields: [String: String] = [:],
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> Answer {
        var form = try WebForm(try get(address), to: action, holding: values, sourceLocation: sourceLocation)
        for (name, value) in fields { form[name] = value }
        return try post(form)
    }

    /// Does what `fill` does, expects that it is taken, and shows the page that says so.
    @discardableResult
    func fills(
        _ address: String, to action: String? = nil, holding values: [String: String] = [:], _ fields: [String: String] = [:],
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> Answer {
        try follow(
            try fill(address, to: action, holding: values, fields, sourceLocation: sourceLocation), sourceLocation: sourceLocation)
    }

    /// Sends a form that no page offered, with the browser's own token.
    func press(_ address: String, _ fields: [(String, String)] = []) throws -> Answer {
        try post(WebForm(action: address, [("csrf", try formToken())] + fields))
    }

    /// The token of this browser's forms.
    func formToken() throws -> String {
        if cookies["stemma-csrf"] == nil { _ = try get("/-/login") }
        return try #require(cookies["stemma-csrf"])
    }

    /// True while the visitor is logged in.
    func isKnown() throws -> Bool { try get("/-/settings").status == 200 }

    /// A call of the API with an access token.
    func call(_ method: String, _ address: String, token: String?, _ json: String? = nil) throws -> Answer {
        let fields = token.map { [("Authorization", "Bearer \($0)")] } ?? []
        let body = json.map { Array($0.utf8) }
        return try send(method, "/-/api/v1/\(address)", fields + (json == nil ? [] : [("Content-Type", "application/json")]), body)
    }
}

extension Answer {
    /// What a page shows this once: tokens and links to copy.
    var secrets: [String] {
        html.tags("input").filter { tag in tag.attributes.contains { $0.name == "readonly" } }.compactMap { $0["value"] }
    }

    /// The kind of problem that a page tells of; nil where it tells of none.
    var problem: String? { html.tags.lazy.compactMap { $0["data-problem"] }.first }
}
