/// Somebody to whom a commit's words are credited.
package struct CreditedPerson: Hashable, Sendable {
    let key: ContributorKey
    /// The name shown; never an address.
    package let name: String
    /// The name under which their account logs in; nil where no account is credited.
    package let account: String?
    /// What addresses of the site call them.
    package let person: String?
    /// True where this credit waits for somebody to confirm it.
    package let isUnconfirmed: Bool
}
