import Community
import HTTPTypes
import Hummingbird
import Presentation
import WikiCore

/// Finds out who makes a request: whom an access token stands for, whom a trusted proxy vouches for, whose session it is; else
/// nobody.
struct Identification: Sendable {
    /// The name of the session's cookie, before any prefix.
    static let cookie = "stemma-session"

    let site: WikiSite

    /// The context with who asks in it. Throws what refuses the request: a token that opens nothing, a person whom the proxy
    /// names and nobody knows.
    func identify(_ request: Request, _ context: WebRequestContext) async throws -> WebRequestContext {
        var context = context
        let head = request.head
        context.client = site.forwarded.client(peer: context.peer, head: head).address
        context.actor = .nobody(mayEditOpenly: site.mayEditOpenly(head, peer: context.peer))
        let found = try await actor(head, context)
        guard let found else { return context }
        context.actor = found
        // Programs send no forms.
        if case .token = found.credential { return context }
        context.formToken = site.crossSite.token(for: head)
        return context
    }

    private func actor(_ head: HTTPRequest, _ context: WebRequestContext) async throws -> Actor? {
        if let secret = Self.bearer(head) { return try await bearer(secret) }
        if let user = site.forwarded.signedOnUser(peer: context.peer, head: head) { return try await signedOn(user, context) }
        guard let secret = site.cookies.value(Self.cookie, in: Cookies(head)) else { return nil }
        guard let found = try await site.members.sessions.find(secret) else { return nil }
        return Actor(account: found.account, credential: .session(found.session.handle), mayEditOpenly: context.actor.mayEditOpenly)
    }

    // MARK: Tokens

    /// What `Authorization: Bearer` shows; nil without one. Other schemes are the business of others.
    static func bearer(_ head: HTTPRequest) -> String? {
        guard let value = head.headerFields[.authorization] else { return nil }
        let parts = value.utf8.split(separator: UInt8(ascii: " "), maxSplits: 1)
        guard parts.count == 2, parts[0].equalsLowercased("bearer") else { return nil }
        return String(Substring(parts[1].trimmingBlanks()))
    }

    private func bearer(_ secret: String) async throws -> Actor {
        guard let found = try await site.members.tokens.find(secret) else { throw WebError.badToken }
        return Actor(account: found.account, credential: .token(found.token.id, found.token.scope))
    }

    // MARK: Single sign-on

    /// An account of the proxy's name, made at first sight where people may make accounts themselves.
    private func signedOn(_ user: String, _ context: WebRequestContext) async throws -> Actor {
        let accounts = site.members.accounts
        let isKnown = try await accounts.account(name: user) != nil
        guard isKnown || site.configuration.registration == .open else {
            throw Self.unknown(user)
        }
        do {
            let account = try await accounts.signOn(name: user, address: context.clientAddress)
            return Actor(account: account, credential: .proxy, mayEditOpenly: context.actor.mayEditOpenly)
        } catch MemberError.inactive {
            // Shut out, and known all the same: reads what everybody reads.
            guard let account = try await accounts.account(name: user) else { throw Self.unknown(user) }
            return Actor(account: account, credential: .proxy)
        } catch MemberError.badName, MemberError.nameTaken {
            throw WebError(.forbidden, code: "member.badUser", values: ["name": Self.shown(user)])
        }
    }

    private static func unknown(_ user: String) -> WebError {
        WebError(.forbidden, code: "member.unknownUser", values: ["name": shown(user)])
    }

    private static func shown(_ user: String) -> String { String(String.UnicodeScalarView(user.unicodeScalars.prefix(80))) }
}
