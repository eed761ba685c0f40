/// An e-mail address that somebody says is theirs.
package struct AddressClaim: Hashable, Sendable {
    /// The address as it was written.
    package let email: String
    /// True for the one that letters go to.
    package let isPrimary: Bool
    /// True for the one that commits carry.
    package let isShown: Bool
    /// When it was claimed, in seconds since 1970.
    package let claimed: Int64
    /// When it was proved; nil while it counts for nothing.
    package let confirmed: Int64?
}
