package import Community
import HTTPTypes
import Hummingbird
import Presentation
import WikiCore

/// The one place where a request is let through or turned back.
package struct Gate: Sendable {
    private let permissions: Permissions
    private let reason: ReadOnlyReason?
    private let urls: SiteURL
    private let denials: DenialLog?

    /// - Parameters:
    ///   - reason: why strangers only read, where nobody has chosen yet who may edit; the refusal then says it.
    ///   - denials: writes down what people with an account were refused.
    init(permissions: Permissions, reason: ReadOnlyReason?, urls: SiteURL, denials: DenialLog? = nil) {
        self.permissions = permissions
        self.reason = reason
        self.urls = urls
        self.denials = denials
    }

    /// The gate of a site.
    init(_ site: WikiSite) {
        self.init(permissions: site.permissions, reason: ReadOnlyReason(site.configuration), urls: site.urls, denials: site.denials)
    }

    /// Whether somebody may call an address with this need.
    package func verdict(_ need: Need, _ actor: Actor) -> GateVerdict {
        switch need {
        case .nothing: return .allowed
        case .account: return account(actor)
        case .permission(let permission):
            if permissions.allows(permission, actor) { return .allowed }
            if let account = actor.account { return account.isActive ? .forbidden : .blocked }
            return permission == .edit && reason != nil && permissions.allows(.read, actor) ? .readOnly : .loginNeeded
        }
    }

    private func account(_ actor: Actor) -> GateVerdict {
        guard let account = actor.account else { return .loginNeeded }
        switch actor.credential {
        case .session, .proxy: return account.isActive ? .allowed : .blocked
        case .none, .token, .sshKey: return .forbidden
        }
    }

    /// Lets a request through to its handler, or answers why not.
    func pass(_ route: SiteRoute, _ request: Request, _ context: WebRequestContext) async throws -> Response {
        let verdict = verdict(route.need, context.actor)
        guard verdict != .allowed else { return finished(try await route.handler(request, context), context) }
        await denials?.note(request, context)
        var context = context
        context.verdict = verdict
        if let refused = route.whenRefused { return finished(try await refused(request, context), context) }
        let isAPI = Self.isAPI(request.head, urls)
        guard verdict == .loginNeeded, request.method == .get || request.method == .head, !isAPI else {
            throw refusal(verdict, route.need, isAPI: isAPI)
        }
        return .seeOther(urls.login(next: request.head.path))
    }

    /// Whether a program asks, which is answered with problems and never led to a form.
    static func isAPI(_ head: HTTPRequest, _ urls: SiteURL) -> Bool {
        guard let path = RequestTarget(head)?.rawPath.utf8 else { return false }
        let rest = path.dropFirst(urls.apiRoot.utf8.count)
        return path.starts(with: urls.apiRoot.utf8) && (rest.isEmpty || rest.first == UInt8(ascii: "/"))
    }

    /// The refusal of a request that has no form to give back.
    func refusal(_ verdict: GateVerdict, _ need: Need, isAPI: Bool) -> WebError {
        switch verdict {
        case .readOnly: WebError(.forbidden, code: (reason ?? .unconfigured).phrase)
        case .blocked: WebError(.forbidden, code: "notice.blocked")
        case .loginNeeded: isAPI ? .tokenNeeded : WebError(.forbidden, code: "request.loginNeeded")
        case .forbidden, .allowed: WebError(.forbidden, code: "gate.\(Self.name(need))")
        }
    }

    private static func name(_ need: Need) -> String {
        switch need {
        case .nothing: "read"
        case .account: "account"
        case .permission(let permission): "\(permission)"
        }
    }

    /// What is shown to one person stays with that person.
    private func finished(_ response: Response, _ context: WebRequestContext) -> Response {
        var response = response
        guard context.actor.account != nil else { return response }
        let isAsked = response.headers[.cacheControl].map { $0 == "no-cache" } ?? true
        if isAsked { response.headers[.cacheControl] = "private, no-cache" }
        if let cookie = context.formToken?.setCookie { response.headers.append(HTTPField(name: .setCookie, value: cookie)) }
        return response
    }
}
