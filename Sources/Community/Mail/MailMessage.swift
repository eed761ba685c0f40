/// A letter to one person: plain text, which may be of any script.
package struct MailMessage: Hashable, Sendable {
    /// Whom it goes to.
    package let to: MailAddress
    /// One line, which may stand in a log; line ends and other control characters in it become spaces.
    package let subject: String
    /// The text, with any kind of line ends.
    package let body: String

    /// A letter to a checked address.
    package init(to: MailAddress, subject: String, body: String) {
        self.to = to
        self.subject = subject
        self.body = body
    }

    /// A letter to an address as somebody wrote it. Throws ``MailError/badAddress(_:)``.
    package init(to text: String, subject: String, body: String) throws(MailError) {
        guard let address = MailAddress(text) else { throw .badAddress(text) }
        self.init(to: address, subject: subject, body: body)
    }
}
