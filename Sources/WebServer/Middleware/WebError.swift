package import HTTPTypes

/// A request that is refused: a status for the machine, a code that `Wording` turns into a sentence for the person.
package struct WebError: Error, Sendable, Equatable {
    /// The status of the answer.
    package let status: HTTPResponse.Status
    /// The stable code, dotted: key of the sentence, and of the problem's type in the API.
    package let code: String
    /// Values that the sentence names, such as a limit.
    package let values: [String: String]
    /// Further headers of the answer, such as `Retry-After` and `Allow`.
    package let headers: HTTPFields
    /// What the log shall know and the person shall not.
    package let cause: String?

    /// A refusal of these parts.
    package init(
        _ status: HTTPResponse.Status, code: String, values: [String: String] = [:], headers: HTTPFields = [:], cause: String? = nil
    ) {
        self.status = status
        self.code = code
        self.values = values
        self.headers = headers
        self.cause = cause
    }
}

extension WebError {
    /// The request does not follow HTTP, or its address is malformed.
    package static let malformed = WebError(.badRequest, code: "request.malformed")
    /// The address is too long.
    package static let addressTooLong = WebError(.uriTooLong, code: "request.addressTooLong")
    /// There is nothing at the address.
    package static let notFound = WebError(.notFound, code: "request.notFound")
    /// A program needs an access token for this.
    package static let tokenNeeded = WebError(.unauthorized, code: "request.loginNeeded", headers: [.wwwAuthenticate: "Bearer"])
    /// The access token is none that opens anything.
    package static let badToken = WebError(
        .unauthorized, code: "request.badToken", headers: [.wwwAuthenticate: "Bearer error=\"invalid_token\""])
    /// Another site sent the request.
    package static let foreign = WebError(.forbidden, code: "request.foreign")
    /// The form is older than the visitor's cookie, or has no token.
    package static let staleToken = WebError(.forbidden, code: "request.staleToken")

    /// The address does not take the method.
    package static func methodNotAllowed(allow: String) -> WebError {
        WebError(.methodNotAllowed, code: "request.methodNotAllowed", headers: [.allow: allow])
    }

    /// The body is longer than so many bytes.
    package static func bodyTooLarge(limit: Int) -> WebError {
        WebError(.contentTooLarge, code: "request.bodyTooLarge", values: ["limit": "\(limit)"])
    }

    /// The client asks too often.
    package static func tooManyRequests(retryAfter seconds: Int) -> WebError {
        WebError(.tooManyRequests, code: "request.tooMany", values: ["seconds": "\(seconds)"], headers: [.retryAfter: "\(seconds)"])
    }

    /// The server has too much to do.
    package static func busy(retryAfter seconds: Int) -> WebError {
        WebError(.serviceUnavailable, code: "request.busy", values: ["seconds": "\(seconds)"], headers: [.retryAfter: "\(seconds)"])
    }

    /// Something broke that should not. The cause goes to the log.
    package static func broken(_ cause: any Error) -> WebError {
        WebError(.internalServerError, code: "request.broken", cause: String(reflecting: cause))
    }
}
