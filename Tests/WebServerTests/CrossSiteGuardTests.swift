import HTTPTypes
import Testing

@testable import WebServer

@Suite struct CrossSiteGuardTests {
    private let token = "AAECAwQFBgcICQoLDA0ODw"
    private let random = RandomSource { Array((0..<UInt8($0))) }

    private func post(_ fields: HTTPFields, host: String? = "wiki.example:8080") -> HTTPRequest {
        HTTPRequest(method: .post, scheme: "http", authority: host, path: "/", headerFields: fields)
    }

    private func form(_ token: String) -> FormData {
        FormData(fields: [FormData.Field(name: Array("csrf".utf8), value: Array(token.utf8))])
    }

    @Test func newVisitorsGetATokenAndKeepIt() {
        let fence = CrossSiteGuard(siteOrigin: nil, random: random)
        let fresh = fence.token(for: post([:]))
        #expect(fresh.token == token)
        #expect(fresh.setCookie == "stemma-csrf=\(token); Path=/; HttpOnly; SameSite=Lax")
        let known = fence.token(for: post([.cookie: "a=b; stemma-csrf=\(token)"]))
        #expect(known.token == token)
        #expect(known.setCookie == nil)
    }

    @Test func secureSitesBindTheCookieToTheHost() {
        let fence = CrossSiteGuard(siteOrigin: "https://wiki.example", random: random)
        #expect(fence.token(for: post([:])).setCookie == "__Host-stemma-csrf=\(token); Path=/; HttpOnly; SameSite=Lax; Secure")
        #expect(fence.token(for: post([.cookie: "stemma-csrf=\(token)"])).setCookie != nil)
    }

    @Test func tokenInFormOrHeader() {
        let fence = CrossSiteGuard(siteOrigin: nil)
        let cookie = "stemma-csrf=\(token)"
        #expect(fence.check(post([.cookie: cookie]), form: form(token)) == .ok)
        #expect(fence.check(post([.cookie: cookie, .csrfToken: token])) == .ok)
        #expect(fence.check(post([.cookie: cookie]), form: form("AAECAwQFBgcICQoLDA0ODx")) == .stale)
        #expect(fence.check(post([.cookie: cookie]), form: form("")) == .stale)
        #expect(fence.check(post([.cookie: cookie])) == .stale)
        #expect(fence.check(post([:]), form: form(token)) == .stale)
        #expect(fence.check(post([.cookie: "stemma-csrf="]), form: form("")) == .stale)
    }

    @Test(arguments: [
        ("same-origin", true), ("none", true), ("same-site", false), ("cross-site", false), ("", false), ("SAME-ORIGIN", false),
    ])
    func fetchMetadata(site: String, isOurs: Bool) {
        let fence = CrossSiteGuard(siteOrigin: nil)
        // Where the browser says it, Origin is not asked.
        let head = post([.secFetchSite: site, .origin: "http://wiki.example:8080", .cookie: "stemma-csrf=\(token)"])
        #expect(fence.check(head, form: form(token)) == (isOurs ? .ok : .foreign))
    }

    @Test(arguments: [
        ("http://wiki.example:8080", true), ("HTTP://WIKI.example:8080", true), ("https://wiki.example:8080", true),
        ("https://site.example", true), ("http://wiki.example", false), ("http://evil.example", false), ("null", false),
        ("http://wiki.example:8080.evil.example", false), ("", false),
    ])
    func origins(origin: String, isOurs: Bool) {
        let fence = CrossSiteGuard(siteOrigin: "https://site.example")
        #expect(fence.comesFromHere(post([.origin: origin])) == isOurs)
    }

    @Test func pagesThatTellNoOriginProveThemselvesByTheirTokenAlone() {
        let fence = CrossSiteGuard(siteOrigin: nil)
        let opaque = post([.origin: "null", .cookie: "stemma-csrf=\(token)"])
        #expect(fence.check(opaque, form: form(token)) == .foreign)
        #expect(fence.check(opaque, form: form(token), takesOpaqueOrigin: true) == .ok)
        #expect(fence.check(opaque, form: form(""), takesOpaqueOrigin: true) == .stale)
        let told = post([.origin: "null", .secFetchSite: "cross-site", .cookie: "stemma-csrf=\(token)"])
        #expect(fence.check(told, form: form(token), takesOpaqueOrigin: true) == .foreign)
    }

    @Test func anOriginWithoutAHostIsForeign() {
        #expect(!CrossSiteGuard(siteOrigin: nil).comesFromHere(post([.origin: "http://"], host: nil)))
        #expect(!CrossSiteGuard(siteOrigin: nil).comesFromHere(post([.origin: "http://"], host: "")))
    }
}
