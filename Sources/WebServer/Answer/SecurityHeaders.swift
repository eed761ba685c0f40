package import HTTPTypes

/// The headers that every answer carries, whatever made it.
package struct SecurityHeaders: Sendable {
    /// The fields, ready to be appended.
    package let fields: HTTPFields

    /// - Parameter contentSecurityPolicy: what a browser may load and run for this answer.
    package init(contentSecurityPolicy: String = Self.pagePolicy) {
        fields = [
            .contentSecurityPolicy: contentSecurityPolicy,
            .xContentTypeOptions: "nosniff",
            .referrerPolicy: "same-origin",
            .crossOriginOpenerPolicy: "same-origin",
            .permissionsPolicy: "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        ]
    }

    /// For pages and everything else of our own making: nothing inline, nothing from elsewhere but pictures and media.
    package static let pagePolicy = [
        "default-src 'none'", "style-src 'self'", "script-src 'self'", "img-src 'self' https: data:", "media-src 'self' https:",
        "font-src 'self'", "connect-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
    ].joined(separator: "; ")

    /// The headers of pages.
    package static let page = SecurityHeaders()

    /// Adds to `headers` what is not in it yet: an answer may have a policy of its own.
    package func complete(_ headers: inout HTTPFields) {
        for field in fields where !headers.contains(field.name) {
            headers.append(field)
        }
    }
}
