package import Community

/// What an address asks of whoever calls it.
package enum Need: Hashable, Sendable {
    /// Nothing: ways in, and what holds nothing of the wiki.
    case nothing
    /// A person with an account who came in themselves: their own settings, which no token opens.
    case account
    /// A permission.
    case permission(Permission)

    /// Reading.
    package static let read = Need.permission(.read)
    /// Changing pages.
    package static let edit = Need.permission(.edit)
    /// Vouching for others.
    package static let review = Need.permission(.review)
    /// Shutting people out.
    package static let moderate = Need.permission(.moderate)
    /// Asking people in.
    package static let invite = Need.permission(.invite)
    /// All else.
    package static let administer = Need.permission(.administer)
}
