import HTTPTypes
import Hummingbird
import Presentation
import WikiCore
import Wording

/// Turns a refusal into an answer: a page for people, a problem for machines. What went wrong inside stays in the log.
struct ErrorAnswer: Sendable {
    let site: WikiSite

    func answer(_ error: WebError, _ request: Request, _ context: WebRequestContext) async -> Response {
        let prefix = site.urls.api
        if request.head.path?.hasPrefix(prefix) == true { return APIProblem(site: site).answer(error) }
        let right = EditingRight(request.head, peer: context.peer, configuration: site.configuration)
        var layout = LayoutView(siteName: site.configuration.site.name, title: "\(error.status.code)", in: site.context)
        layout.isIndexed = false
        layout.isWritable = right.mayEdit
        layout.queryLimit = site.configuration.limits.query
        // A form that was refused before its controller had read it, or could make a form of it again.
        let isUnread = request.method == .post && [400, 413, 500, 503].contains(error.status.code)
        let view = ErrorView(
            status: error.status.code,
            problem: ProblemView(Self.problem(error.status), detail: error.sentence(site.words), isUnread: isUnread, in: site.context),
            requestID: context.requestID, in: site.context)
        let html = (try? site.theme.render(view, in: layout)) ?? "\(error.status.code)"
        return .bytes(Array(html.utf8), contentType: "text/html; charset=utf-8", status: error.status, headers: [.robotsTag: "noindex"])
    }

    private static func problem(_ status: HTTPResponse.Status) -> Presentation.Problem {
        switch status.code {
        case 400, 414: .badRequest
        case 403: .forbidden
        case 404: .notFound
        case 405: .notAllowed
        case 409: .conflict
        case 410: .gone
        case 413: .tooLarge
        case 415: .unsupported
        case 422: .invalid
        case 429: .tooMany
        case 503: .busy
        default: .failed
        }
    }
}
