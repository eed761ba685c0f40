import Testing

/// Somebody with a browser: cookies are kept, redirects are looked at before they are followed.
final class Visitor {
    let wiki: RunningWiki
    /// What the browser calls the server; the wiki's own address on this machine, if nothing else.
    var host: String
    /// Header fields that go with every request.
    var fields: [(String, String)] = []
    /// The address of this machine that the requests come from; nil for the usual one.
    var source: String?
    private(set) var cookies: [String: String] = [:]

    init(_ wiki: RunningWiki) {
        self.wiki = wiki
        host = "localhost:\(wiki.port)"
    }

    /// Asks for an address: a path that is percent-encoded already, or one with scheme and host, which are left out.
    func get(_ address: String, _ fields: (String, String)...) throws -> Answer { try send("GET", address, fields) }

    func head(_ address: String, _ fields: (String, String)...) throws -> Answer { try send("HEAD", address, fields) }

    /// Sends a form.
    func post(_ form: WebForm, to address: String? = nil, _ fields: (String, String)...) throws -> Answer {
        try send("POST", address ?? form.action, [("Content-Type", "application/x-www-form-urlencoded")] + fields, form.encoded)
    }

    /// Goes where an answer leads.
    func follow(_ answer: Answer, sourceLocation: SourceLocation = #_sourceLocation) throws -> Answer {
        try #require([302, 303].contains(answer.status), "\(answer.status): \(answer.html.plain)", sourceLocation: sourceLocation)
        return try get(answer.location)
    }

    /// Sends any request.
    func send(_ method: String, _ address: String, _ own: [(String, String)] = [], _ body: [UInt8]? = nil) throws -> Answer {
        var head = "\(method) \(Self.path(address)) HTTP/1.1\r\n"
        var all = fields + own
        if !all.contains(where: { $0.0 == "Host" }) { all.append(("Host", host)) }
        if !cookies.isEmpty, !all.contains(where: { $0.0 == "Cookie" }) {
            all.append(("Cookie", cookies.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")))
        }
        if let body, !all.contains(where: { $0.0 == "Content-Length" }) { all.append(("Content-Length", "\(body.count)")) }
        all.append(("Connection", "close"))
        for (name, value) in all { head += "\(name): \(value)\r\n" }
        let connection = try WebConnection(port: wiki.port, from: source)
        connection.send(Array((head + "\r\n").utf8) + (body ?? []))
        let answer = try connection.readAnswer(hasBody: method != "HEAD")
        for cookie in answer.all("set-cookie") { keep(cookie) }
        return answer
    }

    /// Forgets all cookies, as a browser does that was closed.
    func forget() { cookies = [:] }

    private func keep(_ cookie: String) {
        let parts = cookie.split(separator: ";").map { $0.drop { $0 == " " } }
        guard let pair = parts.first, let sign = pair.firstIndex(of: "=") else { return }
        let isOver = parts.contains { $0.lowercased() == "max-age=0" }
        cookies[String(pair[..<sign])] = isOver ? nil : String(pair[sign...].dropFirst())
    }

    private static func path(_ address: String) -> String {
        guard let scheme = address.firstRange(of: "://") else { return address.isEmpty ? "/" : address }
        let rest = address[scheme.upperBound...]
        return rest.firstIndex(of: "/").map { String(rest[$0...]) } ?? "/"
    }
}
