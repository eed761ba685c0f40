import HTTPTypes
import Testing

@testable import WebServer

/// Somebody with a browser: cookies are kept, forms are sent with the token of the page they stand on.
final class Browser {
    let site: TestSite
    private(set) var cookies: [String: String] = [:]
    /// Further headers of every request.
    var fields: HTTPFields = [:]
    var peer = "192.0.2.1"

    init(_ site: TestSite) {
        self.site = site
    }

    func get(_ path: String) async throws -> TestAnswer { try await send(.get, path) }

    func send(_ method: HTTPRequest.Method, _ path: String, _ more: HTTPFields = [:], body: String = "") async throws -> TestAnswer {
        var all = fields
        for field in more { all.append(field) }
        if !cookies.isEmpty { all[.cookie] = cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ") }
        let answer = try await site.send(method, path, fields: all, body: body, peer: peer)
        for cookie in answer.headers[values: .setCookie] { keep(cookie) }
        return answer
    }

    /// Sends a form; with the token of the page at `page`, or at the form's own address.
    func post(_ path: String, _ form: [(String, String)], from page: String? = nil) async throws -> TestAnswer {
        let token = try await get(page ?? path).formToken ?? ""
        return try await post(path, form, token: token)
    }

    func post(_ path: String, _ form: [(String, String)], token: String) async throws -> TestAnswer {
        let body = (form + [("csrf", token)]).map { "\($0.0)=\(PercentCoding.encoded($0.1.utf8))" }.joined(separator: "&")
        return try await send(.post, path, [.contentType: "application/x-www-form-urlencoded"], body: body)
    }

    /// Logs in through the form.
    @discardableResult
    func login(_ name: String, next: String = "/") async throws -> TestAnswer {
        let page = try await get("/-/login")
        return try await post(
            "/-/login", [("name", name), ("password", TestSite.password), ("next", next)], token: page.formToken ?? "")
    }

    private func keep(_ cookie: String) {
        let parts = cookie.split(separator: ";").map { $0.drop { $0 == " " } }
        guard let pair = parts.first, let sign = pair.firstIndex(of: "=") else { return }
        let isOver = parts.contains { $0.lowercased() == "max-age=0" }
        cookies[String(pair[..<sign])] = isOver ? nil : String(pair[sign...].dropFirst())
    }
}
