/// What the community's module answers instead of doing what it was asked: a code with values, which `Wording` turns into
/// sentences.
package enum MemberError: Error, Hashable, Sendable {
    /// No account, session, token, invitation, link, key, address or push of that name.
    case notFound
    /// Another account has, or once had, the name.
    case nameTaken
    /// The name of a new account breaks a rule.
    case badName(AccountName.Problem)
    /// A display name, title, note or token name that is empty, too long, or holds control characters.
    case badText
    /// No e-mail address that a letter could be sent to.
    case badAddress(String)
    /// Another account has proved that the address is its own.
    case addressTaken
    /// A new password breaks a rule.
    case weakPassword(PasswordProblem)
    /// The name, the address or the password is wrong; which of them is never told.
    case wrongPassword
    /// The password is right, but the account may not log in.
    case inactive(Account.State)
    /// An invitation or link whose time is over, or that was taken back.
    case expired
    /// What was to be confirmed is not what was shown any more.
    case outdated
    /// An invitation or link that did its work already.
    case alreadyUsed
    /// The last admin who can log in stays one.
    case lastAdmin
    /// Too many tries; the next one counts in so many seconds.
    case tooMany(retryAfter: Int)
    /// One person has as many of these as anybody may have.
    case tooManyHeld(limit: Int)
    /// A text that is no public key, or a key that is refused.
    case badKey(SSHKeyProblem)
    /// Another account, or this one, has the key already.
    case keyTaken
    /// Too many others wait for the same thing; nothing was done.
    case busy
    /// The person may not do this.
    case forbidden
    /// Nobody can join this way.
    case closed
    /// The file was made by a newer version of this program.
    case newerFormat(found: Int, known: Int)
    /// The disk refused; nothing was done.
    case storage(String)
}
