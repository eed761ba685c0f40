/// Hands letters over to those who deliver them.
package protocol MailSender: Sendable {
    /// Returns when the letter was taken over. Throws ``MailError``, and `CancellationError` where the task was cancelled first.
    func send(_ message: MailMessage) async throws
}
