import HTTPTypes
import Hummingbird
import Presentation
import WikiCore
import Wording

/// Turns a refusal into an answer: a page for people, a problem for machines. What went wrong inside stays in the log.
struct ErrorAnswer: Sendable {
    let site: WikiSite

    func answer(_ error: WebError, _ request: Request, _ context: WebRequestContext) async -> Response {
        if Gate.isAPI(request.head, site.urls) { return APIProblem(site: site).answer(error) }
        let address = request.method == .get || request.method == .head ? request.head.path : nil
        var layout = LayoutView("\(error.status.code)", of: site, for: context, from: address)
        layout.isIndexed = false
        // A form that was refused before its controller had read it, or could make a form of it again.
        let isUnread = request.method == .post && [400, 413, 500, 503].contains(error.status.code)
        let view = ErrorView(
            status: error.status.code, problem: problem(error, isUnread: isUnread, from: address), requestID: context.requestID,
            in: site.context)
        let html = (try? site.theme.render(view, in: layout)) ?? Array("\(error.status.code)".utf8)
        return .bytes(html, contentType: "text/html; charset=utf-8", status: error.status, headers: [.robotsTag: "noindex"])
    }

    private func problem(_ error: WebError, isUnread: Bool, from address: String?) -> ProblemView {
        guard error.code == "request.loginNeeded" else {
            return ProblemView(Self.problem(error), detail: error.sentence(site.words), isUnread: isUnread, in: site.context)
        }
        let link = LinkView(label: site.words.text("nav.login"), href: site.urls.login(next: address))
        return ProblemView(.loginNeeded, link: link, in: site.context)
    }

    private static func problem(_ error: WebError) -> Presentation.Problem {
        switch error.status.code {
        case _ where error.code.hasPrefix("notice.readOnly"): .readOnly
        case _ where error.code == "notice.blocked": .blocked
        case _ where error.code.hasPrefix("gate.") || error.code.hasPrefix("member."): .noRight
        case 401: .loginNeeded
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
