/// How people come to an account.
package enum RegistrationMode: String, Sendable, Equatable, CaseIterable {
    /// Somebody who has one invites them.
    case invitation
    /// They make one; rates per address apply.
    case open
    /// Only an administrator makes accounts.
    case closed
}
