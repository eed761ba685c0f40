import Community
import HTTPTypes
import Hummingbird
import Presentation
import WikiCore
import Wording

/// How screens of accounts and of administration are answered.
extension Visit {
    /// What a screen gives away.
    enum Discretion: Sendable {
        /// Nothing.
        case usual
        /// The way in: what leads there need not be offered.
        case wayIn
        /// Its address is a secret: it is told to nobody.
        case secretAddress
    }

    /// A screen with its token, never kept by anybody.
    /// - Parameter refresh: after how many seconds the browser asks again by itself.
    func desk(
        _ problem: DeskProblem? = nil, status: HTTPResponse.Status = .ok, discretion: Discretion = .usual, refresh: Int? = nil,
        _ make: (_ csrf: String, _ problem: ProblemView?) -> DeskView
    ) throws -> Response {
        let token = context.formToken ?? site.crossSite.token(for: request.head)
        var view = make(token.token, problem?.view(in: views))
        if let problem, let field = problem.field, let detail = problem.detail {
            view = view.marking(field, detail) ?? make(token.token, ProblemView(problem.problem, detail: detail, in: views))
        }
        var headers: HTTPFields = [.cacheControl: "no-store"]
        if context.formToken == nil, let cookie = token.setCookie { headers.append(HTTPField(name: .setCookie, value: cookie)) }
        headers[.refresh] = refresh.map(String.init)
        headers[.retryAfter] = problem?.retryAfter.map(String.init)
        var layout = layout(view.heading)
        if discretion != .usual, isAnonymous { layout.visitor = nil }
        if discretion == .secretAddress { headers[.referrerPolicy] = "no-referrer" }
        if let flash = Flash(self) {
            layout.flash = flash.view(on: nil, views)
            headers.append(HTTPField(name: .setCookie, value: Flash.clearing(self)))
        }
        return try answer(view, in: layout, status: problem?.status ?? status, headers: headers)
    }

    /// A few sentences and one step on.
    func message(
        _ heading: String, _ sentences: [String], link: LinkView? = nil, status: HTTPResponse.Status = .ok, discretion: Discretion = .usual
    ) throws -> Response {
        try desk(status: status, discretion: discretion) { _, problem in
            DeskView.message(site.words.text(heading), sentences.map { site.words.text($0) }, link: link, problem: problem)
        }
    }

    /// Sends somebody on after an action, with a word about it.
    func done(_ address: String, _ code: String, name: String = "") -> Response {
        done(address, flash: Flash(code: code, name: name))
    }

    /// The account that asks. The gate has let nobody else here.
    var account: Account {
        get throws {
            guard let account = actor.account else { throw WebError.tokenNeeded }
            return account
        }
    }

    /// The session that asks; nil where a proxy vouches instead.
    var sessionHandle: String? {
        if case .session(let handle) = actor.credential { handle } else { nil }
    }

    /// An address with scheme and host: the configured ones, else those by which this visitor came, for links to copy.
    func absolute(_ address: String) -> String {
        if urls.origin != nil { return urls.absolute(address) }
        let client = site.forwarded.client(peer: context.peer, head: request.head)
        return "\(client.scheme ?? "http")://\(client.host ?? request.head.authority ?? "localhost")\(address)"
    }

    /// Begins a session and sends the person on, with the cookie.
    func welcome(_ account: Account, to address: String) async throws -> Response {
        if let handle = sessionHandle, let old = actor.account {
            try? await site.members.sessions.end(handle, of: old.id, by: context.audit)
        }
        let secret = try await site.members.sessions.begin(
            account: account.id, userAgent: request.headers[.userAgent], address: context.clientAddress)
        var response = done(address, "welcome", name: account.displayName)
        if let cookie = site.cookies.setCookie(Identification.cookie, value: secret, maxAge: Int(Sessions.lifetime)) {
            response.headers.append(HTTPField(name: .setCookie, value: cookie))
        }
        return response
    }

    /// Takes the session's cookie away.
    func forget(_ response: Response) -> Response {
        var response = response
        if let cookie = site.cookies.setCookie(Identification.cookie, value: "-", maxAge: 0) {
            response.headers.append(HTTPField(name: .setCookie, value: cookie))
        }
        return response
    }
}
