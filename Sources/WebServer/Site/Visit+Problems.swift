import HTTPTypes
import Hummingbird
import Logging
import Presentation
import WikiCore

extension Visit {
    /// What a form that comes back says of any error, so that no error costs the text. What nobody foresaw goes to the log,
    /// and the person is told no more than that it happened.
    func problem(_ error: any Error) -> WikiProblem {
        if let known = error as? WikiError { return WikiProblem(known, words: site.words) }
        let refusal = WebError(error)
        if let cause = refusal.cause { context.logger.error("request failed", metadata: ["cause": "\(cause)"]) }
        guard refusal.status == .serviceUnavailable else { return WikiProblem(.internalServerError, .failed) }
        return WikiProblem(.serviceUnavailable, .busy, retryAfter: refusal.headers[.retryAfter].flatMap { Int($0) })
    }
}
