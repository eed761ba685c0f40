/// Who may read.
package enum ReadingMode: String, Sendable, Equatable, CaseIterable {
    /// Everybody.
    case `public`
    /// Only people with an account.
    case accounts
}
