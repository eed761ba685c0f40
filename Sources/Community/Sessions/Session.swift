/// A browser that is logged in. The secret that it shows is not kept.
package struct Session: Hashable, Sendable {
    /// A name for lists and forms, which tells nothing about the secret.
    package let handle: String
    /// When the person logged in, in seconds since 1970.
    package let created: Int64
    /// When it was last used, to the minute.
    package let lastSeen: Int64
    /// What the browser called itself then; anybody's text.
    package let userAgent: String?
    /// The network address that the person logged in from.
    package let address: String?
}
