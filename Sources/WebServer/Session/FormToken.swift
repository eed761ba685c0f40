/// The token that a form carries, and the cookie that goes with it where the browser has none.
package struct FormToken: Sendable, Hashable {
    /// What stands in the form.
    package let token: String
    /// The value of a `Set-Cookie` header.
    package let setCookie: String?
}
