package import Hummingbird

/// Puts the security headers on every answer that does not carry its own.
package struct SecurityHeadersMiddleware: RouterMiddleware {
    private let headers: SecurityHeaders

    /// - Parameter headers: what is put there.
    package init(_ headers: SecurityHeaders = .page) {
        self.headers = headers
    }

    /// Lets the request through and completes the answer.
    package func handle(
        _ request: Request, context: WebRequestContext, next: (Request, WebRequestContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        headers.complete(&response.headers)
        return response
    }
}
