/// A letter with which somebody gets in who lost the password.
package struct ResetLetter: Hashable, Sendable {
    /// A confirmed address of the account.
    package let email: String
    /// The secret of the link.
    package let secret: String
    /// Whose account it is.
    package let account: Account
}
