package import Community
package import Git
import HTTPTypes
package import Hummingbird
import NIOCore
package import Presentation
package import WikiCore
import Wording

/// One request as controllers see it: where it points, what it may do, and how its answer is made.
package struct Visit: Sendable {
    /// What all controllers share.
    package let site: WikiSite
    /// The request.
    package let request: Request
    /// Its id, peer and log.
    package let context: WebRequestContext
    /// What its query says.
    package let query: QueryItems
    /// Who makes it.
    package let actor: Actor
    /// Whether it may change pages.
    package let right: EditingRight
    /// The commit at which the wiki stood when the request came.
    package let tip: ObjectID?
    /// Something waits for this person in the administration.
    private let isAwaited: Bool
    /// What the request's body holds of the memory for bodies, for as long as the visit lasts.
    private let lease: BodyLease

    /// Takes a request in; its index is fresh when this returns.
    package init(_ request: Request, _ context: WebRequestContext, _ site: WikiSite) async throws {
        self.site = site
        self.request = request
        self.context = context
        query = try QueryItems(request.head)
        actor = context.actor
        right = EditingRight(actor, site.permissions)
        isAwaited = try await Self.isAwaited(actor, site)
        lease = site.bodyBudget.lease(for: context.client)
        await site.wiki.freshen()
        tip = site.wiki.indexedTip
    }

    /// Whether work or an address waits for this person's word.
    private static func isAwaited(_ actor: Actor, _ site: WikiSite) async throws -> Bool {
        guard site.permissions.allows(.review, actor) else { return false }
        if try await site.members.pushes.hasUnconfirmed() { return true }
        guard site.permissions.allows(.administer, actor) else { return false }
        return try await !site.members.addresses.waiting(limit: 1).isEmpty
    }

    /// True where nobody is known, so that the answer is the same for all who may do the same.
    package var isAnonymous: Bool { actor.account == nil }

    /// Who asks, as the wiki's rules about files see it.
    package var editor: Editor { actor.editor }

    /// The fields of a form without files; see ``Request/collectForm(limit:lease:)``.
    func collectForm(limit: Int) async throws -> FormData { try await request.collectForm(limit: limit, lease: lease) }
    /// The fields and files of a form; see ``Request/collectMultipart(limit:lease:)``.
    func collectMultipart(limit: Int) async throws -> MultipartForm { try await request.collectMultipart(limit: limit, lease: lease) }
    /// A JSON body; see ``Request/collectJSON(limit:lease:)``.
    func collectJSON(limit: Int) async throws -> JSONValue { try await request.collectJSON(limit: limit, lease: lease) }

    /// Addresses and words.
    package var views: ViewContext { site.context }
    /// Addresses.
    package var urls: SiteURL { site.urls }

    /// The page path behind a verb: what follows `/-/verb/`, decoded once.
    func path(after verb: String) throws -> GitPath {
        guard let target = RequestTarget(request.head) else { throw WebError.malformed }
        let prefix = urls.interfaceRoot + verb
        guard target.rawPath.utf8.starts(with: prefix.utf8) else { throw WebError.notFound }
        let rest = String(decoding: target.rawPath.utf8.dropFirst(prefix.utf8.count).drop { $0 == UInt8(ascii: "/") }, as: UTF8.self)
        guard let segments = SiteURL.segments(decoding: rest) else { throw WebError.malformed }
        return GitPath(segments: segments)
    }

    /// Somebody's name, as they gave it last; nil where they never did.
    package var rememberedAuthor: String? {
        let cookies = Cookies(request.head)
        guard let value = site.cookies.value(Self.authorCookie, in: cookies) else { return nil }
        return PercentCoding.decoded(value.utf8, plusIsSpace: false).flatMap { String(validating: $0, as: UTF8.self) }
    }

    static let authorCookie = "stemma-author"

    /// The key of the sentence that says why this visitor may only read.
    var readOnlyPhrase: String { (ReadOnlyReason(site.configuration) ?? .unconfigured).phrase }

    /// The layout around a screen.
    package func layout(_ title: String?) -> LayoutView {
        let isRead = request.method == .get || request.method == .head
        return LayoutView(title, of: site, for: context, isAwaited: isAwaited, from: isRead ? request.head.path : nil)
    }

    /// A screen that is not kept: forms, histories, searches.
    package func answer(
        _ screen: some Screen, in layout: LayoutView, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]
    ) throws -> Response {
        var layout = layout
        layout.isIndexed = false
        var headers = headers
        headers[.robotsTag] = "noindex, nofollow"
        let html = try site.theme.render(screen, in: layout)
        return .bytes(html, contentType: "text/html; charset=utf-8", status: status, headers: headers)
    }

    /// A list that was made already while the wiki stood at the same commit; nil where none was, or where there is a word to
    /// say to this visitor alone. Only strangers are shown the same.
    package func keptList() -> Response? {
        guard isAnonymous, Flash(self) == nil else { return nil }
        return site.pages.body(content: listKey).map { Response($0, for: request) }
    }

    /// A list that is the same for everybody with the same rights as long as the wiki stands where it stands.
    package func answerList(_ screen: some Screen, in layout: LayoutView) throws -> Response {
        var layout = layout
        layout.isIndexed = false
        if let flash = Flash(self) {
            layout.flash = flash.view(on: nil, views)
            return try answer(screen, in: layout, headers: [.setCookie: Flash.clearing(self), .cacheControl: "no-cache"])
        }
        let bytes = try site.theme.render(screen, in: layout)
        let body = CachedBody(
            ByteBuffer(bytes: bytes), contentType: "text/html; charset=utf-8", tag: EntityTag(ContentHash(bytes).short),
            fields: [.robotsTag: "noindex, nofollow"])
        if isAnonymous, site.wiki.indexedTip == tip { site.pages.keep(body, content: listKey) }
        return Response(body, for: request)
    }

    private var listKey: String {
        "list \(tip?.hex ?? "") \(site.wiki.creditEpoch) \(site.theme.version) \(right.mayEdit) \(request.head.path ?? "")"
    }

    /// A screen with a form: its token, and the cookie that goes with it.
    package func answerForm(
        _ layout: LayoutView, status: HTTPResponse.Status = .ok, retryAfter: Int? = nil, headers: HTTPFields = [:],
        _ screen: (_ token: String) throws -> some Screen
    ) throws -> Response {
        // Not `no-store`: with that, browsers forget what was typed when somebody comes back to the form.
        var headers = headers
        if headers[.cacheControl] == nil { headers[.cacheControl] = "private, no-cache" }
        let token = context.formToken ?? site.crossSite.token(for: request.head)
        // Whoever is logged in is sent the cookie with whatever is answered.
        if context.formToken == nil, let cookie = token.setCookie { headers.append(HTTPField(name: .setCookie, value: cookie)) }
        headers[.retryAfter] = retryAfter.map(String.init)
        return try answer(screen(token.token), in: layout, status: status, headers: headers)
    }

    /// As many edits counts one whose text no worker can parse: it costs all the time that a page may take, and the next one
    /// need differ by a letter only.
    private static let misfitPrice = 10

    /// Hands in an edit. That a rule kept a file for others is written down.
    func submit(_ edit: Edit) async throws -> EditOutcome {
        let (site, account, client) = (site, actor.account?.id, context.client)
        do {
            return try await site.wiki.submit(edit) {
                let price = Self.misfitPrice - 1
                if let account { site.editRate.charge(account: account, price) } else { site.editRate.charge(client, price) }
            }
        } catch WikiError.protected(let file) {
            await site.denials.note(protected: file, context)
            throw WikiError.protected(path: file)
        }
    }

    /// Counts an edit; says how long to wait where there were too many.
    func takeEdit() -> RateLimiter.Verdict {
        actor.account.map { site.editRate.take(account: $0.id) } ?? site.editRate.take(context.client)
    }

    /// Why this visitor may not edit, for a form that gives the text back.
    var refusal: WikiProblem {
        switch Gate(site).verdict(.edit, actor) {
        case .loginNeeded: WikiProblem(.forbidden, .signedOut, link: LinkView(label: site.words.text("nav.login"), href: urls.login()))
        case .blocked: WikiProblem(.forbidden, .blocked)
        case .forbidden: WikiProblem(.forbidden, .forbidden, site.words.text("gate.edit"))
        case .readOnly, .allowed: WikiProblem(.forbidden, .readOnly)
        }
    }
}
