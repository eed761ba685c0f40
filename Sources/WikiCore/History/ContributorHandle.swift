/// A contributor as somebody names one: by account, or by a name that no account has. Whoever takes an account's name without
/// being it is somebody else.
package enum ContributorHandle: Hashable, Sendable {
    /// The name under which an account logs in.
    case account(String)
    /// The name that stands in git, or that `.mailmap` gives.
    case name(String)
}
