/// A request that was sent and whose answer was not waited for yet.
final class PendingRequest {
    private let connection: WebConnection

    init(_ visitor: Visitor, _ form: WebForm) throws {
        connection = try WebConnection(port: visitor.wiki.port)
        let body = form.encoded
        let cookies = visitor.cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
        let head =
            "POST \(form.action) HTTP/1.1\r\nHost: \(visitor.host)\r\nCookie: \(cookies)\r\nConnection: close\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: \(body.count)\r\n\r\n"
        connection.send(Array(head.utf8) + body)
    }

    /// Asks for an address.
    init(_ visitor: Visitor, get address: String) throws {
        connection = try WebConnection(port: visitor.wiki.port)
        connection.send("GET \(address) HTTP/1.1\r\nHost: \(visitor.host)\r\nConnection: close\r\n\r\n")
    }

    /// Whether an answer has begun to come.
    var isAnswered: Bool { connection.hasNews(within: 0) }

    /// Waits for the answer.
    func answer() throws -> Answer { try connection.readAnswer() }
}
