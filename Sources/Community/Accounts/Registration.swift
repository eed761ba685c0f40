/// What came of a stranger's registration. The stranger hears the same whether the address is known already or not; only the
/// letter differs, and only the address's owner reads it.
package struct Registration: Hashable, Sendable {
    /// A letter that should be sent.
    package enum Letter: Hashable, Sendable {
        /// A link that proves the address, to be opened while logged in.
        case confirm(email: String, secret: String)
        /// Somebody registered with an address that is proved to be another account's, of this name.
        case alreadyHere(email: String, name: String)
    }

    /// The new account.
    package let account: Account
    /// The letter; nil where there is no address, or it got too many already.
    package let letter: Letter?
}
