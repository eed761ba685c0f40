/// Why a new password is refused.
package enum PasswordProblem: Hashable, Sendable {
    /// Fewer characters than the least.
    case tooShort(minimum: Int)
    /// More characters than the most.
    case tooLong(maximum: Int)
    /// Among the first that anybody would try.
    case common
    /// The person's name or address, or the name of the wiki.
    case own
}
