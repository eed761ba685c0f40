package import HTTPTypes

/// Protection of every change against requests that another site makes in a visitor's name.
///
/// Two fences, both must hold. First where the request says it comes from: `Sec-Fetch-Site`, which scripts cannot
/// forge, else `Origin` against the host that was asked or the site's own address. Then a double-submit token: 128
/// random bits in a cookie that no script reads, and the same in the form or the `X-CSRF-Token` header.
package struct CrossSiteGuard: Sendable {
    /// The name of the cookie, before any prefix.
    package static let cookieName = "stemma-csrf"
    /// The name of the form's hidden field.
    package static let fieldName = "csrf"

    private let jar: CookieJar
    private let siteOrigin: String?
    private let random: RandomSource

    /// - Parameters:
    ///   - siteOrigin: scheme, host and port of `site.url` (`https://example.org`), where that is configured.
    ///   - random: where tokens come from.
    package init(siteOrigin: String?, random: RandomSource = .system) {
        self.siteOrigin = siteOrigin?.lowercased()
        self.random = random
        jar = CookieJar(isSecure: self.siteOrigin?.hasPrefix("https:") ?? false)
    }

    /// The token to put into a form of the answer, and the `Set-Cookie` value to send with it where the visitor has none.
    package func token(for head: HTTPRequest) -> FormToken {
        if let known = cookieToken(head) { return FormToken(token: known, setCookie: nil) }
        let token = Base64URL.encoded(random.bytes(16))
        return FormToken(token: token, setCookie: jar.setCookie(Self.cookieName, value: token))
    }

    /// Judges a request with an unsafe method.
    /// - Parameters:
    ///   - form: its form, where it has one; the header serves as well.
    ///   - takesOpaqueOrigin: true for forms whose pages tell nobody where they stand (`Referrer-Policy: no-referrer`), so
    ///     that browsers send `Origin: null`. The token alone must do there.
    package func check(_ head: HTTPRequest, form: FormData? = nil, takesOpaqueOrigin: Bool = false) -> CrossSiteVerdict {
        let isOpaque = takesOpaqueOrigin && head.headerFields[.secFetchSite] == nil && head.headerFields[.origin] == "null"
        guard isOpaque || comesFromHere(head) else { return .foreign }
        guard let expected = cookieToken(head) else { return .stale }
        let given = form?.bytes(Self.fieldName) ?? head.headerFields[.csrfToken].map { Array($0.utf8) }
        guard let given, ConstantTime.areEqual(given, expected.utf8) else { return .stale }
        return .ok
    }

    /// The first fence alone, for requests that prove themselves by a token of the API. A request that says nothing
    /// about its origin, as `curl` does, passes.
    package func comesFromHere(_ head: HTTPRequest) -> Bool {
        if let site = head.headerFields[.secFetchSite] {
            return site == "same-origin" || site == "none"
        }
        guard let origin = head.headerFields[.origin]?.lowercased() else { return true }
        if origin == siteOrigin { return true }
        guard let host = head.authority?.lowercased(), !host.isEmpty else { return false }
        return origin == "http://" + host || origin == "https://" + host
    }

    private func cookieToken(_ head: HTTPRequest) -> String? {
        guard let value = jar.value(Self.cookieName, in: Cookies(head)), value.utf8.count == 22, Base64URL.isValid(value) else {
            return nil
        }
        return value
    }
}
