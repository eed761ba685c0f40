/// How this site writes its cookies: never readable by scripts, never sent along from other sites' posts, and behind
/// https bound to exactly this host.
package struct CookieJar: Sendable, Equatable {
    /// Whether the site is served over https, so that cookies are `Secure` and carry the `__Host-` prefix.
    package let isSecure: Bool

    /// A jar for a site that is, or is not, served over https.
    package init(isSecure: Bool) {
        self.isSecure = isSecure
    }

    /// The name that a cookie has on the wire.
    package func wireName(_ name: String) -> String {
        isSecure ? "__Host-" + name : name
    }

    /// The value of a `Set-Cookie` header, or `nil` where name or value hold a byte that a cookie may not.
    /// - Parameter maxAge: seconds; `nil` ends the cookie with the browser session, 0 deletes it.
    package func setCookie(_ name: String, value: String, maxAge: Int? = nil) -> String? {
        guard !name.isEmpty, name.utf8.allSatisfy(\.isTokenCharacter), value.utf8.allSatisfy(Self.isValueByte) else { return nil }
        var header = "\(wireName(name))=\(value); Path=/; HttpOnly; SameSite=Lax"
        if let maxAge { header += "; Max-Age=\(maxAge)" }
        if isSecure { header += "; Secure" }
        return header
    }

    /// The cookie's value in a request.
    package func value(_ name: String, in cookies: Cookies) -> String? {
        cookies[wireName(name)]
    }

    private static func isValueByte(_ byte: UInt8) -> Bool {
        (0x21...0x7E).contains(byte) && !"\",;\\".utf8.contains(byte)
    }
}
