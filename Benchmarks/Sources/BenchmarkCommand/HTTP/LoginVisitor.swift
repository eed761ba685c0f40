/// Somebody who logs in with a browser without JavaScript: has opened the form, and sends it with its token.
final class LoginVisitor {
    private let connection: Connection
    private let cookie: String
    private let body: [UInt8]

    /// Opens the form, and fills it in.
    /// - Parameter source: the address to come from.
    init(_ wiki: RunningWiki, name: String, from source: UInt32? = nil) throws {
        connection = try wiki.connect(from: source)
        let answer = try connection.get(WikiAddress.login)
        guard answer.status == 200, let set = answer.field("set-cookie"), let token = HiddenField.value("csrf", in: answer.text) else {
            throw BenchmarkFailure("The form to log in was answered with \(answer.status), or lacks its token or cookie.")
        }
        cookie = String(set.prefix { $0 != ";" })
        body = PercentEncoding.form([
            ("csrf", Array(token.utf8)), ("name", Array(name.utf8)), ("password", Array(WikiAccounts.password.utf8)),
        ])
    }

    /// Sends the form, without waiting for its answer.
    func send() throws {
        let fields = ["Content-Type": "application/x-www-form-urlencoded", "Cookie": cookie]
        try connection.send("POST", WikiAddress.login, fields: fields, body: body)
    }

    /// Whether the answer is coming.
    var isAnswered: Bool { connection.hasAnswer }

    /// Waits for the answer.
    func answer() throws -> Answer { try connection.answer() }
}
