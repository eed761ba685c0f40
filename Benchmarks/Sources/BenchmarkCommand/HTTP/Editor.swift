/// Somebody who edits in a browser without JavaScript: opens the form, and sends it with its token.
final class Editor {
    private let connection: Connection
    private var cookie: String?

    init(_ connection: Connection) {
        self.connection = connection
    }

    /// A form that was opened.
    struct Form {
        let page: String
        let base: String
        let token: String
    }

    /// The page's Markdown.
    func markdown(_ page: String) throws -> [UInt8] {
        let answer = try connection.get(WikiAddress.markdown(page))
        guard answer.status == 200 else { throw BenchmarkFailure("The Markdown of \(page) was answered with \(answer.status).") }
        return answer.body
    }

    func open(_ page: String) throws -> Form {
        let answer = try connection.get(WikiAddress.edit(page), fields: cookie.map { ["Cookie": $0] } ?? [:])
        if let set = answer.field("set-cookie") { cookie = String(set.prefix { $0 != ";" }) }
        let text = answer.text
        guard answer.status == 200, let base = HiddenField.value("base", in: text), let token = HiddenField.value("csrf", in: text) else {
            throw BenchmarkFailure("The form to edit \(page) was answered with \(answer.status), or lacks its fields.")
        }
        return Form(page: page, base: base, token: token)
    }

    /// Sends the form; returns when the edit is acknowledged.
    func save(_ form: Form, markdown: [UInt8], summary: String) throws {
        let body = PercentEncoding.form([
            ("base", Array(form.base.utf8)), ("csrf", Array(form.token.utf8)), ("summary", Array(summary.utf8)), ("markdown", markdown),
        ])
        var head = ["Content-Type": "application/x-www-form-urlencoded"]
        head["Cookie"] = cookie
        let answer = try connection.ask("POST", WikiAddress.edit(form.page), fields: head, body: body)
        guard answer.status == 303 else { throw BenchmarkFailure("A save of \(form.page) was answered with \(answer.status).") }
    }
}
