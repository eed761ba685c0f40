package import HTTPTypes
import Hummingbird

/// Answers one request.
typealias SiteHandler = @Sendable (Request, WebRequestContext) async throws -> Response

/// An address of the wiki and what it asks of whoever calls it.
package struct SiteRoute: Sendable {
    /// The method; `GET` takes `HEAD` too.
    package let method: HTTPRequest.Method
    /// The path below the wiki's base: `/-/edit/**`.
    package let pattern: String
    /// What it asks.
    package let need: Need
    let handler: SiteHandler
    /// Answers whoever may not, where more than a refusal is owed: a form gives the text back. It shows nothing of the wiki.
    let whenRefused: SiteHandler?
}
