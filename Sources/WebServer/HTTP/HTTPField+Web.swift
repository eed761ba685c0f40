package import HTTPTypes

/// Names of header fields that HTTPTypes does not list.
extension HTTPField.Name {
    /// Carries the id under which the log speaks of a request.
    package static let requestID = named("X-Request-Id")
    /// Carries the token of ``CrossSiteGuard`` where there is no form.
    package static let csrfToken = named("X-CSRF-Token")
    /// What part of a page a script asks for.
    package static let fragment = named("X-Fragment")
    /// Where a browser says whether its own page or another site makes the request.
    package static let secFetchSite = named("Sec-Fetch-Site")
    /// What a page may do with other windows.
    package static let crossOriginOpenerPolicy = named("Cross-Origin-Opener-Policy")
    /// Which powerful features a page may use.
    package static let permissionsPolicy = named("Permissions-Policy")
    /// How much of the address is told to others.
    package static let referrerPolicy = named("Referrer-Policy")
    /// What crawlers may do with the answer.
    package static let robotsTag = named("X-Robots-Tag")
    /// After how many seconds a browser asks again by itself.
    package static let refresh = named("Refresh")
    /// The host name once more: HTTPTypes keeps the first as `authority`, so that a field of this name is a second one.
    package static let secondHost = named("Host")

    /// Every name above is a valid token, which a test holds; `Via` stands in only so that nothing can trap.
    private static func named(_ literal: String) -> HTTPField.Name {
        HTTPField.Name(literal) ?? .via
    }
}
