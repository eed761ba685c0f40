import HTTPTypes
import Hummingbird
import Presentation
import Wording

/// Makes the answers to refused requests of the API: `application/problem+json` (RFC 9457), whose `type` leads to the
/// page of the handbook that explains it.
struct APIProblem: Sendable {
    let site: WikiSite

    /// The problem for a refusal of the plumbing.
    func answer(_ error: WebError) -> Response { answer(APIRefusal(error, words: site.words)) }

    /// The problem for a refusal.
    func answer(_ refusal: APIRefusal) -> Response {
        let problem = Problem(
            type: type(refusal.code), title: site.words.text("problem.\(refusal.code.kind.rawValue).what"), status: refusal.status.code,
            detail: refusal.detail, members: refusal.members)
        var headers = refusal.headers
        headers[.robotsTag] = "noindex"
        return .problem(problem, headers: headers)
    }

    /// The stable address of a kind of problem.
    func type(_ code: ProblemCode) -> String {
        site.urls.absolute(site.urls.help(Array(Self.page.utf8))) + "#" + code.rawValue
    }

    /// The page of the handbook with a heading for each kind.
    private static let page = "Guide/JSON-API"
}
